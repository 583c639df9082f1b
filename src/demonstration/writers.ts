import { invitePerson } from '../identity/index.ts'
import type { Day } from '../kernel/day.ts'
import { transact } from '../platform/db.ts'
import type { Deed } from './history.ts'
import { emailOf } from './people.ts'

/** People without a place in any body, who write, propose and support. */
export const personKey = (name: string) => `person/${name}`

/** Somebody becomes known to the platform: as often as told, the first time counts. */
export function contributing(name: string, on: Day): Deed {
  return {
    on,
    key: personKey(name),
    run: async ({ db, now }) => ({
      personId: await transact(db, (tx) => invitePerson(tx, { name, email: emailOf(name), lang: 'it' }, now)),
    }),
  }
}
