import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let app: pg.Client
let owner: pg.Client

beforeAll(async () => {
  database = await freshDatabase()
  app = new pg.Client(database.url)
  owner = new pg.Client(database.ownerUrl)
  await Promise.all([app.connect(), owner.connect()])
})
afterAll(async () => {
  await Promise.all([app.end(), owner.end()])
  await database.drop()
})

test('the application cannot alter, create or drop a table', async () => {
  for (const statement of ['alter table setting add column more text', 'drop table setting', 'create table other (id int)'])
    await expect(app.query(statement)).rejects.toThrow(/must be owner|permission denied/)
})

test('the application cannot change the record, and can read it', async () => {
  await expect(app.query('update event set act = $1', ['x'])).rejects.toThrow(/permission denied/)
  await expect(app.query('delete from event')).rejects.toThrow(/permission denied/)
  await expect(app.query('truncate event')).rejects.toThrow(/permission denied/)
  expect((await app.query('select from event')).rowCount).toBe(0)
})

test('the application cannot rewrite the history of migrations', async () => {
  await expect(app.query('delete from migration')).rejects.toThrow(/permission denied/)
  expect((await app.query('select from migration')).rowCount).toBeGreaterThan(0)
})

test('a table added by the owner can be used by the application', async () => {
  await owner.query('create table later (id bigserial primary key, word text)')
  await app.query('insert into later (word) values ($1)', ['one'])
  await app.query('update later set word = $1', ['two'])
  expect((await app.query('select word from later')).rows).toEqual([{ word: 'two' }])
})

test('accented letters are letters: in trigrams, in lower case and in the Italian order', async () => {
  const { rows } = await app.query(`select similarity('città', 'citta') as likeness, lower('È') as lower,
    (select string_agg(w, ' ' order by w collate "it-x-icu") from unnest(array['zeta', 'età', ' età', 'Eta']) w) as ordered`)
  expect(rows[0].likeness).toBeCloseTo(4 / 8)
  expect(rows[0].lower).toBe('è')
  expect(rows[0].ordered).toBe(' età Eta età zeta')
})

test('another test does not see what this one wrote', async () => {
  await app.query(`insert into setting (name, value) values ('mine', '1')`)
  const other = await freshDatabase()
  const client = new pg.Client(other.url)
  await client.connect()
  expect((await client.query(`select from setting where name = 'mine'`)).rowCount).toBe(0)
  await client.end()
  await other.drop()
})
