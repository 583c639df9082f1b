import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { operator } from '../src/charter/policy.ts'
import { openConsultation, prepareConsultation } from '../src/consultations/index.ts'
import { fillEveryStep } from '../src/consultations/test-consultation.ts'
import { type Block, blocksOf, createDocument, freezeDraft, importBlocks } from '../src/documents/index.ts'
import { addEcosystem } from '../src/ecosystems/index.ts'
import { invitePerson } from '../src/identity/index.ts'
import { addDays, day } from '../src/kernel/day.ts'
import type { Db } from '../src/platform/db.ts'
import type { Desk } from '../src/platform/http.ts'
import { citizen, somebody } from '../src/testing.ts'
import { chance, matters } from './words.ts'

const blockCount = 80

/** Processor time of the connections that serve, where the system tells it: tidying up, and who changes things, are not their work. */
export async function databaseSeconds(db: Db): Promise<number> {
  const { rows } = await sql<{
    pid: number
  }>`select pid from pg_stat_activity where datname = current_database() and application_name = 'simbiosi'`.execute(db)
  return rows.reduce((sum, { pid }) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return sum + (Number(fields[11]) + Number(fields[12])) / 100
    } catch {
      return sum
    }
  }, 0)
}

export interface OpenOne {
  readonly id: string
  readonly versionId: string
  readonly blocks: readonly Block[]
  readonly lead: Desk
  /** Somebody who takes part. */
  readonly person: Desk
  readonly sentence: () => string
}

/** A consultation that opened today, upon a text of eighty blocks. */
export async function openOne({ db, now, today }: Desk): Promise<OpenOne> {
  const pick = chance(80)
  const at = (actor: Desk['actor']): Desk => ({ db, actor, now, today })
  const sentence = () => Array.from({ length: 40 }, () => matters[pick(matters.length)]).join(' ')
  const { slug } = await addEcosystem(at(operator), {
    nameIt: 'Beni culturali e turismo',
    nameEn: null,
    summaryIt: null,
    summaryEn: null,
    priority: false,
    prioritySource: null,
    parentId: null,
    since: day('2019-01-01'),
  })
  const document = await createDocument(at(operator), slug, { kind: 'other', titleIt: 'Proposta', titleEn: null, bodies: [] })
  const lead = at(somebody('lead', { kind: 'ecosystem', id: document.ecosystemId }))
  await importBlocks(
    lead,
    document.id,
    Array.from({ length: blockCount }, (_, n) => ({
      kind: n % 10 === 0 ? ('heading' as const) : ('paragraph' as const),
      level: n % 10 === 0 ? 1 : 0,
      source: n % 10 === 0 ? `Parte ${n}` : sentence(),
    })),
  )
  const version = await freezeDraft(lead, document.id)
  const { id } = await prepareConsultation(lead, { versionId: version.id })
  await fillEveryStep(lead, id, { opens: today, closes: addDays(today, 90) })
  await openConsultation(lead, id)
  const person = { ...citizen(), id: await invitePerson(db, { name: 'Ada Cittadina', email: 'ada@example.org', lang: 'it' }, now) }
  return { id, versionId: version.id, blocks: await blocksOf(db, version.id), lead, person: at(person), sentence }
}
