import { paths } from '../../charter/paths.ts'
import type { GrantedRole } from '../../charter/policy.ts'
import { roleName } from '../../identity/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { say } from '../../kernel/words.ts'
import type { Audience } from '../../platform/telling.ts'
import { messages } from '../messages.ts'

/** Whoever is given a role, or loses one, hears of it. */
export const grantees: Audience = {
  kind: 'roles',
  acts: ['identity.grant', 'identity.end-grant'],
  async tell(_, { act, facts }) {
    const { personId, role } = facts
    if (typeof personId !== 'string' || typeof role !== 'string') return []
    const key = act === 'identity.grant' ? 'roleGiven' : 'roleEnded'
    const inWords = (lang: Lang) => ({
      title: say(lang, messages, key, { role: roleName(lang, role as GrantedRole) }),
      text: say(lang, messages, `${key}Text`),
    })
    return [{ personIds: [personId], to: paths.account, words: { it: inWords('it'), en: inWords('en') } }]
  },
}
