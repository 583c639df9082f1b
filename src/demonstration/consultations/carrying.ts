import { carryContributions, placeAnnotation, waitingPlaces } from '../../consultations/index.ts'
import { day } from '../../kernel/day.ts'
import type { Deed } from '../history.ts'
import { consultationKey } from './lives.ts'

/** What was said of the text consulted upon finds its place in the version frozen since, as it does while the site runs. */
export function carriedOn(on: string, body: string): Deed {
  return {
    on: day(on),
    minute: 845,
    key: `${consultationKey(body)}/carried/${on}`,
    run: ({ db, now }, memory) => carryContributions(db, memory.id(consultationKey(body)), now),
  }
}

/** A person looked at each that was in doubt: most still speak of the passage offered, the others of nothing that is left. */
export function placedOn(on: string, body: string, version: string, by: NonNullable<Deed['by']>): Deed {
  return {
    on: day(on),
    key: `${consultationKey(body)}/placed/${on}`,
    by,
    run: async (desk, memory) => {
      const consultation = memory.id(consultationKey(body))
      const { items } = await waitingPlaces(desk.db, consultation, memory.id(version), { limit: 100 })
      for (const { contribution, place } of items) {
        const choice = place.offered.length > 0 ? '0' : 'orphan'
        await placeAnnotation(desk, consultation, contribution.id, memory.id(version), { choice, blockId: null })
      }
    },
  }
}
