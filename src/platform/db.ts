import { CamelCasePlugin, Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { accountForPermits } from '../charter/policy.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

// Days stay text, as `Day`; counts and sums are far below 2^53.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.INT8, Number],
])
const types = {
  getTypeParser: (oid: number, format?: string) => parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

export interface DatabaseOptions {
  /** Connections this process may hold. */
  readonly max?: number
  /** The role to work under, where the address belongs to a more powerful one. */
  readonly setRole?: string | null
  /** Told of every statement sent. */
  readonly onQuery?: () => void
  /** In milliseconds: how long a statement may take, and how long one waits for a connection while all are at work. */
  readonly statementTimeout?: number
  readonly connectionTimeout?: number
}

/** What the pool says, without any code, when no connection came free in time. */
export const noConnection = 'timeout exceeded when trying to connect'

/** The bare connections, for what does not go through Kysely. */
export function openPool(url: string, options: Omit<DatabaseOptions, 'onQuery'> = {}): pg.Pool {
  const { max = 10, setRole = null, statementTimeout = 30_000, connectionTimeout = 10_000 } = options
  const pool = new pg.Pool({
    connectionString: url,
    max,
    statement_timeout: statementTimeout,
    connectionTimeoutMillis: connectionTimeout,
    types,
    application_name: 'simbiosi',
    ...(setRole
      ? { onConnect: async (client: pg.ClientBase) => void (await client.query(`set role ${pg.escapeIdentifier(setRole)}`)) }
      : {}),
  })
  // A connection lost while idle is replaced at the next query, one lost at work fails its query; without listeners
  // either would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    nameWhatIsKept(client)
  })
  return pool
}

const keptMark = '/* kept */'

/**
 * Ends a statement which each connection prepares once and then only runs: for the few that are asked again and again.
 * Its text never varies, and it names its columns: a plan kept through a migration cannot return others.
 */
export const kept: RawBuilder<unknown> = sql.raw(keptMark)

const keptNames = new Map<string, string>()
const mostKept = 100

function nameWhatIsKept(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown
  const asking = (statement: unknown, ...rest: unknown[]) => {
    const name = typeof statement === 'string' && statement.endsWith(keptMark) ? nameOf(statement) : undefined
    return ask(name ? { name, text: statement } : statement, ...rest)
  }
  client.query = asking as typeof client.query
}

function nameOf(text: string): string | undefined {
  const known = keptNames.get(text)
  if (known || keptNames.size >= mostKept) return known
  const name = `kept_${keptNames.size}`
  keptNames.set(text, name)
  return name
}

export function openDatabase(url: string, { onQuery, ...options }: DatabaseOptions = {}): Db {
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: openPool(url, options) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(onQuery ? { log: () => onQuery() } : {}),
  })
}

/**
 * Runs a part of a transaction that may fail without it: what the part did is undone, its permits too, and the rest
 * stands. The permits that it asks for it records.
 */
export async function attempt<Result>(tx: Db, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint attempt`.execute(tx)
  try {
    const result = await accountForPermits(work)
    await sql`release savepoint attempt`.execute(tx)
    return result
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(tx)
    throw error
  }
}

/** What the database itself would not hold, whatever the rules let through: trying again would not help. */
export function isUnholdable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '')
}

/** Runs an action that writes by one statement alone, which is a transaction by itself. A forgotten permit is told too late. */
export function inOneStatement<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  return accountForPermits(() => work(db))
}

/** Runs an action in one transaction, which rolls back when the action fails or forgets to record a permit. */
export function transact<Result>(db: Db, work: (tx: Transaction<Schema>) => Promise<Result>): Promise<Result> {
  return db.transaction().execute((tx) => accountForPermits(() => work(tx)))
}
