import { type Phase, phases } from '../charter/phases.ts'
import type { Place } from '../charter/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { Lang } from '../kernel/lang.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { PhaseRun } from './phase-rules.ts'

export type EcosystemId = Id<'ecosystem'>
export type CycleId = Id<'cycle'>

export interface Lead {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly since: Day
}

export interface Cycle {
  readonly id: CycleId
  readonly number: number
  readonly begunOn: Day
}

/** An ecosystem as it stands on a day: its leads in office, its latest cycle, the four phases of that cycle. */
export interface EcosystemView {
  readonly id: EcosystemId
  readonly slug: string
  readonly nameIt: string
  readonly nameEn: string | null
  readonly summaryIt: string | null
  readonly summaryEn: string | null
  readonly priority: boolean
  readonly prioritySource: string | null
  readonly parentId: EcosystemId | null
  readonly since: Day
  readonly leads: readonly Lead[]
  readonly cycle: Cycle
  readonly phases: Readonly<Record<Phase, PhaseRun>>
}

export const nameTaken = {
  slug: 'ecosystem-name-taken',
  status: 409,
  it: 'C’è già, o c’è già stato, un ecosistema all’indirizzo «{slug}»: scegli un altro nome, o apri quello.',
  en: 'There is, or was, an ecosystem at the address “{slug}” already: choose another name, or open that one.',
} as const satisfies ProblemKind

export const nameWithoutLetters = {
  slug: 'ecosystem-name-without-letters',
  status: 422,
  it: 'Il nome deve contenere lettere o numeri: da essi nasce il suo indirizzo.',
  en: 'The name must hold letters or digits: its address is made of them.',
} as const satisfies ProblemKind

export const insideItself = {
  slug: 'ecosystem-inside-itself',
  status: 409,
  it: 'Un ecosistema non può stare dentro se stesso, né dentro uno che contiene: scegline un altro, o nessuno.',
  en: 'An ecosystem cannot stand inside itself, nor inside one that it contains: choose another, or none.',
} as const satisfies ProblemKind

export const noSuchParent = {
  slug: 'ecosystem-parent-unknown',
  status: 422,
  it: 'L’ecosistema che deve contenerlo non c’è: scegline un altro, o nessuno.',
  en: 'The ecosystem that should contain it does not exist: choose another, or none.',
} as const satisfies ProblemKind

export const prioritySourceNeeded = {
  slug: 'priority-source-needed',
  status: 422,
  it: 'Scrivi da quale atto viene la priorità: senza fonte non si può segnare.',
  en: 'Write which act the priority comes from: without a source it cannot be marked.',
} as const satisfies ProblemKind

/** Words that stand where an ecosystem's slug would, in the addresses of the site. */
const reserved = new Set(['nuovo'])

/** 'L’Italia in Europa e nel Mondo' is found at 'l-italia-in-europa-e-nel-mondo', for good. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)
  if (!slug) throw new Problem(nameWithoutLetters, { field: 'nameIt' })
  return reserved.has(slug) ? `${slug}-ecosistema` : slug
}

/** Refuses a parent that would close a circle; `parents` tells the parent of every ecosystem. */
export function mustNotStandInsideItself(parents: ReadonlyMap<string, string | null>, id: string, parentId: string | null): void {
  const seen = new Set<string>()
  for (let above = parentId; above && !seen.has(above); above = parents.get(above) ?? null) {
    if (above === id) throw new Problem(insideItself, { field: 'parentId' })
    seen.add(above)
  }
}

/** A priority is always somebody's: it is marked with the act that set it, or not at all. */
export function mustSaySource(priority: boolean, source: string | null): string | null {
  if (priority && !source) throw new Problem(prioritySourceNeeded, { field: 'prioritySource' })
  return priority ? source : null
}

export function nameIn(lang: Lang, { nameIt, nameEn }: Pick<EcosystemView, 'nameIt' | 'nameEn'>): string {
  return lang === 'en' && nameEn ? nameEn : nameIt
}

export function summaryIn(lang: Lang, { summaryIt, summaryEn }: Pick<EcosystemView, 'summaryIt' | 'summaryEn'>): string | null {
  return lang === 'en' && summaryEn ? summaryEn : summaryIt
}

/** Where an act in this ecosystem happens, with the phases that have begun. */
export function placeOf(ecosystem: Pick<EcosystemView, 'id' | 'phases'>): Place {
  return { kind: 'ecosystem', id: ecosystem.id, startedPhases: phases.filter((phase) => ecosystem.phases[phase].startedOn !== null) }
}
