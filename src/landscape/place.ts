import type { Place } from '../charter/policy.ts'

/** Databases, systems and interconnections stand in the ecosystem that keeps them, with the roles of its working group. */
export const placeOfLandscape = (ecosystemId: string): Place => ({ kind: 'ecosystem', id: ecosystemId })
