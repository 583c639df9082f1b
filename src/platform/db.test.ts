import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openHouse } from '../testing.ts'
import { kept } from './db.ts'

test('a statement that is kept is prepared once by each connection, and no other is', async () => {
  const { db } = await openHouse()
  const prepared = (by: number) =>
    sql<{ statement: string }>`select statement from pg_prepared_statements where ${by}::int > 0 ${kept}`.execute(db)
  await prepared(1)
  await db.selectFrom('event').select('id').execute()
  const { rows } = await prepared(2)
  expect(rows.filter(({ statement }) => statement.includes('pg_prepared_statements'))).toHaveLength(1)
  expect(rows.filter(({ statement }) => statement.includes('event'))).toEqual([])
})
