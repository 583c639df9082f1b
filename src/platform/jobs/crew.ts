import { EventEmitter } from 'node:events'
import { type Runner, type RunnerOptions, run, type TaskList, type WorkerEvents, type WorkerPool } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import type { Logger } from 'pino'
import { showLife } from './alive.ts'
import { silent } from './prepare.ts'

export const concurrency = 3

/** Batches, though of one: without them the library does not wait until the end of a job is written down. */
export const libraryOptions = {
  logger: silent,
  noHandleSignals: true,
  preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
} satisfies RunnerOptions

export interface CrewRules {
  readonly tasks: TaskList
  readonly log: Logger
  /** In milliseconds: how long what is under way may take once the end was asked for; then it is given back. */
  readonly patience: number
}

/**
 * The library's workers, and the connection whose lock says that their process lives. Workers end by themselves when
 * they lose the database at a bad moment, and so does a connection: whoever calls `begin` again gets others.
 */
export class Crew {
  private readonly pool: Pool
  private readonly rules: CrewRules
  private runner: Runner | null = null
  private id = ''
  private client: PoolClient | null = null

  constructor(pool: Pool, rules: CrewRules) {
    this.pool = pool
    this.rules = rules
  }

  async begin(): Promise<void> {
    if (!this.runner) await this.hire()
    if (!this.client) await this.beat()
  }

  /** Waits for what is under way, or gives it back. Those who had left already told why. */
  async end(): Promise<void> {
    const runner = this.runner
    this.runner = null
    await runner?.stop().catch(() => runner.promise.catch(() => {}))
    this.hush()
  }

  private async hire(): Promise<void> {
    const events = new EventEmitter() as WorkerEvents
    const created = new Promise<string>((resolve) =>
      events.once('pool:create', ({ workerPool }: { workerPool: WorkerPool }) => resolve(workerPool.id)),
    )
    const runner = await run({
      ...libraryOptions,
      pgPool: this.pool,
      taskList: this.rules.tasks,
      concurrency,
      events,
      pollInterval: 2000,
      gracefulShutdownAbortTimeout: this.rules.patience,
      parsedCronItems: [],
    })
    this.runner = runner
    const left = (error?: unknown) => {
      if (this.runner !== runner) return
      this.runner = null
      this.hush()
      this.rules.log.error({ err: error }, 'timed work stopped, and begins again')
    }
    runner.promise.then(left, left)
    this.id = await created
  }

  private async beat(): Promise<void> {
    const client = await this.pool.connect()
    client.once('error', () => {
      if (this.client === client) this.client = null
    })
    await showLife(client, this.id)
    this.client = client
  }

  private hush(): void {
    this.client?.release(true)
    this.client = null
  }
}
