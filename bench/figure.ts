/** One thing measured, beside its limit: what the issue asks for, or what the machine can do at best, found in the same run. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly limit: number
  /** value / limit. */
  readonly ratio: number
}

export function figure(name: string, value: number, unit: string, limit: number): Figure {
  const short = (n: number) => Number(n.toPrecision(4))
  return { name, value: short(value), unit, limit: short(limit), ratio: short(value / limit) }
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
