import { paths, withQuery } from '../../charter/paths.ts'
import { type Block, type Version, versionsOf } from '../../documents/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Ctx } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { carryingWords } from '../messages/carrying.ts'
import { textWords } from '../messages/text.ts'
import { type By, signaturesOf } from '../people.ts'
import type { OpenedConsultation } from '../rules/consultation.ts'
import { type Annotation, annotationsOf } from '../store/annotations.ts'
import { countPlaces, type PlacedNote, placedOn } from '../store/placed.ts'
import { textOfVersion } from '../version-text.ts'
import { readableVersions } from '../versions.ts'
import { type Around, trailIn } from './around.tsx'
import { longest, notesEach, type Part, partsOf } from './reading.ts'
import { Text } from './text-block.tsx'
import { placeKey } from './whereabouts.tsx'

interface Later {
  readonly whole: Around<OpenedConsultation>
  readonly version: Version
  readonly consulted: Version | undefined
  readonly numberOf: (versionId: string) => number
  readonly parts: readonly Part[]
  readonly part: Part | null
  readonly blocks: readonly Block[]
  readonly notes: ReadonlyMap<string, readonly PlacedNote[]>
  readonly words: ReadonlyMap<string, Annotation>
  readonly by: By
  readonly waiting: number
}

/** Another version of the text, with what was written on earlier ones where it stands now. */
export async function laterText(c: Ctx, whole: Around<OpenedConsultation>, number: string) {
  const { db, actor, reader, today } = c.var
  const { consultation } = whole
  const all = await versionsOf(db, consultation.documentId)
  const version = (await readableVersions(db, actor, consultation, today)).find((one) => String(one.number) === number)
  if (!version) throw new Problem(notFound, { version: number })
  const text = await textOfVersion(db, version.id)
  const parts = partsOf(text.headings, version.blocks)
  const asked = c.req.query('parte')
  const part = parts.find(({ id }) => id === asked) ?? (version.blocks > longest ? (parts[0] ?? null) : null)
  const blocks = text.blocks.slice(part?.from ?? 0, part?.to ?? version.blocks)
  const ids = blocks.map(({ id }) => id as string)
  const placed = await placedOn(db, consultation.id, version.id, ids, notesEach)
  const contributions = placed.map(({ contribution }) => contribution)
  const later: Later = {
    whole,
    version,
    consulted: all.find(({ id }) => id === consultation.versionId),
    numberOf: (versionId) => all.find(({ id }) => id === versionId)?.number ?? 0,
    parts,
    part,
    blocks,
    notes: Map.groupBy(placed, ({ place }) => place.spot?.blockId ?? ''),
    words: await annotationsOf(
      db,
      consultation.id,
      contributions.map(({ id }) => id),
    ),
    by: await signaturesOf(db, reader.lang, contributions),
    waiting: (await countPlaces(db, consultation.id, version.id)).waiting,
  }
  return <LaterTextPage reader={reader} later={later} />
}

function LaterTextPage({ reader, later }: { readonly reader: Reader; readonly later: Later }) {
  const t = wordsFor(reader, carryingWords)
  const { whole, version, consulted, blocks, waiting } = later
  const { id, documentId } = whole.consultation
  const title = t('laterTitle', { number: version.number })
  const text = { label: wordsFor(reader, textWords)('read'), to: paths.consultationText(id) }
  return (
    <Page
      reader={reader}
      title={`${title}: ${whole.title}`}
      section="consultations"
      trail={trailIn(reader.lang, whole, text, { label: title })}
    >
      <div class="container">
        <PageHead title={title} kicker={[whole.title]} lead={t('laterLead')} />
        <Notice>
          <p>
            <Link to={paths.consultationText(id)}>{t('consulted')}</Link>
            {consulted && consulted.number < version.number && (
              <>
                {' · '}
                <Link to={withQuery(paths.documentCompare(documentId), { da: consulted.number, a: version.number })}>
                  {t('changes', { before: consulted.number, after: version.number })}
                </Link>
              </>
            )}
          </p>
          {waiting > 0 && <p>{t('waitingQuiet', { count: waiting })}</p>}
        </Notice>
      </div>
      <div class="container reader">
        <Parts later={later} />
        <div>
          {blocks.map((block) => (
            <PlacedBlock block={block} later={later} />
          ))}
        </div>
      </div>
    </Page>
  )
}

function Parts({ later: { whole, version, parts, part } }: { readonly later: Later }) {
  const t = useWords(carryingWords)
  const x = useWords(textWords)
  const to = (parte: string | null) => withQuery(paths.consultationText(whole.consultation.id), { versione: version.number, parte })
  return (
    <nav class="contents" aria-label={t('part')}>
      <details>
        <summary>{t('part')}</summary>
        <ul class="plain">
          {part && version.blocks <= longest && (
            <li>
              <Link to={to(null)}>{x('all')}</Link>
            </li>
          )}
          {parts.map((one) => (
            <li>
              <Link to={to(one.id)} {...(one === part ? { 'aria-current': 'true' } : {})}>
                <span lang={one.title ? 'it' : undefined}>{one.title ?? x('before')}</span>
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

const many = 100

function PlacedBlock({ block, later }: { readonly block: Block; readonly later: Later }) {
  const t = useWords(carryingWords)
  const notes = later.notes.get(block.id) ?? []
  const count = notes[0]?.onBlock ?? 0
  return (
    <div class="block" id={`b-${block.id}`}>
      <div class="text">
        <Text block={block} />
      </div>
      {count > 0 && (
        <details name="note">
          <summary>{count >= many ? t('manyNotes') : t('notes', { count })}</summary>
          <div class="notes">
            {notes.map((note) => (
              <PlacedNoteView note={note} later={later} />
            ))}
            {count > notes.length && (
              <p class="small">
                {t('more', { count: notes.length })}{' '}
                <Link to={paths.contributions(later.whole.consultation.id)}>{t('allContributions')}</Link>
              </p>
            )}
          </div>
        </details>
      )}
    </div>
  )
}

const shownLetters = 600

function PlacedNoteView({ note: { contribution, place }, later }: { readonly note: PlacedNote; readonly later: Later }) {
  const t = useWords(carryingWords)
  const x = useWords(textWords)
  const { instant } = useFormats()
  const { numberOf, words, by, whole, version } = later
  const number = numberOf(contribution.versionId)
  const spokeOf = words.get(contribution.id)?.exact
  const text = contribution.text ?? ''
  const { starts = null, ends = null } = place.spot ?? {}
  return (
    <article class="note" id={`n-${contribution.number}`} {...(starts !== null ? { 'data-starts': starts, 'data-ends': ends } : {})}>
      <header>
        <b>{by(contribution)}</b>
        <time datetime={contribution.receivedAt.toISOString()}>{instant(contribution.receivedAt)}</time>
      </header>
      <p class="small">
        {t('writtenOn', { number })} · {t(placeKey(place))}
        {place.confirmedAt && <> ({t('byPerson')})</>}
      </p>
      {spokeOf && (
        <p class="small">
          {t('itSpokeOf')} <q lang="it">{spokeOf}</q>
        </p>
      )}
      <p lang={contribution.lang}>{text.length > shownLetters ? `${text.slice(0, shownLetters).toWellFormed()}…` : text}</p>
      <p class="small">
        <Link to={paths.contribution(contribution.consultationId, contribution.number)}>{x('readAll')}</Link>
        {' · '}
        <Link to={withQuery(paths.documentCompare(whole.consultation.documentId), { da: number, a: version.number })}>
          {t('sinceThen')}
        </Link>
      </p>
    </article>
  )
}
