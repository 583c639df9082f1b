import type { Config } from './config.ts'
import type { Desk } from './http.ts'

/** What a room's commands are given. */
export interface CommandLine {
  /**
   * Opens and migrates the database, does the work as the operator, under the demonstration's clock if the database is
   * one, and closes. Sets the exit code: 0 done, 1 refused, 2 failed.
   */
  run(work: (desk: Desk, output: Output) => Promise<void>): Promise<void>
}

export interface Output {
  /** The command's one answer, on the standard output: as JSON under `--json`, otherwise in words. */
  answer(value: unknown, words: () => string): void
  /** How far long work has come, on the standard error: never mixed with the answer. */
  progress(words: string): void
  readonly config: Config
}
