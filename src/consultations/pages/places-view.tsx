import { paths, withQuery } from '../../charter/paths.ts'
import type { Block, Version } from '../../documents/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import type { Filled } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Prose } from '../../ui/prose.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { carryingWords } from '../messages/carrying.ts'
import type { AnnotationPlace, Spot } from '../rules/carrying.ts'
import { type Contribution, receiptNumber } from '../rules/contributions.ts'
import type { countPlaces, WaitingPlace } from '../store/placed.ts'
import { type Around, trailIn } from './around.tsx'
import { FormPage } from './form-page.tsx'
import { excerptOf, Passage, PassageText } from './passage.tsx'

interface QueueProps {
  readonly reader: Reader
  readonly whole: Around
  readonly later: readonly Version[]
  readonly versions: readonly Version[]
  readonly version: Version | undefined
  readonly found: Slice<WaitingPlace>
  readonly counts: Awaited<ReturnType<typeof countPlaces>> | null
  readonly da: string | undefined
  readonly done: string | undefined
}

export function QueuePage({ reader, whole, later, versions, version, found, counts, da, done }: QueueProps) {
  const t = wordsFor(reader, carryingWords)
  const { id } = whole.consultation
  const here = paths.annotationPlaces(id)
  const numberOf = (versionId: string) => versions.find((one) => one.id === versionId)?.number ?? 0
  const ofVersion = (number: number, cursor?: string | null) => withQuery(here, { versione: number, da: cursor })
  return (
    <Page reader={reader} title={t('title')} section="consultations" trail={trailIn(reader.lang, whole, { label: t('title') })}>
      <div class="container">
        <Done words={carryingWords} done={done} />
        <PageHead title={t('title')} kicker={[whole.title]} lead={t('lead')} />
        {!version && (
          <Empty>
            <p>{t('noLater')}</p>
          </Empty>
        )}
        {later.length > 1 && (
          <nav aria-label={t('versions')}>
            <p class="actions">
              {later.map(({ number }) => (
                <Link to={ofVersion(number)} {...(number === version?.number ? { 'aria-current': 'true' } : {})}>
                  {t('version', { number })}
                </Link>
              ))}
            </p>
          </nav>
        )}
        {version && (
          <Section
            id="aspettano"
            title={t('waitingHere', { number: version.number })}
            lead={counts ? t('counts', { ...counts }) : undefined}
          >
            {found.items.length > 0 ? (
              <>
                <Table
                  caption={t('title')}
                  captionHidden
                  rows={found.items}
                  columns={[
                    {
                      label: t('contribution'),
                      rowHeader: true,
                      cell: ({ contribution }) => (
                        <Link to={paths.annotationPlace(id, contribution.number, version.number)}>{receiptNumber(contribution)}</Link>
                      ),
                    },
                    { label: t('wroteOn'), cell: ({ contribution }) => t('version', { number: numberOf(contribution.versionId) }) },
                    { label: t('why'), cell: ({ place }) => t(place.state === 'changed' ? 'why.changed' : 'why.ambiguous') },
                  ]}
                />
                <Pager
                  next={found.next && ofVersion(version.number, found.next)}
                  first={da ? ofVersion(version.number) : null}
                  shown={found.items.length}
                />
              </>
            ) : (
              <Empty>
                <p>{t('noneWait', { number: version.number })}</p>
              </Empty>
            )}
          </Section>
        )}
      </div>
    </Page>
  )
}

interface PlaceProps {
  readonly reader: Reader
  readonly whole: Around
  readonly contribution: Contribution
  readonly place: AnnotationPlace
  /** What it speaks of in the version it was written on. */
  readonly spot: Spot
  readonly before: Block | null
  readonly after: readonly Block[]
  readonly written: Version
  readonly version: Version
  readonly filled: Filled
}

export function PlacePage(props: PlaceProps) {
  const { reader, whole, contribution, place, after, written, version, filled } = props
  const t = wordsFor(reader, carryingWords)
  const { id, documentId } = whole.consultation
  const number = receiptNumber(contribution)
  const queue = withQuery(paths.annotationPlaces(id), { versione: version.number })
  const labels = { choice: t('choice', { number: version.number }), blockId: t('blockId') }
  const blockOf = (blockId: string) => after.find((block) => block.id === blockId)
  const options = place.offered.flatMap((spot, at) => {
    const block = blockOf(spot.blockId)
    return block
      ? [{ value: String(at), label: t('offered', { context: excerptOf(block, spot) }), help: <Passage {...{ spot, block }} /> }]
      : []
  })
  const values = { ...(options.length === 1 && place.waits ? { choice: '0' } : {}), ...filled.values }
  return (
    <FormPage
      {...{ reader, whole, labels }}
      filled={{ ...filled, values }}
      title={t('placeOne', { number })}
      lead={t('placeLead', { before: written.number, after: version.number })}
      address={paths.annotationPlace(id, contribution.number, version.number)}
      cancel={queue}
      submit={t('confirm')}
      way={[{ label: t('title'), to: queue }]}
      before={<Contexts {...props} />}
      after={
        <p>
          <Link to={withQuery(paths.documentCompare(documentId), { da: written.number, a: version.number })}>
            {t('changes', { before: written.number, after: version.number })}
          </Link>
        </p>
      }
    >
      <RadioGroup
        name="choice"
        label={labels.choice}
        options={[...options, { value: 'block', label: t('block') }, { value: 'orphan', label: t('orphan') }]}
        values={values}
        errors={filled.errors}
      />
      <SelectField name="blockId" label={t('blockId')} optional options={grouped(after)} values={values} errors={filled.errors} />
    </FormPage>
  )
}

/** The old and the new context, side by side. */
function Contexts({ reader, contribution, place, spot, before, after, written, version }: PlaceProps) {
  const t = wordsFor(reader, carryingWords)
  const shown = place.spot ? [place.spot] : place.offered
  const contexts = shown.flatMap((one) => {
    const block = after.find(({ id }) => id === one.blockId)
    return block ? [<PassageText spot={one} block={block} />] : []
  })
  return (
    <>
      <div class="beside">
        <section aria-labelledby="prima">
          <h2 id="prima" class="h4">
            {t('before', { number: written.number })}
          </h2>
          {before && <PassageText spot={spot} block={before} />}
        </section>
        <section aria-labelledby="dopo">
          <h2 id="dopo" class="h4">
            {t('after', { number: version.number })}
          </h2>
          <p class="quiet">{place.waits ? t('nowWaits') : t(place.spot ? 'nowHere' : 'nowNowhere')}</p>
          {contexts}
        </section>
      </div>
      {contribution.text && (
        <Section id="dice" title={t('said')}>
          <Prose text={contribution.text} />
        </Section>
      )}
    </>
  )
}

/** The blocks of a text under their headings. */
function grouped(blocks: readonly Block[]) {
  const groups: { label: string; options: { value: string; label: string }[] }[] = []
  blocks.forEach((block, at) => {
    if (block.kind === 'heading' || groups.length === 0) groups.push({ label: excerptOf(block), options: [] })
    groups.at(-1)?.options.push({ value: block.id, label: `${at + 1}. ${excerptOf(block)}` })
  })
  return groups
}
