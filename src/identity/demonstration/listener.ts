import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import type { Logger } from 'pino'
import { paths, withQuery } from '../../charter/paths.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/db.ts'
import { pruneDemoSignIns } from '../store/demo-sign-ins.ts'
import { demoLevel, demoProviderPath } from './personas.ts'
import { findPersona, interactionPath, makeProvider } from './provider.ts'

const begin = withQuery(paths.signIn, { esito: 'fallito' })

export type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** Serves the demonstration's identity provider under its own address, and leaves everything else to `next`. */
export function withDemoProvider(next: Listener, { config, db, log }: { config: Config; db: Db; log: Logger }): Listener {
  let provider: Promise<Provider> | undefined
  return (request, response) => {
    const address = request.url ?? '/'
    if (!address.startsWith(`${demoProviderPath}/`)) return next(request, response)
    provider ??= makeProvider(config, db)
    provider
      .then((made) => answer(made, config, db, request, response))
      .catch((error) => {
        // A step of a sign-in that is over, or never was: one begins again.
        const over = error instanceof Error && error.name === 'SessionNotFound'
        if (!over) log.error({ err: error }, 'demonstration provider')
        if (!response.headersSent)
          response.writeHead(over ? 303 : 500, { 'cache-control': 'no-store', ...(over ? { location: begin } : {}) })
        response.end()
      })
  }
}

async function answer(provider: Provider, config: Config, db: Db, request: IncomingMessage, response: ServerResponse): Promise<void> {
  believeOnlyTheConfiguration(config, request)
  forgetWhoEnteredBefore(request)
  const address = request.url ?? '/'
  if (address.startsWith(`${interactionPath}/`)) return recognise(provider, db, request, response)
  Object.assign(request, { originalUrl: address, url: address.slice(demoProviderPath.length) })
  await provider.callback()(request, response)
}

/** The button said who enters: there is nothing more to ask. */
async function recognise(provider: Provider, db: Db, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await pruneDemoSignIns(db, new Date())
  const { params } = await provider.interactionDetails(request, response)
  const persona = findPersona(params.login_hint)
  const result = persona ? { login: { accountId: persona.subject, acr: demoLevel, remember: false } } : { error: 'access_denied' }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

function believeOnlyTheConfiguration({ baseUrl }: Config, { headers }: IncomingMessage): void {
  const { host, protocol } = new URL(baseUrl)
  Object.assign(headers, { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.replace(':', '') })
}

/** Each entrance is a new one: whoever was recognised a moment ago must not become who enters now. */
function forgetWhoEnteredBefore({ headers }: IncomingMessage): void {
  const kept = headers.cookie?.split('; ').filter((cookie) => !/^_session(\.legacy)?(\.sig)?=/.test(cookie))
  if (kept) headers.cookie = kept.join('; ')
}
