import { z } from 'zod'
import { allow, type PersonId } from '../../charter/policy.ts'
import { langs } from '../../kernel/lang.ts'
import { notFound, Problem, signInFirst } from '../../kernel/problem.ts'
import type { Config } from '../../platform/config.ts'
import { transact } from '../../platform/db.ts'
import { line, optional } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { actsOf, record } from '../../platform/record.ts'
import { forgetDemoSignIns } from '../store/demo-sign-ins.ts'
import { endGrantsOf, grantsOf } from '../store/grants.ts'
import { erasePerson, findDetail, loginsOf, type PersonDetail, updateDetail } from '../store/people.ts'
import { deleteSessionsOf, sessionsOf } from '../store/sessions.ts'
import { deleteTokensOf, tokensOf } from '../store/tokens.ts'

/** Whoever acts on their own account. */
export function selfOf(desk: Desk): { readonly id: PersonId; readonly place: { readonly kind: 'person'; readonly id: string } } {
  const { id } = desk.actor
  if (!id) throw new Problem(signInFirst)
  return { id, place: { kind: 'person', id } }
}

export async function myDetail(desk: Desk): Promise<PersonDetail> {
  const detail = await findDetail(desk.db, selfOf(desk).id)
  if (!detail) throw new Problem(notFound)
  return detail
}

export const DetailForm = z.object({
  name: line(200),
  email: optional(z.email().max(254)),
  lang: z.enum(langs),
})

export async function correctDetail(desk: Desk, form: z.output<typeof DetailForm>): Promise<void> {
  await transact(desk.db, async (tx) => {
    const known = await myDetail({ ...desk, db: tx })
    const { id, place } = selfOf(desk)
    const permit = allow(desk, 'identity.correct', place)

    // An address that the person wrote is theirs to use, but no provider has vouched for it.
    const emailConfirmed = known.emailConfirmed && form.email === known.email

    await updateDetail(tx, id, { ...form, emailConfirmed })
    await record(tx, permit, id)
  })
}

/** All that the platform holds of a person, to be read by a person and by a program. */
export async function downloadData(desk: Desk, config: Pick<Config, 'sessionIdleSeconds'>) {
  const { now, today } = desk
  return transact(desk.db, async (tx) => {
    const { id, place } = selfOf(desk)
    const permit = allow(desk, 'identity.download', place)
    await record(tx, permit, id)
    const { personId, ...detail } = await myDetail({ ...desk, db: tx })
    const logins = await loginsOf(tx, id)
    const sessions = await sessionsOf(tx, id, { now, today, idleSeconds: config.sessionIdleSeconds })
    return {
      person: { id: personId, ...detail },
      logins: logins.map(({ provider, createdAt }) => ({ provider, createdAt })),
      sessions: sessions.map(({ idHash, personId, ...session }) => session),
      grants: (await grantsOf(tx, id)).map(({ personId, ...grant }) => grant),
      tokens: await tokensOf(tx, id),
      acts: await actsOf(tx, id),
      downloadedAt: now,
    }
  })
}

/** After this nothing but the opaque id is left of the person, in any table. */
export async function eraseAccount(desk: Desk): Promise<void> {
  await transact(desk.db, async (tx) => {
    const { id, place } = selfOf(desk)
    const permit = allow(desk, 'identity.erase', place)

    await deleteSessionsOf(tx, id)
    await deleteTokensOf(tx, id)
    const grants = await endGrantsOf(tx, id, desk.today)
    await forgetDemoSignIns(tx, await loginsOf(tx, id))
    await erasePerson(tx, id, desk.now)
    await record(tx, permit, id, { grants })
  })
}

export async function signOutEverywhere(desk: Desk): Promise<void> {
  await transact(desk.db, async (tx) => {
    const { id, place } = selfOf(desk)
    const permit = allow(desk, 'identity.sign-out-everywhere', place)

    const sessions = await deleteSessionsOf(tx, id)
    await record(tx, permit, id, { sessions })
  })
}
