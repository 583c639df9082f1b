import type { Slice } from '../kernel/cursor.ts'
import type { Day } from '../kernel/day.ts'
import { type Cover, countNeeds, coverageOf, type Need, needsByIds, needsOf, type VoiceKind, voiceKinds } from '../listening/index.ts'
import type { Db } from '../platform/db.ts'
import { coverKindsIn } from './covers.ts'
import type { Project } from './rules/projects.ts'
import { listProjects } from './store/list.ts'

export const coverageLevels = ['open', 'partly-covered', 'covered'] as const
export type CoverageLevel = (typeof coverageLevels)[number]

export interface VoiceCoverage {
  readonly voice: VoiceKind
  readonly total: number
  readonly levels: Readonly<Record<CoverageLevel, number>>
}

/** What answers the needs of an ecosystem: those merged count for the one that they became a part of. */
export interface Coverage {
  readonly total: number
  readonly levels: Readonly<Record<CoverageLevel, number>>
  readonly voices: readonly VoiceCoverage[]
  /** The standing needs that something answers, by how far. */
  readonly ids: Readonly<Record<Exclude<CoverageLevel, 'open'>, readonly string[]>>
}

export async function coverageIn(db: Db, ecosystemId: string, today: Day): Promise<Coverage> {
  const covers = await standing(db, await coverKindsIn(db, ecosystemId, today))
  const of = (level: CoverageLevel) => [...covers].filter(([, some]) => coverageOf(some) === level).map(([id]) => id)
  const ids = { 'partly-covered': of('partly-covered'), covered: of('covered') }
  const all = await countNeeds(db, ecosystemId, {})
  const partly = await countNeeds(db, ecosystemId, { among: ids['partly-covered'] })
  const covered = await countNeeds(db, ecosystemId, { among: ids.covered })
  const levels = (count: (counts: typeof all) => number) => {
    const [some, whole] = [count(partly), count(covered)]
    return { open: count(all) - some - whole, 'partly-covered': some, covered: whole }
  }
  return {
    total: all.total,
    levels: levels(({ total }) => total),
    voices: voiceKinds
      .map((voice) => ({ voice, total: all.voice.get(voice) ?? 0, levels: levels((counts) => counts.voice.get(voice) ?? 0) }))
      .filter(({ total }) => total > 0),
    ids,
  }
}

/** Covers by the need that stands: what was merged hands its own on. */
async function standing(db: Db, covers: ReadonlyMap<string, Cover[]>): Promise<Map<string, Cover[]>> {
  const into = new Map<string, string | null>()
  for (let asked = [...covers.keys()]; asked.length > 0; ) {
    const found = await needsByIds(db, asked)
    for (const id of asked) into.set(id, found.get(id)?.mergedInto ?? null)
    asked = [...new Set([...found.values()].flatMap(({ mergedInto }) => mergedInto ?? []))].filter((id) => !into.has(id))
  }
  const last = (id: string): string => {
    const next = into.get(id)
    return next ? last(next) : id
  }
  const whole = new Map<string, Cover[]>()
  for (const [id, some] of covers) whole.set(last(id), [...(whole.get(last(id)) ?? []), ...some])
  return whole
}

interface Page {
  readonly cursor?: string | undefined
  readonly limit?: number
}

/** The needs at one level of coverage, the gravest first. */
export async function needsAt(
  db: Db,
  ecosystemId: string,
  { ids }: Coverage,
  level: CoverageLevel,
  voice: VoiceKind | undefined,
  page: Page,
): Promise<Slice<Need>> {
  const which = level === 'open' ? { except: [...ids['partly-covered'], ...ids.covered] } : { among: ids[level] }
  return needsOf(db, ecosystemId, { ...which, voice, sort: 'severity', descending: true, ...page })
}

/** The projects that answer no need, by title. */
export function projectsWithoutNeed(db: Db, ecosystemId: string, today: Day, page: Page): Promise<Slice<Project>> {
  return listProjects(db, ecosystemId, { needs: 'none' }, today, page)
}
