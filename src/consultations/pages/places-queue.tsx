import { paths, withQuery } from '../../charter/paths.ts'
import type { Version } from '../../documents/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { carryingWords } from '../messages/carrying.ts'
import { receiptNumber } from '../rules/contributions.ts'
import type { countPlaces } from '../store/placed.ts'
import type { SpotInBlock, Waiting } from '../waiting.ts'
import { type Around, trailIn } from './around.tsx'
import { excerptOf, Passage } from './passage.tsx'

interface QueueProps {
  readonly reader: Reader
  readonly whole: Around
  readonly later: readonly Version[]
  readonly versions: readonly Version[]
  readonly version: Version | undefined
  readonly found: Slice<Waiting>
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
                <ul class="now plain">
                  {found.items.map((item) => (
                    <Item id={id} item={item} before={numberOf(item.contribution.versionId)} after={version.number} />
                  ))}
                </ul>
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

interface ItemProps {
  readonly id: string
  readonly item: Waiting
  readonly before: number
  readonly after: number
}

const mostOfComment = 280
const mostOffered = 3

/** What it says, of what, and where that might be now: enough to decide here what is plain. */
function Item({ id, item, before, after }: ItemProps) {
  const t = useWords(carryingWords)
  const { contribution, place, offered } = item
  const number = receiptNumber(contribution)
  const to = paths.annotationPlace(id, contribution.number, after)
  const [only] = offered.length === 1 && place.offered.length === 1 ? offered : []
  const of = <span class="visually-hidden">: {number}</span>
  return (
    <li>
      <div>
        <h3>
          <Link to={to}>
            <Unbroken>{number}</Unbroken>
          </Link>
        </h3>
        <Facts
          items={[
            {
              term: t('said'),
              details: contribution.text && (
                <span lang={contribution.lang}>{excerptOf({ text: contribution.text }, undefined, mostOfComment)}</span>
              ),
            },
            { term: t('before', { number: before }), details: item.before && <Short {...item.before} /> },
            {
              term: t('perhaps', { number: after }),
              details:
                offered.length > 0
                  ? offered.slice(0, mostOffered).map((one) => (
                      <div>
                        <Short {...one} />
                      </div>
                    ))
                  : t('nothingOffered'),
            },
            { term: t('why'), details: t(place.state === 'changed' ? 'why.changed' : 'why.ambiguous') },
          ]}
        />
      </div>
      <div class="actions">
        {only && (
          <Choose to={to} choice={String(only.choice)}>
            {t('here')}
            {of}
          </Choose>
        )}
        <Choose to={to} choice="orphan">
          {t('nowhere')}
          {of}
        </Choose>
      </div>
    </li>
  )
}

/** The words it speaks of with what is around them; the beginning of a whole block. */
function Short({ spot, block }: SpotInBlock) {
  return spot.starts === null ? <span lang="it">{excerptOf(block, spot, mostOfComment)}</span> : <Passage spot={spot} block={block} />
}

function Choose({ to, choice, children }: { readonly to: string; readonly choice: string; readonly children?: unknown }) {
  return (
    <Form action={to}>
      <HiddenField name="choice" value={choice} />
      <SubmitButton kind="secondary" small>
        {children as string}
      </SubmitButton>
    </Form>
  )
}
