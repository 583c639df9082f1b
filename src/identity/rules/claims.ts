import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { isVisible, keepable } from '../../kernel/text.ts'
import type { ProviderConfig } from '../../platform/config.ts'

/** What a provider says of whoever entered. */
export interface Claimed {
  readonly subject: string
  readonly name: string
  readonly email: string | null
  readonly emailConfirmed: boolean
  readonly taxCode: string | null
  readonly level: string | null
}

export const claimsMissing = {
  slug: 'claims-missing',
  status: 422,
  it: 'Il tuo gestore d’identità ti ha riconosciuto, ma non ci ha detto come ti chiami. Riprova e acconsenti a comunicare il nome, oppure entra con un altro gestore.',
  en: 'Your identity provider recognised you but did not tell us your name. Try again and agree to share your name, or sign in with another provider.',
} as const satisfies ProblemKind

/** Reads the claims that the provider's configuration maps, the standard ones where it maps none. */
export function readClaims(claims: Readonly<Record<string, unknown>>, mapped: ProviderConfig['claims']): Claimed {
  const text = (claim: string | undefined) => {
    const value = claim === undefined ? undefined : claims[claim]
    return typeof value === 'string' && isVisible(value) ? keepable(value).trim() : null
  }
  const subject = text(mapped.subject ?? 'sub')
  const name = text(mapped.name ?? 'name') ?? [text('given_name'), text('family_name')].filter(Boolean).join(' ')
  if (!subject || !name) throw new Problem(claimsMissing)
  const email = text(mapped.email ?? 'email')
  return {
    subject,
    name: name.slice(0, 200),
    email: email && email.length <= 254 ? email : null,
    // Gateways of SPID and CIE do not send email_verified: mapping the claim is how an administrator vouches for it.
    emailConfirmed: email !== null && (claims.email_verified === true || mapped.email !== undefined),
    taxCode: taxCodeOf(text(mapped.taxCode)),
    level: text(mapped.level ?? 'acr'),
  }
}

/** SPID writes 'TINIT-RSSMRA80A01H501U'. Codes of other countries keep their prefix. */
function taxCodeOf(text: string | null): string | null {
  const code = text?.toUpperCase().replace(/^TINIT-/, '') ?? ''
  return /^[A-Z0-9-]{5,40}$/.test(code) ? code : null
}
