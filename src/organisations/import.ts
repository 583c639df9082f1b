import { allow, mustBeAble, platform } from '../charter/policy.ts'
import { newId } from '../kernel/id.ts'
import { keepable } from '../kernel/text.ts'
import { type Db, transact } from '../platform/db.ts'
import type { Desk } from '../platform/http.ts'
import { record } from '../platform/record.ts'
import { type Correction, correctionFor, entryOf, type IpaEntry, type IpaRow, type Refusal, type RefusalReason } from './ipa.ts'
import type { Organisation } from './rules.ts'
import { findKnown, saveCorrections, saveNew } from './store/import.ts'

export interface ImportReport {
  readonly dryRun: boolean
  readonly lines: number
  readonly added: number
  readonly renamed: number
  readonly corrected: number
  readonly unchanged: number
  readonly refused: readonly Refusal[]
}

export interface ImportOptions {
  /** Says what would change, and changes nothing. */
  readonly dryRun?: boolean
  readonly onProgress?: (lines: number) => void
}

const batchSize = 1000

/**
 * Brings in the file `enti` of the index: whole or not at all, lines refused aside. A file brought in twice changes
 * nothing the second time, and what changes nothing is not an act: it leaves no trace in the record.
 */
export async function importOrganisations(desk: Desk, rows: AsyncIterable<IpaRow>, options: ImportOptions = {}): Promise<ImportReport> {
  mustBeAble(desk.actor, 'organisations.import', platform)
  if (options.dryRun) return bringIn(desk.db, desk, rows, options)
  return transact(desk.db, async (tx) => {
    const report = await bringIn(tx, desk, rows, options)
    const { lines, added, renamed, corrected, unchanged, refused } = report
    if (added + renamed + corrected > 0) {
      const permit = allow(desk, 'organisations.import', platform)
      await record(tx, permit, newId(), { lines, added, renamed, corrected, unchanged, refused: refused.length })
    }
    return report
  })
}

async function bringIn(
  db: Db,
  desk: Desk,
  rows: AsyncIterable<IpaRow>,
  { dryRun = false, onProgress }: ImportOptions,
): Promise<ImportReport> {
  const count = { lines: 0, added: 0, renamed: 0, corrected: 0, unchanged: 0 }
  const refused: Refusal[] = []
  const codes = new Set<string>()
  const taken = new Set<string>()
  let batch: IpaEntry[] = []

  const flush = async () => {
    const { added, corrections } = await decide(db, desk, batch, taken)
    const renamed = corrections.filter((correction) => correction.renamed).length
    count.added += added.length
    count.renamed += renamed
    count.corrected += corrections.length - renamed
    count.unchanged += batch.length - added.length - corrections.length
    if (!dryRun) {
      await saveNew(db, added)
      await saveCorrections(db, corrections)
    }
    batch = []
    onProgress?.(count.lines)
  }

  const refuse = ({ line, code }: IpaRow, reason: RefusalReason) => refused.push({ line, code: keepable(code.trim().slice(0, 60)), reason })

  for await (const row of rows) {
    count.lines += 1
    const entry = entryOf(row)
    if (typeof entry === 'string') refuse(row, entry)
    else if (codes.has(entry.ipaCode)) refuse(row, 'repeated-code')
    else {
      codes.add(entry.ipaCode)
      batch.push(entry)
      if (batch.length === batchSize) await flush()
    }
  }
  await flush()
  return { dryRun, ...count, refused }
}

/** `taken` holds the organisations that an earlier line of the same file already spoke of. */
async function decide(db: Db, desk: Desk, batch: readonly IpaEntry[], taken: Set<string>) {
  const known = await findKnown(db, batch)
  const added: Organisation[] = []
  const corrections: Correction[] = []
  for (const [index, entry] of batch.entries()) {
    const candidate = known.get(index)?.find(({ id }) => !taken.has(id))
    if (!candidate) {
      const { updatedOn: _, ...columns } = entry
      added.push({ id: newId(), parentId: null, ...columns })
      continue
    }
    taken.add(candidate.id)
    const correction = correctionFor(entry, candidate, desk.today)
    if (correction) corrections.push(correction)
  }
  return { added, corrections }
}
