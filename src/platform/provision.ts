import pg from 'pg'

/** Owns the tables and runs the migrations. */
export const ownerRole = 'simbiosi_owner'
/** Does the platform's work, with the rights the migrations leave it; it cannot alter a table. */
export const appRole = 'simbiosi_app'

const extensions = ['pg_trgm', 'unaccent', 'btree_gist', 'pgcrypto']

/** Two processes that start together wait for each other here. */
const lock = 2_730_518

export interface Addresses {
  readonly ownerUrl: string
  readonly appUrl: string
}

/** Makes roles and database on a server that is ours, as its superuser. What is there already is left as it is. */
export async function provision(adminUrl: string, database: string): Promise<Addresses> {
  await connected(adminUrl, async (client) => {
    await client.query(`select pg_advisory_lock(${lock})`)
    for (const role of [ownerRole, appRole])
      if (!(await exists(client, 'pg_roles', 'rolname', role))) await client.query(`create role ${role} login`)
    if (await exists(client, 'pg_database', 'datname', database)) return
    await client.query(`create database ${pg.escapeIdentifier(database)} owner ${ownerRole}`)
  })
  await connected(inDatabase(adminUrl, database), (client) => equip(client, ownerRole))
  return { ownerUrl: inDatabase(adminUrl, database, ownerRole), appUrl: inDatabase(adminUrl, database, appRole) }
}

/**
 * Prepares a database that somebody else serves, as its owner. Says under which role the application's own connections
 * must put themselves: none where they come with an address of their own.
 */
export async function provisionServed(ownerUrl: string, appUrl?: string): Promise<{ setRole: string | null }> {
  const appUser = appUrl && (await connected(appUrl, currentUser))
  return connected(ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(${lock})`)
    const owner = await currentUser(client)
    if (!(await exists(client, 'pg_roles', 'rolname', appRole))) await asAdministrator(client, `create role ${appRole} nologin`)
    await equip(client, owner)
    if (appUser && appUser !== owner) {
      const { rows } = await client.query(`select pg_has_role($1, $2, 'usage') as member`, [appUser, appRole])
      if (!rows[0].member) await asAdministrator(client, `grant ${appRole} to ${pg.escapeIdentifier(appUser)}`)
      return { setRole: null }
    }
    if (!(await canBecome(client, appRole))) await asAdministrator(client, `grant ${appRole} to ${pg.escapeIdentifier(owner)}`)
    return { setRole: appRole }
  })
}

/** What a database needs before its first migration. */
async function equip(client: pg.Client, owner: string): Promise<void> {
  await client.query(`select pg_advisory_lock(${lock})`)
  for (const extension of extensions)
    if (!(await exists(client, 'pg_extension', 'extname', extension))) await asAdministrator(client, `create extension ${extension}`)
  const defaults = `alter default privileges for role ${pg.escapeIdentifier(owner)} in schema public`
  await asAdministrator(client, `grant usage on schema public to ${appRole}`)
  await client.query(`${defaults} grant select, insert, update, delete on tables to ${appRole}`)
  await client.query(`${defaults} grant usage, select on sequences to ${appRole}`)
}

/** Runs a statement that only some may; who may not is told what to ask their administrator for. */
async function asAdministrator(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    const { message } = error as Error
    throw new Error(`The database needs its administrator to run "${statement}" in it once (${message}).`, { cause: error })
  }
}

async function canBecome(client: pg.Client, role: string): Promise<boolean> {
  try {
    await client.query(`set role ${role}`)
    await client.query('reset role')
    return true
  } catch {
    return false
  }
}

async function exists(client: pg.Client, catalog: string, column: string, name: string): Promise<boolean> {
  const { rowCount } = await client.query(`select from ${catalog} where ${column} = $1`, [name])
  return rowCount === 1
}

async function currentUser(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ user: string }>('select current_user as user')
  return rows[0]?.user ?? ''
}

/** The same server, another database, perhaps as another user; only for servers that trust their socket. */
export function inDatabase(url: string, database: string, user?: string): string {
  const address = new URL(url)
  address.pathname = `/${encodeURIComponent(database)}`
  if (user) address.username = user
  return address.href
}

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'simbiosi set-up' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
