import type { PersonId } from '../../charter/policy.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export const badInvitation = {
  slug: 'invitation-unknown',
  status: 404,
  it: 'Questo collegamento non apre nessun invito: forse è stato copiato a metà. Aprilo di nuovo dal messaggio, oppure rispondi dalla pagina della riunione.',
  en: 'This link opens no invitation: perhaps it was copied in part. Open it again from the message, or answer on the page of the meeting.',
} as const satisfies ProblemKind

export const anothersInvitation = {
  slug: 'invitation-of-another',
  status: 403,
  it: 'Questo invito è di un’altra persona: ognuno risponde con il proprio. Se anche tu fai parte del gruppo, rispondi dalla pagina della riunione.',
  en: 'This invitation is somebody else’s: each person answers with their own. If you belong to the body too, answer on the page of the meeting.',
} as const satisfies ProblemKind

/** A link alone is enough; but whoever entered as somebody else was sent it by mistake. */
export function mustBeTheirs(actorId: PersonId | null, invitedId: PersonId): void {
  if (actorId !== null && actorId !== invitedId) throw new Problem(anothersInvitation)
}
