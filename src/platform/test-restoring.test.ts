import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openDatabase } from './db.ts'
import { inDatabase } from './provision.ts'
import { freshDatabase } from './test-database.ts'
import { restore } from './test-restoring.ts'
import { templateDatabase } from './test-server.ts'

const asSuperuser = (database: string) => inDatabase(inject('adminUrl'), database)

async function query<Row extends pg.QueryResultRow>(database: string, statement: string): Promise<Row[]> {
  const client = new pg.Client(asSuperuser(database))
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

async function freshName(): Promise<string> {
  const fresh = await freshDatabase()
  onTestFinished(fresh.drop)
  return new URL(fresh.url).pathname.slice(1)
}

/** Every row of every table, in few letters, and where the sequences stand. */
async function contentsOf(database: string): Promise<unknown> {
  const tables = await query<{ name: string }>(database, 'select name::text from pristine.emptied order by 1')
  const each = tables.map(({ name }) => `(select md5(string_agg(one::text, '|' order by one::text)) from ${name} one) as "${name}"`)
  const [rows] = await query(database, `select ${each.join(', ')}`)
  return [rows, await query(database, 'select schemaname, sequencename, last_value from pg_sequences order by 1, 2')]
}

/** A row in every table, of nothing in particular: with the checks away, whatever the columns let in. */
const fillEverything = `
  set session_replication_role = replica;
  do $$
  declare one regclass; columns text; contents text;
  begin
    for one in select name from pristine.emptied loop
      select string_agg(quote_ident(attname), ', '), string_agg(case
          when attidentity <> '' or pg_get_expr(adbin, adrelid) like 'nextval%' then 'default'
          when typtype = 'e' then quote_literal((select enumlabel from pg_enum where enumtypid = atttypid limit 1))
          when typcategory = 'A' then quote_literal('{}') when typcategory = 'R' then quote_literal('empty')
          when typcategory = 'N' then '7' when typcategory = 'B' then 'true'
          when typname in ('json', 'jsonb') then quote_literal('{}') when typname = 'bytea' then quote_literal('x')
          when typname = 'uuid' then 'gen_random_uuid()' when typcategory in ('D', 'T') then 'now()'
          else quote_literal('some') end, ', ')
        into columns, contents
        from pg_attribute join pg_type on pg_type.oid = atttypid
          left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attrelid = one and attnum > 0 and not attisdropped and attgenerated = '';
      begin
        execute format('insert into %s (%s) values (%s)', one, columns, contents);
      exception when integrity_constraint_violation or data_exception then null;
      end;
    end loop;
  end $$`

test('a database given up is put back into the very state of its template', async () => {
  const pristine = await contentsOf(templateDatabase)
  const name = await freshName()
  await query(name, fillEverything)
  await query(name, `delete from migration where number = 1; update migration set checksum = 'forged'`)
  await query(name, `insert into setting (name, value) select 'big ' || n, to_jsonb(repeat('x', 1000)) from generate_series(1, 500) n`)
  expect(await contentsOf(name)).not.toEqual(pristine)
  const filled = await query(name, `select count(*)::int as n from pristine.emptied where pg_relation_size(name) > 0`)
  expect(filled[0]?.n).toBeGreaterThan(20)
  expect(await restore(asSuperuser(name))).toBe(true)
  expect(await contentsOf(name)).toEqual(pristine)
})

test('one whose schema was changed, or whose rights were, is not put back', async () => {
  for (const change of [
    'create table more (id integer)',
    'alter table setting add column more text',
    'grant delete on event to simbiosi_app',
  ]) {
    const name = await freshName()
    await query(name, change)
    expect(await restore(asSuperuser(name))).toBe(false)
  }
})

test('one in which somebody is still at work is not put back', async () => {
  const fresh = await freshDatabase()
  const db = openDatabase(fresh.url, { max: 1 })
  await db.selectFrom('setting').selectAll().execute()
  expect(await restore(asSuperuser(new URL(fresh.url).pathname.slice(1)))).toBe(false)
  await db.destroy()
  await fresh.drop()
})

test('one given up is taken by the next test', async () => {
  const first = await freshDatabase()
  await first.drop()
  const taken: string[] = []
  for (let tries = 0; tries < 100 && !taken.includes(first.url); tries += 1) {
    const next = await freshDatabase()
    onTestFinished(next.drop)
    taken.push(next.url)
  }
  expect(taken).toContain(first.url)
})
