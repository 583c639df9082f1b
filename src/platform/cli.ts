import { operator } from '../charter/policy.ts'
import { dayOf } from '../kernel/day.ts'
import type { Config } from './config.ts'
import type { Desk } from './http.ts'

/** What a room's commands are given: a desk on the migrated database, under the operator, and a way to answer. */
export interface CommandLine {
  /** Opens the database, runs the command as the operator, closes, and sets the exit code: 0 done, 1 refused, 2 failed. */
  run(work: (desk: Desk, line: Output) => Promise<void>): Promise<void>
}

export interface Output {
  /** The command's one answer: printed as JSON under `--json`, otherwise by `words`. */
  answer(value: unknown, words: () => string): void
  /** How far long work has come; on the terminal only, never mixed with the answer. */
  progress(words: string): void
  readonly config: Config
}

export function operatorDesk(db: Desk['db'], now: Date): Desk {
  return { db, actor: operator, now, today: dayOf(now) }
}
