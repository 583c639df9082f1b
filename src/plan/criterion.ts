import { z } from 'zod'
import { type Phase, phases } from '../charter/phases.ts'
import type { State } from '../charter/states.ts'
import { type Day, isDay } from '../kernel/day.ts'

/** What the platform counts in its own records to say whether a result is reached. Each room adds its kind. */
export const Criterion = z.object({
  kind: z.enum(['phase-started', 'phase-concluded']),
  phase: z.enum(phases),
  slugs: z.array(z.string()).min(1),
  atLeast: z.number().int().min(1),
  by: z.string().refine(isDay).nullable(),
})
export type Criterion = z.output<typeof Criterion>

/** What is known of one ecosystem's phase. */
export interface PhaseRecord {
  readonly slug: string
  readonly nameIt: string
  readonly nameEn: string | null
  readonly phases: Readonly<
    Record<Phase, { readonly startedOn: Day | null; readonly concludedOn: Day | null; readonly derogationReason: string | null }>
  >
}

export interface CriterionLine {
  readonly slug: string
  /** Null where no such ecosystem is known. */
  readonly name: { readonly nameIt: string; readonly nameEn: string | null } | null
  /** The day that counts for the criterion; null while it has not come. */
  readonly on: Day | null
  readonly startedOn: Day | null
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
export function evaluate(criterion: Criterion, records: readonly PhaseRecord[], today: Day): Verdict {
  const known = (d: Day | null | undefined) => (d && d <= today ? d : null)
  const lines = criterion.slugs.map((slug): CriterionLine => {
    const name = records.find((one) => one.slug === slug) ?? null
    const phase = name?.phases[criterion.phase]
    const startedOn = known(phase?.startedOn)
    const concludedOn = known(phase?.concludedOn)
    const on = criterion.kind === 'phase-started' ? startedOn : concludedOn
    const derogated = concludedOn !== null && phase?.derogationReason !== null
    return { slug, name, on, startedOn, derogated, state: on ? 'done' : missing(criterion, startedOn, today) }
  })
  const days = lines.flatMap(({ on }) => on ?? []).sort()
  return { criterion, lines, count: days.length, metOn: days[criterion.atLeast - 1] ?? null }
}

function missing({ by }: Criterion, startedOn: Day | null, today: Day): State {
  if (by && by < today) return 'late'
  return startedOn ? 'doing' : 'todo'
}
