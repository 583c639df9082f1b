import { day } from '../../kernel/day.ts'
import type { KnownCriteria } from '../incoming.ts'

const priority = ['finanza-pubblica', 'sviluppo-e-sostenibilita', 'beni-culturali-e-turismo', 'welfare']

/**
 * Results that the platform can count by itself. Action 51 asks for the working groups of these four ecosystems: each is
 * proved by the act that constituted it. Action 52 asks for their strategy put to consultation: each is proved by the
 * consultation that was opened. Actions 53 and 54 do not say of which ecosystems: nothing is counted for them.
 */
export const criteria: Readonly<Record<string, KnownCriteria>> = {
  '2019-2021': {
    LA51: [{ kind: 'working-groups-constituted', slugs: priority, atLeast: 4, by: day('2019-12-31') }],
    LA52: [{ kind: 'strategies-consulted', slugs: priority, atLeast: 4, by: day('2020-06-30') }],
  },
}
