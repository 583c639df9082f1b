// Generated from db/migrations by `npm run db:types`. Do not edit.
import type { ColumnType } from 'kysely'
import type { Day } from '../kernel/day.ts'

export interface Event {
  act: string
  actorId: string
  at: ColumnType<Date, Date | string, Date | string>
  day: Day
  facts: ColumnType<unknown, string, string>
  hash: Buffer
  id: string
  placeId: string | null
  placeKind: string
  subjectId: string
}

export interface Setting {
  name: string
  value: ColumnType<unknown, string, string>
}

export interface Schema {
  event: Event
  setting: Setting
}
