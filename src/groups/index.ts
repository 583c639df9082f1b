export { type DecisionTold, decisionById, membershipsOf, type Membership, namesOfBodies, nextMeetings, type OwnTask, tasksOf, waitingFor } from './duties.ts'
export { type BodySummary, bodiesOf, type Constituted, type GroupFacts, groupFacts, workingGroupsConstituted } from './facts.ts'
export { mayReadPapers } from './files.ts'
