export { agreeWithMinutes, amendStatement, answerAmendment } from './actions/amendments.ts'
export { openCall } from './actions/calls.ts'
export { callHearing, linkRecording } from './actions/hearings.ts'
export { inviteToHearing } from './actions/invitations.ts'
export { mergeNeeds } from './actions/merging.ts'
export { addStatement, closeMinutes, sendMinutes } from './actions/minutes.ts'
export { type NeedInput, recordNeed } from './actions/needs.ts'
export { answerProposal, proposeNeed } from './actions/proposals.ts'
export { registerToHearing } from './actions/registrations.ts'
export { addStakeholder, noteInvolvement } from './actions/stakeholders.ts'
export { type HearingOnAgenda, hearingAgenda, hearingsToRegisterFor } from './agenda.ts'
export { listeningAudiences } from './audiences.ts'
export { hearingDays, ownHearingDays } from './calendar.ts'
export { type CoverSource, joinCovers, joinOrigins, type NeedMount, type Origin, type OriginSource } from './coverage.ts'
export {
  type HearingDuty,
  hearingsToKeep,
  type KeepingDuty,
  nextHearings,
  type WaitingInHearings,
  waitingInHearings,
} from './duties.ts'
export { type HearingFacts, hearingFacts, type StakeholderGaps, stakeholderGaps } from './facts.ts'
export { mayReadListening } from './files.ts'
export { listeningHeld } from './held.ts'
export { type NeedFacts, needFacts, type VoiceFacts } from './need-facts.ts'
export { callOrigins, hearingOrigins } from './origins.ts'
export {
  type Cover,
  type CoverKind,
  codeOf,
  coverageOf,
  markOfNeed,
  type Need,
  type NeedId,
  type NeedSource,
  type NeedState,
  type SourceKind,
  type VoiceKind,
  voiceKinds,
} from './rules/needs.ts'
export { type StakeholderId, type StakeholderKind, stakeholderKinds } from './rules/stakeholders.ts'
export { needStateInWords } from './state-words.ts'
export { callsOf as needCallsOf, openCalls as openNeedCalls } from './store/calls.ts'
export { type HeardIn, heardIn } from './store/heard-in.ts'
export { slotsOf as slotsOfHearing } from './store/hearings.ts'
export { countLikenesses } from './store/likenesses.ts'
export { countNeeds, type NeedCounts, type NeedQuery, needsOf, searchNeeds } from './store/need-list.ts'
export { findNeed, needByNumber, needsByIds, needsFrom } from './store/needs.ts'
export { countWaiting as proposalsWaiting } from './store/proposals.ts'
export type { TakingPart } from './taking-part.ts'
