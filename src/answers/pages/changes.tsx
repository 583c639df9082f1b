import { type Block, type BlockChange, blocksOf, diffVersions, type Version, versionsOf } from '../../documents/index.ts'
import type { Db } from '../../platform/db.ts'
import { Diff } from '../../ui/diff.tsx'
import { useWords } from '../../ui/reader.tsx'
import { replyWords } from '../messages/reply.ts'
import { findReport } from '../store/reports.ts'

/** What became of the blocks that a reply names: the latest version that can be shown, and each change. */
export interface ChangesMade {
  readonly version: Version | null
  readonly changes: readonly BlockChange[]
}

/**
 * Compares the text consulted upon with the final one or, before there is one, with the latest that was published since.
 * Whoever works on the text may see versions not yet published.
 */
export async function changesOf(
  db: Db,
  { id, documentId, versionId }: { readonly id: string; readonly documentId: string; readonly versionId: string },
  blockIds: readonly string[],
  insider: boolean,
): Promise<ChangesMade> {
  if (blockIds.length === 0) return { version: null, changes: [] }
  const report = await findReport(db, id)
  const versions = (await versionsOf(db, documentId)).toSorted((a, b) => b.number - a.number)
  const consulted = versions.find((one) => one.id === versionId)
  const later = versions.filter(({ number }) => number > (consulted?.number ?? 0))
  const version =
    later.find((one) => one.id === report?.finalVersionId && (insider || report.publishedOn !== null)) ??
    later.find(({ publishedOn }) => insider || publishedOn !== null) ??
    null
  const before = await blocksOf(db, versionId)
  const wanted = new Set(blockIds)
  const concerned = (change: BlockChange) => wanted.has(change.before?.id ?? '') || wanted.has(change.after?.id ?? '')
  if (!version) return { version, changes: before.filter(({ id }) => wanted.has(id)).map(unchanged) }
  return { version, changes: diffVersions(before, await blocksOf(db, version.id)).filter(concerned) }
}

const unchanged = (block: Block): BlockChange => ({ kind: 'same', before: block, after: block })

/** Each change in words, as text: the differences struck and underlined. */
export function Changes({ made: { version, changes } }: { readonly made: ChangesMade }) {
  const t = useWords(replyWords)
  return (
    <>
      <p class="quiet">{version ? t('changesLead', { number: version.number }) : t('changesNotYet')}</p>
      <ul class="plain changes" lang="it">
        {changes.map((change) => (
          <li>
            <Change change={change} waiting={version === null} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Change({ change, waiting }: { readonly change: BlockChange; readonly waiting: boolean }) {
  const t = useWords(replyWords)
  switch (change.kind) {
    case 'changed':
      return <Diff parts={change.words} />
    case 'added':
      return (
        <>
          <p class="small quiet">{t('changeAdded')}</p>
          <Diff parts={[{ value: change.after.text, added: true }]} />
        </>
      )
    case 'removed':
      return (
        <>
          <p class="small quiet">{t('changeRemoved')}</p>
          <Diff parts={[{ value: change.before.text, removed: true }]} />
        </>
      )
    default:
      return (
        <>
          {change.kind === 'moved' && <p class="small quiet">{t('changeMoved')}</p>}
          <p>{change.after.text}</p>
          {change.kind === 'same' && !waiting && <p class="small quiet">{t('changeSame')}</p>}
        </>
      )
  }
}
