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

export interface Organisation {
  acronym: string | null
  id: string
  ipaCategory: string | null
  ipaCode: string | null
  kind: string
  parentId: string | null
  taxCode: string | null
}

export interface OrganisationName {
  folded: ColumnType<string, never, never>
  id: string
  name: string
  organisationId: string
  validFrom: Day | null
  validUntil: Day | null
  words: ColumnType<string, never, never>
}

export interface OrganisationUpload {
  at: ColumnType<Date, Date | string, Date | string>
  id: string
  personId: string
  rows: Buffer
}

export interface Setting {
  name: string
  value: ColumnType<unknown, string, string>
}

export interface Schema {
  event: Event
  organisation: Organisation
  organisationName: OrganisationName
  organisationUpload: OrganisationUpload
  setting: Setting
}
