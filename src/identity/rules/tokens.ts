import { type Room, rooms } from '../../charter/policy.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export interface PersonalToken {
  readonly id: Id<'personal-token'>
  readonly name: string
  readonly rooms: readonly string[]
  readonly createdAt: Date
  /** The last day on which it works. */
  readonly expiresOn: Day
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

/** A program never touches accounts and grants, nor the demonstration's clock: those take a person. */
export const tokenRooms = rooms.filter((room): room is Exclude<Room, 'identity' | 'platform'> => room !== 'identity' && room !== 'platform')

export const longestTokenDays = 365
export const mostTokens = 20

export const tokenTermWrong = {
  slug: 'token-term-wrong',
  status: 422,
  it: 'Un token vale almeno fino a oggi e al più fino al {last}.',
  en: 'A token works at least until today and at most until {last}.',
} as const satisfies ProblemKind

export const tooManyTokens = {
  slug: 'too-many-tokens',
  status: 409,
  it: 'Hai già {count} token che funzionano: revoca quelli che non usi.',
  en: 'You already have {count} working tokens: revoke those you do not use.',
} as const satisfies ProblemKind

export const tokenRefused = {
  slug: 'token-refused',
  status: 401,
  it: 'Questo token non funziona: è scritto male, scaduto o revocato. Creane un altro dal tuo profilo.',
  en: 'This token does not work: it is mistyped, expired or revoked. Create another one from your account.',
} as const satisfies ProblemKind

export function mustBeATokenTerm(today: Day, expiresOn: Day): void {
  const last = addDays(today, longestTokenDays)
  if (expiresOn < today || expiresOn > last) throw new Problem(tokenTermWrong, { field: 'expiresOn', last })
}

export function mustLeaveRoomForOne(working: number): void {
  if (working >= mostTokens) throw new Problem(tooManyTokens, { count: working })
}
