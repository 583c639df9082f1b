import { paths, withQuery } from '../../charter/paths.ts'
import type { Block, Version } from '../../documents/index.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import type { Filled } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Prose } from '../../ui/prose.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { carryingWords } from '../messages/carrying.ts'
import type { AnnotationPlace, Spot } from '../rules/carrying.ts'
import { type Contribution, receiptNumber } from '../rules/contributions.ts'
import type { Around } from './around.tsx'
import { FormPage } from './form-page.tsx'
import { excerptOf, Passage, PassageText } from './passage.tsx'

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
