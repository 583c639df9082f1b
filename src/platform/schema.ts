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

export interface Amendment {
  remarkId: string
  revision: number
  statementId: string
}

export interface Annotation {
  blockId: string
  consultationId: string
  contributionId: string
  ends: number
  exact: string
  prefix: string
  starts: number
  suffix: string
  versionId: string
}

export interface AnnotationCarrying {
  afterNumber: number
  consultationId: string
  versionId: string
}

export interface AnnotationPlace {
  blockId: string | null
  carriedAt: Timestamp
  confirmedAt: Timestamp | null
  confirmedBy: string | null
  consultationId: string
  contributionId: string
  ends: number | null
  offered: ColumnType<unknown, string | undefined, string>
  starts: number | null
  state: string
  versionId: string
  waits: boolean
}

export interface Answerable {
  assignedTo: string | null
  authorId: string | null
  blockId: string | null
  clusterId: string | null
  consultationId: string | null
  contributionId: string | null
  contributorKind: string | null
  hidden: boolean | null
  number: number | null
  published: boolean | null
  receivedAt: Timestamp | null
  replyId: string | null
  revision: number | null
  sectionId: string | null
  supports: number | null
  text: string | null
  withdrawn: boolean | null
}

export interface AnswerAssignment {
  at: Timestamp
  by: string
  consultationId: string
  contributionId: string
  personId: string
}

export interface Answered {
  consultationId: string
  contributionId: string
  replyId: string
}

export interface AnswerPublication {
  at: Timestamp
  by: string
  consultationId: string
  contributions: number
  day: Day
  id: string
  replies: number
}

export interface ApprovedMinutes {
  approvedBy: string
  approvedOn: Day
  /**
   * sha256 of the text of a meeting, of the canonical JSON of the statements of a hearing
   */
  hash: Buffer
  sittingId: string
  version: number
}

export interface BlockComment {
  at: Timestamp
  authorId: string
  blockId: string
  documentId: string
  id: string
  parentId: string | null
  resolvedAt: Timestamp | null
  resolvedBy: string | null
  revision: number
  text: string
}

export interface BlockTally {
  blockId: string
  changes: Generated<number>
  consultationId: string
  shard: number
  visible: Generated<number>
}

export interface Body {
  actDay: Day | null
  actFileId: string | null
  actNumber: string | null
  cycleId: string
  decisionId: string | null
  dissolvedOn: Day | null
  ecosystemId: string
  fromDay: Day
  id: string
  kind: string
  mandate: string
  name: string
  parentId: string | null
  quorumCount: number | null
  quorumKind: string
  quorumOf: number | null
  toDay: Day | null
}

export interface BodyMember {
  bodyId: string
  fromDay: Day
  grantId: string
  id: string
  organisationId: string | null
  personId: string
  role: string
  showsName: Generated<boolean>
  substituteFor: string | null
  toDay: Day | null
}

export interface CalendarKey {
  hash: Buffer
  issuedAt: Timestamp
  personId: string
}

export interface Consultation {
  aimsEn: string | null
  aimsIt: string | null
  channels: string[]
  closesAt: ColumnType<Date | null, never, never>
  closesOn: Day | null
  comments: boolean
  concludedAt: Timestamp | null
  contactAddress: string | null
  contactCertifiedMail: string | null
  contactMail: string | null
  contactOffice: string | null
  createdAt: Timestamp
  cycleId: string
  discardedAt: Timestamp | null
  discardReason: string | null
  documentId: string
  ecosystemId: string
  firstOpensOn: Day | null
  id: string
  kind: string
  languages: string[]
  minimumDays: number
  openedAt: Timestamp | null
  opensAt: ColumnType<Date | null, never, never>
  opensOn: Day | null
  participants: string
  revision: Generated<number>
  supports: boolean
  suspendedOn: Day | null
  titleEn: string | null
  titleIt: string
  versionId: string
}

export interface ConsultationChange {
  at: Timestamp
  by: string
  closesAfter: Day
  closesBefore: Day
  consultationId: string
  day: Day
  fromAt: Timestamp | null
  id: string
  kind: string
  reason: string
  toAt: Timestamp | null
  versionAfter: string | null
  versionBefore: string | null
}

export interface ConsultationDate {
  addedAt: Timestamp
  address: string | null
  cancelledAt: Timestamp | null
  changedAt: Timestamp
  consultationId: string
  day: Day
  ends: string | null
  id: string
  kind: string
  place: string | null
  revision: number
  starts: string | null
  titleEn: string | null
  titleIt: string
}

export interface ConsultationEvaluation {
  again: boolean
  at: Timestamp
  clear: number
  comment: string | null
  consultationId: string
  easy: number
  heard: number | null
  personId: string
}

export interface ConsultationMaterial {
  addedAt: Timestamp
  address: string | null
  consultationId: string
  fileId: string | null
  id: string
  lang: string
  position: number
  titleEn: string | null
  titleIt: string
}

export interface ConsultationQuestion {
  consultationId: string
  id: string
  kind: string
  options: ColumnType<unknown, string | undefined, string>
  position: number
  required: boolean
  rows: ColumnType<unknown, string | undefined, string>
  scaleFrom: number | null
  scaleTo: number | null
  showIfOption: number | null
  showIfQuestion: string | null
  textEn: string | null
  textIt: string
}

export interface ConsultationTally {
  changes: Generated<number>
  consultationId: string
  elsewhere: Generated<number>
  hidden: Generated<number>
  organisations: Generated<number>
  received: Generated<number>
  shard: number
  supports: Generated<number>
  withdrawn: Generated<number>
}

export interface Contribution {
  answers: ColumnType<unknown, string | undefined, string>
  appealedAt: Timestamp | null
  authorId: string
  blockId: string | null
  changedAt: Timestamp | null
  channel: string
  consultationId: string
  contributorKind: string
  enteredBy: string
  hash: Buffer
  hiddenAt: Timestamp | null
  hiddenRule: string | null
  id: string
  idempotencyKey: string
  lang: string
  mandate: string | null
  mandateFileId: string | null
  number: number
  organisationId: string | null
  protocolDay: Day | null
  protocolNumber: string | null
  receivedAt: Timestamp
  revision: Generated<number>
  sectionId: string | null
  showsName: boolean
  supports: Generated<number>
  takenOutIn: string | null
  targetKind: string
  text: string | null
  versionId: string
  withdrawnAt: Timestamp | null
}

export interface ContributionComment {
  at: Timestamp
  authorId: string
  consultationId: string
  contributionId: string
  hiddenAt: Timestamp | null
  hiddenRule: string | null
  id: string
  showsName: boolean
  text: string
  withdrawnAt: Timestamp | null
}

export interface ContributionDraft {
  consultationId: string
  content: ColumnType<unknown, string, string>
  id: string
  personId: string
  savedAt: Timestamp
}

export interface ContributionFile {
  addedIn: number
  consultationId: string
  contributionId: string
  fileId: string
  position: number
  questionId: string | null
  removedIn: number | null
}

export interface ContributionFlag {
  at: Timestamp
  consultationId: string
  contributionId: string
  note: string | null
  personId: string
  rule: string
  settledAt: Timestamp | null
}

export interface ContributionImport {
  begunAt: Timestamp
  begunBy: string
  channel: string
  columns: string[]
  consultationId: string
  endedAt: Timestamp | null
  entered: Generated<number>
  fileUntil: Timestamp | null
  id: string
  known: Generated<number>
  mapping: ColumnType<unknown, string, string>
  movedAt: Timestamp
  name: string
  position: Generated<number>
  refused: Generated<number>
  removed: Generated<number>
  stopped: string | null
  stoppedBy: string | null
  total: number
  undoAskedAt: Timestamp | null
  undoAskedBy: string | null
  undoLine: Generated<number>
  undoneAt: Timestamp | null
  undoReason: string | null
}

export interface ContributionImportLine {
  consultationId: string
  contributionId: string | null
  importId: string
  line: number
  protocolNumber: string
  whyEn: string | null
  whyIt: string | null
}

export interface ContributionLikeness {
  bands: number[]
  clusterId: string | null
  consultationId: string
  contributionId: string
  revision: number
  wordsHash: Buffer
}

export interface ContributionRevision {
  answers: ColumnType<unknown, string, string>
  at: Timestamp
  consultationId: string
  contributionId: string
  hash: Buffer
  revision: number
  showsName: boolean
  text: string | null
}

export interface ContributionSupport {
  at: Timestamp
  consultationId: string
  contributionId: string
  personId: string
}

export interface Cycle {
  begunOn: Day
  ecosystemId: string
  fromCycleId: string | null
  id: string
  number: number
  outcome: string | null
}

export interface Decision {
  adopted: boolean
  annulledOn: Day | null
  annulledReason: string | null
  bodyId: string
  id: string
  kind: string
  meetingId: string
  number: number
  takenOn: Day
  text: string
  title: string
  votesAbstained: number | null
  votesAgainst: number | null
  votesFor: number | null
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

export interface Document {
  begunBy: string
  begunOn: Day
  bodies: Generated<string[]>
  cycleId: string
  ecosystemId: string
  id: string
  kind: string
  titleEn: string | null
  titleIt: string
}

export interface DocumentBlock {
  data: ColumnType<unknown, string, string>
  documentId: string
  html: string
  id: string
  kind: string
  level: number
  position: number
  revision: number
  source: string
  text: string
}

export interface DocumentBlockRevision {
  at: Timestamp
  authorId: string
  blockId: string
  data: ColumnType<unknown, string, string>
  documentId: string
  kind: string
  level: number
  removed: Generated<boolean>
  revision: number
  source: string
}

export interface DocumentVersion {
  adoptedOn: Day | null
  blockCount: number
  decisionId: string | null
  documentId: string
  finalOn: Day | null
  frozenAt: Timestamp
  frozenBy: string
  frozenOn: Day
  hash: Buffer
  id: string
  note: string | null
  number: number
  publishedOn: Day | null
  titleEn: string | null
  titleIt: string
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

export interface EcosystemFollow {
  ecosystemId: string
  personId: string
  since: Timestamp
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

export interface EventFollower {
  name: string
  position: number
}

export interface EventPosition {
  eventId: string
  position: Generated<number>
}

export interface EventToPlace {
  eventId: string
}

export interface File {
  createdAt: Timestamp
  id: string
  name: string
  open: boolean
  room: string
  sha256: Buffer
  size: number
  type: string
}

export interface FilePart {
  bytes: Buffer
  fileId: string
  position: number
}

export interface FinalStatement {
  finalOn: Day
  hearingId: string
  position: number
  revision: number
  statementId: string
}

export interface Hearing {
  calledAt: Timestamp
  cancelledAt: Timestamp | null
  cancelReason: string | null
  changedAt: Timestamp
  closesOn: Day
  cycleId: string
  ecosystemId: string
  id: string
  number: number
  opensOn: Day
  openTo: string
  questions: string
  reason: string
  recordingLink: string | null
  revision: number
  title: string
}

export interface HearingInvitation {
  declinedAt: Timestamp | null
  hearingId: string
  id: string
  invitedAt: Timestamp
  personId: string
  stakeholderId: string
}

export interface HearingRegistration {
  fileId: string | null
  hearingId: string
  id: string
  personId: string
  registeredAt: Timestamp
  slotId: string
  stakeholderId: string
  subject: string | null
  withdrawnAt: Timestamp | null
}

export interface HearingSlot {
  capacity: number
  endsAt: Timestamp
  hearingId: string
  id: string
  link: string | null
  place: string | null
  startsAt: Timestamp
}

export interface Interconnection {
  addedOn: Day
  dataEn: string | null
  dataIt: string
  ecosystemId: string
  evidenceUrl: string | null
  fromId: string
  id: string
  means: string | null
  plannedOn: Day | null
  plannedPrecision: string | null
  projectId: string | null
  purposeEn: string | null
  purposeIt: string
  realisedOn: Day | null
  realisedPrecision: string | null
  revision: number
  toId: string
  withdrawnOn: Day | null
  withdrawnReason: string | null
}

export interface InterconnectionRevision {
  authorId: string
  content: ColumnType<unknown, string, string>
  day: Day
  interconnectionId: string
  number: number
}

export interface InterventionArea {
  id: string
  name: string
  slug: string
}

export interface Invitation {
  answer: string | null
  answeredAt: Timestamp | null
  attendance: string | null
  id: string
  meetingId: string
  memberId: string
}

export interface Involvement {
  day: Day
  id: string
  level: string
  note: string
  stakeholderId: string
}

export interface JobSchedule {
  lastAt: Timestamp
  name: string
}

export interface Mail {
  address: string | null
  calendar: ColumnType<unknown, string | null | undefined, string | null>
  code: number | null
  createdAt: Timestamp
  id: string
  key: string
  kind: string | null
  lang: string | null
  letter: ColumnType<unknown, string | null | undefined, string | null>
  personId: string | null
  settledAt: Timestamp | null
  state: string
  thread: string | null
}

export interface MailboxBounce {
  addressHash: Buffer
  at: Timestamp
  code: number
  personId: string | null
}

export interface Meeting {
  agenda: string
  bodyId: string
  cancelledAt: Timestamp | null
  cancelReason: string | null
  changedAt: Timestamp
  convenedAt: Timestamp
  endsAt: Timestamp
  id: string
  link: string | null
  number: number
  place: string | null
  quorum: number | null
  revision: number
  seats: number | null
  seatsFilled: number | null
  startsAt: Timestamp
}

export interface MeetingPaper {
  addedAt: Timestamp
  address: string | null
  fileId: string | null
  id: string
  meetingId: string
  name: string
}

export interface Minutes {
  hearingId: ColumnType<string | null, never, never>
  kind: string
  meetingId: ColumnType<string | null, never, never>
  remarksUntil: Day | null
  sentAt: Timestamp | null
  sentVersion: number | null
  sittingId: string
  version: number
}

export interface MinutesCorrection {
  authorId: string
  id: string
  madeOn: Day
  number: number
  reason: string
  sittingId: string
  text: string
}

export interface MinutesRemark {
  answeredAt: Timestamp | null
  at: Timestamp
  id: string
  kind: string
  outcome: string | null
  personId: string
  reason: string | null
  sittingId: string
  text: string | null
  version: number
}

export interface MinutesVersion {
  at: Timestamp
  authorId: string
  meetingId: string
  text: string
  version: number
}

export interface ModerationAct {
  at: Timestamp
  by: string
  consultationId: string
  contributionId: string
  id: string
  kind: string
  reason: string | null
  rule: string | null
}

export interface Need {
  ecosystemId: string
  evidenceLink: string | null
  evidenceText: string | null
  folded: ColumnType<string, never, never>
  frequency: number | null
  id: string
  mergedInto: string | null
  number: number
  organisationId: string | null
  recordedBy: string
  recordedOn: Day
  revision: Generated<number>
  severity: number | null
  sourceId: string | null
  sourceKind: string
  stakeholderId: string | null
  statement: string
  voiceKind: string
  why: string | null
  words: ColumnType<string, never, never>
}

export interface NeedCall {
  calledOn: Day
  closesOn: Day
  ecosystemId: string
  guidance: string
  id: string
  number: number
  opensOn: Day
  title: string
}

export interface NeedCorrection {
  before: ColumnType<unknown, string, string>
  correctedBy: string
  correctedOn: Day
  needId: string
  number: number
  reason: string
}

export interface NeedLikeness {
  dismissedBy: string | null
  dismissedOn: Day | null
  ecosystemId: string
  needId: string
  otherId: string
  score: number
}

export interface NeedMerger {
  id: string
  intoId: string
  mergedBy: string
  mergedOn: Day
  needId: string
  reason: string
  undoneBy: string | null
  undoneOn: Day | null
  undoneReason: string | null
}

export interface NeedNumber {
  ecosystemId: string
  lastCall: Generated<number>
  lastNeed: Generated<number>
}

export interface NeedProposal {
  answeredBy: string | null
  answeredOn: Day | null
  callId: string
  evidenceLink: string | null
  evidenceText: string | null
  frequency: number | null
  id: string
  key: string
  needId: string | null
  organisationId: string | null
  outcome: string | null
  personId: string
  proposedAt: Timestamp
  reason: string | null
  severity: number | null
  statement: string
  voiceKind: string
  why: string | null
  withdrawnOn: Day | null
}

export interface Notice {
  address: string
  at: Timestamp
  digest: string | null
  eventId: string
  id: string
  isRead: ColumnType<boolean, never, never>
  kind: string
  personId: string
  readAt: Timestamp | null
  words: ColumnType<unknown, string, string>
}

export interface NoticePreference {
  cadence: string
  kind: string
  personId: string
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

export interface OutcomeReport {
  consultationId: string
  finalVersionId: string | null
  narrativeEn: string | null
  narrativeIt: string | null
  publishedAt: Timestamp | null
  publishedBy: string | null
  publishedOn: Day | null
  revision: Generated<number>
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
  phase: string
  startedOn: Day | null
}

export interface PhaseTerm {
  cycleId: string
  dueOn: Day | null
  duePrecision: string | null
  dueQualifier: string | null
  dueSource: string
  expectedOn: Day | null
  expectedPrecision: string | null
  id: string
  phase: string
  setOn: Day
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

export interface Project {
  addedOn: Day
  audiences: string[]
  ecosystemId: string
  endedOn: Day | null
  expectedEnd: Day | null
  expectedStart: Day | null
  folded: ColumnType<string, never, never>
  id: string
  kind: string
  link: string | null
  partOfId: string | null
  revision: number
  startedOn: Day | null
  stoppedOn: Day | null
  stoppedReason: string | null
  summaryEn: string | null
  summaryIt: string
  titleEn: string | null
  titleIt: string
  withdrawnOn: Day | null
  withdrawnReason: string | null
}

export interface ProjectNeed {
  extent: string
  needId: string
  projectId: string
  since: Day
}

export interface ProjectOrganisation {
  organisationId: string
  position: number
  projectId: string
}

export interface ProjectRevision {
  authorId: string
  content: ColumnType<unknown, string, string>
  day: Day
  number: number
  projectId: string
}

export interface Ranking {
  abandonedOn: Day | null
  abandonedReason: string | null
  begunOn: Day
  bodyId: string
  closedOn: Day | null
  ecosystemId: string
  frozenOn: Day | null
  id: string
  number: number
  title: string
}

export interface RankingBallot {
  givenAt: Timestamp
  id: string
  memberId: string
  personId: string
  rankingId: string
  role: string
  seatId: string
  withdrawnAt: Timestamp | null
}

export interface RankingCriterion {
  direction: string
  explanation: string | null
  id: string
  name: string
  position: number
  rankingId: string
  weight: number
}

export interface RankingOption {
  blockId: string
  id: string
  position: number
  rankingId: string
  title: string
}

export interface RankingScore {
  ballotId: string
  criterionId: string
  optionId: string
  score: number
}

export interface Reply {
  blockIds: Generated<string[]>
  consultationId: string
  id: string
  outcome: string
  preparedAt: Timestamp
  preparedBy: string
  publicationId: string | null
  publishedAt: Timestamp | null
  reasonEn: string | null
  reasonIt: string
  revision: Generated<number>
}

export interface ReplyCorrection {
  at: Timestamp
  blockIds: string[]
  by: string
  consultationId: string
  outcome: string
  reasonEn: string | null
  reasonIt: string
  replyId: string
  revision: number
  why: string
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

export interface Revision {
  countedBy: number
  number: number
  shard: number
  topic: string
}

export interface RoleGrant {
  endedBy: string | null
  endedOn: Day | null
  fromDay: Day
  grantedAt: Timestamp
  grantedBy: string
  guides: string | null
  id: string
  personId: string
  role: string
  scopeId: string | null
  scopeKind: string
  toDay: Day | null
}

export interface SearchConsultations {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
}

export interface SearchDocuments {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
}

export interface SearchEcosystems {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
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

export interface SearchGroups {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
}

export interface SearchHearings {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
}

export interface SearchLandscape {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
}

export interface SearchNeeds {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
}

export interface SearchOrganisations {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
}

export interface SearchPlan {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
}

export interface SearchPortfolio {
  bodyEn: string | null
  bodyIt: string | null
  key: string | null
  kind: string | null
  part: number | null
  place: string[] | null
  titleEn: string | null
  titleIt: string | null
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

export interface Stakeholder {
  addedOn: Day
  ecosystemId: string
  id: string
  influence: number | null
  interest: number | null
  involvement: string
  kind: string
  notes: string | null
  organisationId: string | null
  personId: string | null
  removedOn: Day | null
  revision: number
  showsName: Generated<boolean>
}

export interface Statement {
  hearingId: string
  id: string
  position: number
  removedAt: Timestamp | null
  revision: number
}

export interface StatementRevision {
  at: Timestamp
  authorId: string
  revision: number
  stakeholderId: string
  statementId: string
  text: string
}

export interface System {
  access: string
  accessUrl: string | null
  acronym: string | null
  addedOn: Day
  apiUrl: string | null
  dataEn: string | null
  dataIt: string | null
  datasetUrl: string | null
  descriptionEn: string | null
  descriptionIt: string
  ecosystemId: string
  expectedOn: Day | null
  expectedPrecision: string | null
  folded: ColumnType<string, never, never>
  foldedAcronym: ColumnType<string, never, never>
  holderId: string
  id: string
  inServiceOn: Day | null
  inServicePrecision: string | null
  kind: string
  nameEn: string | null
  nameIt: string
  nationalInterest: Generated<boolean>
  pageUrl: string | null
  personalData: boolean | null
  retiredOn: Day | null
  retiredReason: string | null
  revision: number
  withdrawnOn: Day | null
  withdrawnReason: string | null
}

export interface SystemConcern {
  ecosystemId: string
  systemId: string
}

export interface SystemRevision {
  authorId: string
  content: ColumnType<unknown, string, string>
  day: Day
  number: number
  systemId: string
}

export interface Task {
  assignedAt: Timestamp
  bodyId: string
  doneAt: Timestamp | null
  dueDay: Day
  id: string
  meetingId: string | null
  note: string | null
  ownerId: string
  text: string
  withdrawnAt: Timestamp | null
}

export interface Upload {
  content: Buffer
  expiresAt: Timestamp
  id: string
  name: string
  room: string
  subject: string
  uploadedBy: string
}

export interface VersionBlock {
  blockId: string
  data: ColumnType<unknown, string, string>
  html: string
  kind: string
  level: number
  position: number
  source: string
  text: string
  versionId: string
}

export interface Schema {
  actionActor: ActionActor
  actionArea: ActionArea
  actionLineage: ActionLineage
  actionResult: ActionResult
  actionResultVersion: ActionResultVersion
  amendment: Amendment
  annotation: Annotation
  annotationCarrying: AnnotationCarrying
  annotationPlace: AnnotationPlace
  answerable: Answerable
  answerAssignment: AnswerAssignment
  answered: Answered
  answerPublication: AnswerPublication
  approvedMinutes: ApprovedMinutes
  blockComment: BlockComment
  blockTally: BlockTally
  body: Body
  bodyMember: BodyMember
  calendarKey: CalendarKey
  consultation: Consultation
  consultationChange: ConsultationChange
  consultationDate: ConsultationDate
  consultationEvaluation: ConsultationEvaluation
  consultationMaterial: ConsultationMaterial
  consultationQuestion: ConsultationQuestion
  consultationTally: ConsultationTally
  contribution: Contribution
  contributionComment: ContributionComment
  contributionDraft: ContributionDraft
  contributionFile: ContributionFile
  contributionFlag: ContributionFlag
  contributionImport: ContributionImport
  contributionImportLine: ContributionImportLine
  contributionLikeness: ContributionLikeness
  contributionRevision: ContributionRevision
  contributionSupport: ContributionSupport
  cycle: Cycle
  decision: Decision
  demoSignIn: DemoSignIn
  document: Document
  documentBlock: DocumentBlock
  documentBlockRevision: DocumentBlockRevision
  documentVersion: DocumentVersion
  ecosystem: Ecosystem
  ecosystemActor: EcosystemActor
  ecosystemFollow: EcosystemFollow
  ecosystemLead: EcosystemLead
  ecosystemSlug: EcosystemSlug
  event: Event
  eventFollower: EventFollower
  eventPosition: EventPosition
  eventToPlace: EventToPlace
  file: File
  filePart: FilePart
  finalStatement: FinalStatement
  hearing: Hearing
  hearingInvitation: HearingInvitation
  hearingRegistration: HearingRegistration
  hearingSlot: HearingSlot
  interconnection: Interconnection
  interconnectionRevision: InterconnectionRevision
  interventionArea: InterventionArea
  invitation: Invitation
  involvement: Involvement
  jobSchedule: JobSchedule
  mail: Mail
  mailboxBounce: MailboxBounce
  meeting: Meeting
  meetingPaper: MeetingPaper
  minutes: Minutes
  minutesCorrection: MinutesCorrection
  minutesRemark: MinutesRemark
  minutesVersion: MinutesVersion
  moderationAct: ModerationAct
  need: Need
  needCall: NeedCall
  needCorrection: NeedCorrection
  needLikeness: NeedLikeness
  needMerger: NeedMerger
  needNumber: NeedNumber
  needProposal: NeedProposal
  notice: Notice
  noticePreference: NoticePreference
  organisation: Organisation
  organisationName: OrganisationName
  organisationUpload: OrganisationUpload
  outcomeReport: OutcomeReport
  person: Person
  personalToken: PersonalToken
  personDetail: PersonDetail
  personLogin: PersonLogin
  phaseRun: PhaseRun
  phaseTerm: PhaseTerm
  planAction: PlanAction
  planActionVersion: PlanActionVersion
  planActor: PlanActor
  planChapter: PlanChapter
  planChapterVersion: PlanChapterVersion
  planEdition: PlanEdition
  planImport: PlanImport
  project: Project
  projectNeed: ProjectNeed
  projectOrganisation: ProjectOrganisation
  projectRevision: ProjectRevision
  ranking: Ranking
  rankingBallot: RankingBallot
  rankingCriterion: RankingCriterion
  rankingOption: RankingOption
  rankingScore: RankingScore
  reply: Reply
  replyCorrection: ReplyCorrection
  resultDeclaration: ResultDeclaration
  revision: Revision
  roleGrant: RoleGrant
  searchConsultations: SearchConsultations
  searchDocuments: SearchDocuments
  searchEcosystems: SearchEcosystems
  searchEntry: SearchEntry
  searchGroups: SearchGroups
  searchHearings: SearchHearings
  searchLandscape: SearchLandscape
  searchNeeds: SearchNeeds
  searchOrganisations: SearchOrganisations
  searchPlan: SearchPlan
  searchPortfolio: SearchPortfolio
  searchSource: SearchSource
  searchWord: SearchWord
  session: Session
  setting: Setting
  stakeholder: Stakeholder
  statement: Statement
  statementRevision: StatementRevision
  system: System
  systemConcern: SystemConcern
  systemRevision: SystemRevision
  task: Task
  upload: Upload
  versionBlock: VersionBlock
}
