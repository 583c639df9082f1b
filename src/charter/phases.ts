/** The four phases of the plan's model (actions 51–54), in the order in which each is expected to begin. */
export const phases = ['envisioning', 'design', 'make-or-buy', 'growth'] as const

export type Phase = (typeof phases)[number]

/** The action of the 2019–2021 plan that sets each phase. */
export const actionOf: Record<Phase, number> = { envisioning: 51, design: 52, 'make-or-buy': 53, growth: 54 }

export function isPhase(text: string): text is Phase {
  return (phases as readonly string[]).includes(text)
}
