import type { Place } from '../charter/policy.ts'

/** Projects stand in their ecosystem, where whoever has a place in its working group holds the role of the place too. */
export const placeOfProjects = (ecosystemId: string): Place => ({ kind: 'ecosystem', id: ecosystemId })
