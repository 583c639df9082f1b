export { answerMeeting } from './actions/answers.ts'
export { recordAttendance } from './actions/attendance.ts'
export { constituteBody } from './actions/bodies.ts'
export { decide } from './actions/decisions.ts'
export { convene } from './actions/meetings.ts'
export { admitMember, showName } from './actions/members.ts'
export { approveMinutes, sendMinutes, writeMinutes } from './actions/minutes.ts'
export { answerRemark, remarkOnMinutes } from './actions/remarks.ts'
export { assignTask, finishTask } from './actions/tasks.ts'
export { groupAudiences } from './audiences.ts'
export {
  adoptionDecisions,
  annulments,
  type DecisionTold,
  decisionById,
  type Membership,
  membershipsOf,
  namesOfBodies,
  nextMeetings,
  type OwnTask,
  sittingIn,
  tasksOf,
  waitingFor,
} from './duties.ts'
export { type BodySummary, bodiesOf, type Constituted, type GroupFacts, groupFacts, workingGroupsConstituted } from './facts.ts'
export { mayReadPapers } from './files.ts'
export { groupsHeld } from './held.ts'
export { lastAttended, meetingsAttended } from './store/taking-part.ts'
