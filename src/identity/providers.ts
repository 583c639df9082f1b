import * as oidc from 'openid-client'
import type { Logger } from 'pino'
import { paths } from '../charter/paths.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { Config, ProviderConfig } from '../platform/config.ts'
import type { Attempt } from './cookies.ts'
import { demoLogin, demoProviderConfig } from './demonstration/personas.ts'
import { type Claimed, readClaims } from './rules/claims.ts'
import { loginHash } from './secrets.ts'

export const providerUnreachable = {
  slug: 'provider-unreachable',
  status: 503,
  it: 'Il gestore d’identità non risponde. Riprova tra qualche minuto, o entra con un altro; intanto puoi leggere tutto senza entrare.',
  en: 'The identity provider does not answer. Try again in a few minutes, or use another one; meanwhile you can read everything without signing in.',
} as const satisfies ProblemKind

export const signInFailed = {
  slug: 'sign-in-failed',
  status: 400,
  it: 'L’ingresso non è andato a buon fine: il gestore d’identità ha dato una risposta che non possiamo accettare. Ricomincia dalla pagina per entrare.',
  en: 'Signing in did not work: the identity provider gave an answer that we cannot accept. Start again from the sign-in page.',
} as const satisfies ProblemKind

/** The person said no at the provider, or the provider said no to them. */
export class SignInDeclined extends Error {
  override name = 'SignInDeclined'
}

export function providersOf(config: Config): readonly ProviderConfig[] {
  return config.demo ? [...config.providers, demoProviderConfig(config.baseUrl)] : config.providers
}

export function findProvider(config: Config, id: string): ProviderConfig | undefined {
  return providersOf(config).find((provider) => provider.id === id)
}

/** By this hash a person who enters is recognised, and nobody who reads it learns who they are. */
export function loginOf(config: Config, provider: ProviderConfig, subject: string): { issuer: string; subjectHash: Buffer } {
  if (provider.id === 'demo') return demoLogin(subject)
  return { issuer: provider.issuer, subjectHash: loginHash(config.secret, provider.issuer, subject) }
}

const discovered = new Map<string, { readonly at: number; readonly client: Promise<oidc.Configuration> }>()
const rediscoverAfter = 3_600_000

/** What the provider publishes of itself, read when first needed and again every hour. Only a cache: any process can rebuild it. */
function clientOf(provider: ProviderConfig): Promise<oidc.Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`
  const known = discovered.get(key)
  if (known && performance.now() - known.at < rediscoverAfter) return known.client
  const authentication = provider.clientSecret ? oidc.ClientSecretBasic(provider.clientSecret) : oidc.None()
  const client = oidc.discovery(new URL(provider.issuer), provider.clientId, undefined, authentication, {
    timeout: 8,
    // Plain http is for the demonstration, whose provider is this very server.
    execute: provider.id === 'demo' ? [oidc.allowInsecureRequests] : [],
  })
  discovered.set(key, { at: performance.now(), client })
  client.catch(() => discovered.delete(key))
  return client
}

const redirectUri = (config: Config, provider: ProviderConfig) => config.baseUrl + paths.signInReturn(provider.id)

/** The first half of the code flow: where to send the person, and what to remember until they come back. */
export async function beginSignIn(config: Config, log: Logger, provider: ProviderConfig, loginHint: string | null) {
  const client = await clientOf(provider).catch((error) => {
    throw refusalOf(error, log, provider, providerUnreachable)
  })
  const secrets = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  const address = oidc.buildAuthorizationUrl(client, {
    redirect_uri: redirectUri(config, provider),
    scope: provider.scopes.join(' '),
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...(provider.acrValues ? { acr_values: provider.acrValues } : {}),
    ...(loginHint ? { login_hint: loginHint } : {}),
  })
  return { address: address.href, secrets }
}

/** The second half: the code is exchanged, server to server, for what the provider knows of the person. */
export async function completeSignIn(
  config: Config,
  log: Logger,
  provider: ProviderConfig,
  attempt: Attempt,
  search: string,
): Promise<Claimed> {
  try {
    const client = await clientOf(provider)
    const tokens = await oidc.authorizationCodeGrant(client, new URL(redirectUri(config, provider) + search), {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Problem(signInFailed)
    const more = client.serverMetadata().userinfo_endpoint ? await oidc.fetchUserInfo(client, tokens.access_token, claims.sub) : {}
    return readClaims({ ...more, ...claims }, provider.claims)
  } catch (error) {
    throw refusalOf(error, log, provider, signInFailed)
  }
}

/** The person learns what to do; whoever keeps the machine learns what failed, without a word about the person. */
function refusalOf(error: unknown, log: Logger, provider: ProviderConfig, otherwise: ProblemKind): Error {
  if (error instanceof Problem) return error
  const { name, code, message } = error as Partial<Error & { code: string }>
  log.warn({ provider: provider.id, error: name, code }, 'sign-in failed')
  if (error instanceof oidc.AuthorizationResponseError)
    return error.error === 'access_denied' ? new SignInDeclined() : new Problem(signInFailed)
  return new Problem(name === 'TimeoutError' || message === 'fetch failed' ? providerUnreachable : otherwise)
}
