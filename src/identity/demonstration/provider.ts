import { createHmac } from 'node:crypto'
import type { Provider } from 'oidc-provider'
import { paths, withQuery } from '../../charter/paths.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/db.ts'
import { signingKey } from './key.ts'
import { providerMemory } from './memory.ts'
import {
  demoClientId,
  demoLevel,
  demoProviderConfig,
  demoProviderPath,
  emailOf,
  nameOf,
  type PersonaSubject,
  personas,
} from './personas.ts'

const scopes = ['openid', 'profile', 'email', 'tax_code']

export function findPersona(subject: unknown) {
  return personas.find((persona) => persona.subject === subject)
}

export const interactionPath = `${demoProviderPath}/interazione`

/** The demonstration's identity provider: real in all but its people, who are recognised on their word. */
export async function makeProvider(config: Config, db: Db): Promise<Provider> {
  // Imported here, so that a real platform does not even load it.
  const { Provider, interactionPolicy } = await import('oidc-provider')
  const policy = interactionPolicy.base()
  policy.remove('consent')
  const provider: Provider = new Provider(demoProviderConfig(config.baseUrl).issuer, {
    adapter: (model: string) => providerMemory(db, model),
    jwks: { keys: [await signingKey(db)] },
    clients: [clientOf(config)],
    clientBasedCORS: () => false,
    scopes,
    acrValues: [demoLevel],
    claims: { acr: null, profile: ['name', 'given_name', 'family_name'], email: ['email', 'email_verified'], tax_code: ['tax_code'] },
    cookies: {
      keys: [createHmac('sha256', config.secret).update('demo-provider-cookies').digest('base64url')],
      long: { httpOnly: true, sameSite: 'lax', path: demoProviderPath },
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    findAccount: (_: unknown, subject: string) => accountOf(subject),
    loadExistingGrant: async ({ oidc }: { oidc: { account: { accountId: string }; client: { clientId: string } } }) => {
      const grant = new provider.Grant({ accountId: oidc.account.accountId, clientId: oidc.client.clientId })
      grant.addOIDCScope(scopes.join(' '))
      await grant.save()
      return grant
    },
    interactions: { policy, url: (_: unknown, { uid }: { uid: string }) => `${interactionPath}/${uid}` },
    pkce: { required: () => true },
    renderError: (context: { redirect(url: string): void }) => context.redirect(withQuery(paths.signIn, { esito: 'fallito' })),
    ttl: { AccessToken: 120, AuthorizationCode: 60, Grant: 120, IdToken: 300, Interaction: 300, Session: 120 },
  })
  // The scheme is told by our own listener, from the configured address.
  provider.proxy = true
  return provider
}

function clientOf({ baseUrl }: Config) {
  const { protocol, hostname } = new URL(baseUrl)
  const loopback = protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
  return {
    client_id: demoClientId,
    // A redirect to this machine over plain http is allowed only to programs that run on it.
    application_type: loopback ? 'native' : 'web',
    redirect_uris: [baseUrl + paths.signInReturn('demo')],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  }
}

function accountOf(subject: string) {
  const persona = findPersona(subject as PersonaSubject)
  if (!persona) return undefined
  const claims = {
    sub: subject,
    name: nameOf(persona),
    given_name: persona.givenName,
    family_name: persona.familyName,
    email: emailOf(persona),
    email_verified: true,
    tax_code: persona.taxCode,
  }
  return { accountId: subject, claims: async () => claims }
}
