import { newId } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Config, ProviderConfig } from '../../platform/config.ts'
import { type Db, transact } from '../../platform/db.ts'
import { loginOf } from '../providers.ts'
import type { Claimed } from '../rules/claims.ts'
import { fingerprint, newSecret } from '../secrets.ts'
import { findByLogin, findByTaxCode, findInvited, insertLogin, insertPerson, type PersonDetail, updateDetail } from '../store/people.ts'
import { deleteSession, insertSession } from '../store/sessions.ts'

export interface SignIn {
  readonly provider: ProviderConfig
  readonly claimed: Claimed
  readonly lang: Lang
  /** The cookie of the session that this one takes the place of. */
  readonly formerCookie: string | undefined
}

/** Opens a session for whoever a provider recognised, and gives its cookie. Always a new one: a cookie known before entering is worth nothing after. */
export async function signIn(desk: { readonly db: Db; readonly config: Config; readonly now: Date }, entering: SignIn): Promise<string> {
  const { db, config, now } = desk
  const { provider, claimed, formerCookie } = entering
  return transact(db, async (tx) => {
    const person = await recognise(tx, config, now, entering)
    if (formerCookie) await deleteSession(tx, fingerprint(formerCookie))
    const cookie = newSecret()
    const expiresAt = new Date(now.getTime() + config.sessionMaxSeconds * 1000)
    await insertSession(tx, {
      idHash: fingerprint(cookie),
      personId: person.personId,
      provider: provider.id,
      level: claimed.level,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    })
    return cookie
  })
}

/**
 * Known by this login; else by the tax code, for whoever enters with SPID one day and with CIE the next; else invited
 * to an address that the provider now vouches for; else new.
 */
async function recognise(tx: Db, config: Config, now: Date, { provider, claimed, lang }: SignIn): Promise<PersonDetail> {
  const login = loginOf(config, provider, claimed.subject)
  const known = await findByLogin(tx, login.issuer, login.subjectHash)
  if (known) return complete(tx, known, claimed)
  const same = claimed.taxCode ? await findByTaxCode(tx, claimed.taxCode) : null
  const invited = !same && claimed.emailConfirmed && claimed.email ? await findInvited(tx, claimed.email) : null
  const person = same ?? { personId: newId<'person'>(), lang, ...invited, ...detailsIn(claimed) }
  if (invited) await updateDetail(tx, invited.personId, detailsIn(claimed))
  else if (!same) await insertPerson(tx, person, now)
  await insertLogin(tx, { ...login, personId: person.personId, provider: provider.id, createdAt: now })
  return person
}

const detailsIn = ({ name, email, emailConfirmed, taxCode }: Claimed) => ({ name, email, emailConfirmed, taxCode })

/** What the person corrected stays; only what was not known is filled in. */
async function complete(tx: Db, known: PersonDetail, { email, emailConfirmed, taxCode }: Claimed): Promise<PersonDetail> {
  await updateDetail(tx, known.personId, {
    ...(known.email === null && email !== null ? { email, emailConfirmed } : {}),
    ...(known.taxCode === null && taxCode !== null && !(await findByTaxCode(tx, taxCode)) ? { taxCode } : {}),
  })
  return known
}
