import type { Place } from '../../charter/policy.ts'

/** Whoever leads an ecosystem, keeps its secretariat or that of its working group, or works for AGID listens in its name. */
export const placeOfListening = (ecosystemId: string): Place => ({ kind: 'ecosystem', id: ecosystemId })

/** What somebody does in their own name. */
export const placeOfSelf = (id: string | null): Place => ({ kind: 'person', id: id ?? '' })
