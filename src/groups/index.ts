export { constituteBody } from './actions/bodies.ts'
export { groupAudiences } from './audiences.ts'
export {
  type DecisionTold,
  decisionById,
  type Membership,
  membershipsOf,
  namesOfBodies,
  nextMeetings,
  type OwnTask,
  tasksOf,
  waitingFor,
} from './duties.ts'
export { type BodySummary, bodiesOf, type Constituted, type GroupFacts, groupFacts, workingGroupsConstituted } from './facts.ts'
export { mayReadPapers } from './files.ts'
