import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { transact } from '../../platform/db.ts'
import { dayField, line, many } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { mustBeATokenTerm, mustLeaveRoomForOne, type PersonalToken, tokenRooms } from '../rules/tokens.ts'
import { fingerprint, newToken } from '../secrets.ts'
import { countWorkingTokens, getToken, insertToken, revokeToken as revoke } from '../store/tokens.ts'
import { selfOf } from './account.ts'

export const TokenForm = z.object({
  name: line(80),
  rooms: many(z.enum(tokenRooms)).refine((rooms) => rooms.length > 0, { params: { words: 'choice' } }),
  expiresOn: dayField(),
})

/** Gives the token itself: it is known now and never again. */
export async function issueToken(desk: Desk, form: z.output<typeof TokenForm>): Promise<{ token: PersonalToken; secret: string }> {
  return transact(desk.db, async (tx) => {
    const { id: personId, place } = selfOf(desk)
    const working = await countWorkingTokens(tx, personId, desk.today)
    const permit = allow(desk, 'identity.issue-token', place)

    mustBeATokenTerm(desk.today, form.expiresOn)
    mustLeaveRoomForOne(working)
    const token: PersonalToken = { ...form, id: newId<'personal-token'>(), createdAt: desk.now, lastUsedAt: null, revokedAt: null }
    const secret = newToken()

    await insertToken(tx, personId, token, fingerprint(secret))
    await record(tx, permit, token.id, { rooms: form.rooms, expiresOn: form.expiresOn })
    return { token, secret }
  })
}

export async function revokeToken(desk: Desk, id: string): Promise<PersonalToken> {
  return transact(desk.db, async (tx) => {
    const { id: personId, place } = selfOf(desk)
    const token = await getToken(tx, personId, id)
    const permit = allow(desk, 'identity.revoke-token', place)
    if (!token.revokedAt) await revoke(tx, id, desk.now)
    await record(tx, permit, id)
    return token
  })
}
