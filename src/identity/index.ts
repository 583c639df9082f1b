export { anonymous, type Identified, identify } from './identify.ts'
export { grantsInScope } from './store/grants.ts'
export { namesOfPeople, personName } from './store/people.ts'
export { carrySessions, pruneSessions } from './store/sessions.ts'
