// Generated from db/migrations by `npm run db:types`. Do not edit.

import type { ColumnType } from 'kysely'
import type { Day } from '../kernel/day.ts'

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface ActionActor {
  actorId: string
  position: number
  versionId: string
}

export interface ActionArea {
  areaId: string
  horizons: string[]
  position: number
  versionId: string
}

export interface ActionLineage {
  authorId: string
  day: Day
  fromCode: string | null
  fromEdition: string
  id: string
  kind: string
  reason: string
  recordedAt: Timestamp
  toCode: string | null
  toEdition: string
  withdrawnBy: string | null
  withdrawnOn: Day | null
}

export interface ActionResult {
  actionId: string
  id: string
}

export interface ActionResultVersion {
  criterion: ColumnType<unknown, string | null | undefined, string | null>
  dueDay: Day | null
  duePrecision: string | null
  dueQualifier: string | null
  position: number
  resultId: string
  text: string
  versionId: string
}

export interface Cycle {
  begunOn: Day
  ecosystemId: string
  fromCycleId: string | null
  id: string
  number: number
  outcome: string | null
}

export interface DemoSignIn {
  expiresAt: Timestamp | null
  grantId: string | null
  id: string
  model: string
  payload: ColumnType<unknown, string, string>
  subjectHash: Buffer | null
  uid: string | null
}

export interface Ecosystem {
  id: string
  nameEn: string | null
  nameIt: string
  parentId: string | null
  priority: Generated<boolean>
  prioritySource: string | null
  since: Day
  slug: string
  summaryEn: string | null
  summaryIt: string | null
}

export interface EcosystemActor {
  ecosystemId: string
  fromDay: Day
  id: string
  label: string
  organisationId: string | null
  position: number
  source: string | null
  toDay: Day | null
}

export interface EcosystemLead {
  ecosystemId: string
  fromDay: Day
  id: string
  organisationId: string
  position: number
  source: string | null
  toDay: Day | null
}

export interface EcosystemSlug {
  ecosystemId: string
  slug: string
}

export interface Event {
  act: string
  actorId: string
  at: Timestamp
  day: Day
  facts: ColumnType<unknown, string, string>
  hash: Buffer
  id: string
  placeId: string | null
  placeKind: string
  subjectId: string
}

export interface InterventionArea {
  id: string
  name: string
  slug: string
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
  at: Timestamp
  id: string
  personId: string
  report: ColumnType<unknown, string | null | undefined, string | null>
  rows: Buffer | null
}

export interface Person {
  createdAt: Timestamp
  erasedAt: Timestamp | null
  id: string
}

export interface PersonalToken {
  createdAt: Timestamp
  expiresOn: Day
  hash: Buffer
  id: string
  lastUsedAt: Timestamp | null
  name: string
  personId: string
  revokedAt: Timestamp | null
  rooms: string[]
}

export interface PersonDetail {
  email: string | null
  emailConfirmed: Generated<boolean>
  folded: ColumnType<string, never, never>
  lang: string
  name: string
  personId: string
  taxCode: string | null
}

export interface PersonLogin {
  createdAt: Timestamp
  issuer: string
  personId: string
  provider: string
  subjectHash: Buffer
}

export interface PhaseRun {
  concludedOn: Day | null
  cycleId: string
  derogationReason: string | null
  dueOn: Day | null
  duePrecision: string | null
  dueQualifier: string | null
  dueSource: string | null
  expectedOn: Day | null
  expectedPrecision: string | null
  phase: string
  startedOn: Day | null
}

export interface PlanAction {
  code: string
  editionId: string
  id: string
  number: number
}

export interface PlanActionVersion {
  actionId: string
  actorsText: string
  anchor: string | null
  areasText: string
  chapterId: string | null
  description: ColumnType<unknown, string, string>
  descriptionText: string
  hash: string
  id: string
  importId: string
  isCurrent: boolean
  recordedAt: Timestamp
  resultsText: string
  scopes: string[]
  search: ColumnType<string | null, never, never>
  sourceKind: string
  timingDay: Day | null
  timingPrecision: string | null
  timingQualifier: string | null
  timingText: string
  title: string
  validFrom: Day
  version: number
}

export interface PlanActor {
  id: string
  name: string
  slug: string
}

export interface PlanChapter {
  editionId: string
  id: string
  slug: string
}

export interface PlanChapterVersion {
  body: ColumnType<unknown, string | null | undefined, string | null>
  chapterId: string
  hash: string
  id: string
  importId: string
  isCurrent: boolean
  number: number | null
  part: string | null
  plainText: string
  position: number
  recordedAt: Timestamp
  title: string
  validFrom: Day
  version: number
}

export interface PlanEdition {
  code: string
  discussUrl: string | null
  fromYear: number
  id: string
  publishedOn: Day | null
  readMoreUrl: string | null
  title: string
  toYear: number
}

export interface PlanImport {
  at: Timestamp
  counts: ColumnType<unknown, string, string>
  day: Day
  editionId: string
  id: string
  kind: string
  refused: ColumnType<unknown, string, string>
  sourceHash: string
  unplaced: ColumnType<unknown, string, string>
}

export interface PlanUpload {
  content: Buffer
  editionCode: string
  expiresAt: Timestamp
  hash: string
  id: string
  kind: string
  uploadedBy: string
}

export interface ResultDeclaration {
  actId: string
  authorId: string
  authorRole: string
  declaredAt: Timestamp
  declaredOn: Day
  evidenceUrl: string
  id: string
  note: string | null
  resultId: string
  since: Day
  state: string
  withdrawalReason: string | null
  withdrawnAt: Timestamp | null
  withdrawnBy: string | null
  withdrawnOn: Day | null
}

export interface RoleGrant {
  endedBy: string | null
  endedOn: Day | null
  fromDay: Day
  grantedAt: Timestamp
  grantedBy: string
  id: string
  personId: string
  role: string
  scopeId: string | null
  scopeKind: string
  toDay: Day | null
}

export interface SearchEntry {
  bodyEn: string | null
  bodyIt: string | null
  document: string
  key: string
  kind: string
  part: number
  place: string[]
  titleEn: string | null
  titleIt: string
}

export interface SearchSource {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
  titleWeight: string | null
}

export interface SearchWord {
  word: string
}

export interface Session {
  createdAt: Timestamp
  expiresAt: Timestamp
  idHash: Buffer
  lastSeenAt: Timestamp
  level: string | null
  personId: string
  provider: string
}

export interface Setting {
  name: string
  value: ColumnType<unknown, string, string>
}

export interface Schema {
  actionActor: ActionActor
  actionArea: ActionArea
  actionLineage: ActionLineage
  actionResult: ActionResult
  actionResultVersion: ActionResultVersion
  cycle: Cycle
  demoSignIn: DemoSignIn
  ecosystem: Ecosystem
  ecosystemActor: EcosystemActor
  ecosystemLead: EcosystemLead
  ecosystemSlug: EcosystemSlug
  event: Event
  interventionArea: InterventionArea
  organisation: Organisation
  organisationName: OrganisationName
  organisationUpload: OrganisationUpload
  person: Person
  personalToken: PersonalToken
  personDetail: PersonDetail
  personLogin: PersonLogin
  phaseRun: PhaseRun
  planAction: PlanAction
  planActionVersion: PlanActionVersion
  planActor: PlanActor
  planChapter: PlanChapter
  planChapterVersion: PlanChapterVersion
  planEdition: PlanEdition
  planImport: PlanImport
  planUpload: PlanUpload
  resultDeclaration: ResultDeclaration
  roleGrant: RoleGrant
  searchEntry: SearchEntry
  searchSource: SearchSource
  searchWord: SearchWord
  session: Session
  setting: Setting
}
