import { z } from 'zod'
import { type Phase, phases } from '../charter/phases.ts'
import type { State } from '../charter/states.ts'
import { type Day, isDay } from '../kernel/day.ts'

export const criterionKinds = ['phase-started', 'phase-concluded', 'working-groups-constituted', 'strategies-consulted'] as const

const counting = {
  slugs: z.array(z.string()).min(1),
  atLeast: z.number().int().min(1),
  by: z.string().refine(isDay).nullable(),
}

/** What the platform counts in its own records to say whether a result is reached. Each room adds its kind. */
export const Criterion = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['phase-started', 'phase-concluded']), phase: z.enum(phases), ...counting }),
  z.object({ kind: z.literal('working-groups-constituted'), ...counting }),
  z.object({ kind: z.literal('strategies-consulted'), ...counting }),
])
export type Criterion = z.output<typeof Criterion>

/** The phase in which what is counted happens. */
export function phaseOf(criterion: Criterion): Phase {
  if (criterion.kind === 'working-groups-constituted') return 'envisioning'
  return criterion.kind === 'strategies-consulted' ? 'design' : criterion.phase
}

/** What is known of one ecosystem's phase. */
export interface PhaseRecord {
  readonly slug: string
  readonly nameIt: string
  readonly nameEn: string | null
  readonly phases: Readonly<
    Record<Phase, { readonly startedOn: Day | null; readonly concludedOn: Day | null; readonly derogationReason: string | null }>
  >
}

/** An ecosystem's first working group, with the act that constituted it. */
export interface GroupRecord {
  readonly slug: string
  readonly bodyId: string
  readonly actNumber: string
  readonly constitutedOn: Day
}

/** The first consultation opened upon an ecosystem's strategy document. */
export interface StrategyRecord {
  readonly slug: string
  readonly consultationId: string
  readonly opensOn: Day
}

/** What is known on a day of all that criteria count. */
export interface Records {
  readonly ecosystems: readonly PhaseRecord[]
  readonly groups: readonly GroupRecord[]
  readonly strategies: readonly StrategyRecord[]
}

export interface CriterionLine {
  readonly slug: string
  /** Null where no such ecosystem is known. */
  readonly name: { readonly nameIt: string; readonly nameEn: string | null } | null
  /** The day that counts for the criterion; null while it has not come. */
  readonly on: Day | null
  readonly startedOn: Day | null
  /** The evidence, where what counts is a working group. */
  readonly group: GroupRecord | null
  /** The evidence, where what counts is a strategy put to consultation. */
  readonly strategy: StrategyRecord | null
  /** Concluded without all its evidence, with AGID's published reason. */
  readonly derogated: boolean
  readonly state: State
}

export interface Verdict {
  readonly criterion: Criterion
  readonly lines: readonly CriterionLine[]
  readonly count: number
  /** The day on which enough ecosystems had got there. */
  readonly metOn: Day | null
}

/** Counts the evidence as it stood on a day, ecosystem by ecosystem: '2 of 4'. */
export function evaluate(criterion: Criterion, { ecosystems, groups, strategies }: Records, today: Day): Verdict {
  const known = (d: Day | null | undefined) => (d && d <= today ? d : null)
  const lines = criterion.slugs.map((slug): CriterionLine => {
    const name = ecosystems.find((one) => one.slug === slug) ?? null
    const phase = name?.phases[phaseOf(criterion)]
    const startedOn = known(phase?.startedOn)
    const concludedOn = known(phase?.concludedOn)
    const group = criterion.kind === 'working-groups-constituted' ? constituted(groups, slug, today) : null
    const strategy = criterion.kind === 'strategies-consulted' ? consulted(strategies, slug, today) : null
    const on = {
      'phase-started': startedOn,
      'phase-concluded': concludedOn,
      'working-groups-constituted': group?.constitutedOn ?? null,
      'strategies-consulted': strategy?.opensOn ?? null,
    }[criterion.kind]
    const derogated = criterion.kind === 'phase-concluded' && concludedOn !== null && phase?.derogationReason !== null
    return { slug, name, on, startedOn, group, strategy, derogated, state: on ? 'done' : missing(criterion, startedOn, today) }
  })
  const days = lines.flatMap(({ on }) => on ?? []).sort()
  return { criterion, lines, count: days.length, metOn: days[criterion.atLeast - 1] ?? null }
}

function constituted(groups: readonly GroupRecord[], slug: string, today: Day): GroupRecord | null {
  return groups.find((group) => group.slug === slug && group.constitutedOn <= today) ?? null
}

function consulted(strategies: readonly StrategyRecord[], slug: string, today: Day): StrategyRecord | null {
  return strategies.find((strategy) => strategy.slug === slug && strategy.opensOn <= today) ?? null
}

function missing({ by }: Criterion, startedOn: Day | null, today: Day): State {
  if (by && by < today) return 'late'
  return startedOn ? 'doing' : 'todo'
}
