export { annotating } from './actions/annotate.ts'
export { changeText, extendConsultation, recordInterruption, resumeConsultation, suspendConsultation } from './actions/calendar.ts'
export { carryContributions, carrying } from './actions/carry.ts'
export { changeContribution, withdrawContribution } from './actions/change.ts'
export { comment } from './actions/comments.ts'
export { type Besides, ContributeForm, type ContributeInput, contribute, type Receipt, type Sent } from './actions/contribute.ts'
export { EnterForm, type EnterInput, enterContribution } from './actions/enter.ts'
export { beginImport, previewContributions } from './actions/import.ts'
export { addMaterial } from './actions/materials.ts'
export { addMilestone } from './actions/milestones.ts'
export { appeal, hide, settleAppeal } from './actions/moderate.ts'
export { placeAnnotation } from './actions/place.ts'
export { addQuestion } from './actions/questions.ts'
export {
  describeAims,
  openConsultation,
  prepareConsultation,
  setCalendar,
  setContacts,
  setParticipation,
} from './actions/set-up.ts'
export { support } from './actions/supports.ts'
export type { Answers, AnswerTold } from './answers-told.ts'
export { actsWithNews, newsOf } from './audiences/accompaniment.ts'
export { consultationAudiences } from './audiences.ts'
export { consultationDays } from './calendar.ts'
export { type ConsultationDuty, consultationDuties } from './duties.ts'
export { type ConsultationFact, closingSoon, consultationFacts, strategiesConsulted } from './facts.ts'
export { mayReadAttachments } from './files.ts'
export { contributionsHeld } from './held.ts'
export { importing } from './importing.ts'
export { openedMark } from './open-forms.ts'
export { type By, signaturesOf } from './people.ts'
export { sectionOfTarget, sectionsOfVersion } from './places.ts'
export { encloseContribution } from './receipt-mail.ts'
export {
  aimsIn,
  type Consultation,
  type ConsultationId,
  type ConsultationState,
  isOpened,
  markOf,
  type OpenedConsultation,
  placeOfConsultation,
  stateOn,
  titleIn,
} from './rules/consultation.ts'
export {
  type Contribution,
  type ContributionId,
  type ContributionState,
  contributionState,
  mustBeTaking,
  receiptNumber,
  type Target,
  type TargetKind,
} from './rules/contributions.ts'
export { importUnderWay } from './rules/imports.ts'
export { asked, optionIn, type Question, questionIn } from './rules/questions.ts'
export { graceMinutes } from './rules/windows.ts'
export { changesOf, consultedVersions, consultedVersionsOf } from './store/changes.ts'
export {
  closeLedger,
  consultationsById,
  consultationsOf,
  consultationsOfDocument,
  countOpen,
  findConsultation,
  getConsultation,
  listOpened,
  lockConsultation,
} from './store/consultations.ts'
export {
  attachmentsOf,
  contributionByNumber,
  contributionsById,
  findContribution,
  getContribution,
  revisionsOf,
} from './store/contributions.ts'
export { importsUnderWay } from './store/imports.ts'
export { type ContributionQuery, cursorAfter, listContributions, type Order } from './store/listing.ts'
export { countAppeals } from './store/moderation.ts'
export { countWaiting as countWaitingPlaces, waitingPlaces } from './store/placed.ts'
export { questionsOf } from './store/questions.ts'
export { heatOf, type Numbers, numbersOf } from './store/tallies.ts'
