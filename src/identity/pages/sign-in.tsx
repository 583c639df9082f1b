import { z } from 'zod'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { malformed, notFound, Problem } from '../../kernel/problem.ts'
import type { ProviderConfig } from '../../platform/config.ts'
import { readForm } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { signOutEverywhere } from '../actions/account.ts'
import { signIn } from '../actions/sign-in.ts'
import { dropCookie, openAttempt, readCookie, sealAttempt, writeCookie } from '../cookies.ts'
import { outcomes } from '../messages/sign-in.ts'
import { beginSignIn, completeSignIn, findProvider, providersOf, SignInDeclined } from '../providers.ts'
import { localPath } from '../rules/local-path.ts'
import { fingerprint } from '../secrets.ts'
import { deleteSession } from '../store/sessions.ts'
import { SignInPage } from './sign-in-page.tsx'

export const signInPages = router()

const patience = 15 * 60_000

function providerNamed(c: Ctx, id: string): ProviderConfig {
  const provider = findProvider(c.var.config, id)
  if (!provider) throw new Problem(notFound, { provider: id })
  return provider
}

const toSignIn = (c: Ctx, esito: (typeof outcomes)[number]) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.signIn, { esito })), 303)

/** Where an anonymous reader is sent who asks for a page of their own. */
export function signInFor(c: Ctx) {
  const { lang, path } = c.var.reader
  return c.redirect(inLang(lang, withQuery(paths.signIn, { ritorno: inLang(lang, path) })), 303)
}

signInPages.get(paths.signIn, (c) => {
  const { config, reader } = c.var
  const outcome = outcomes.find((one) => one === c.req.query('esito')) ?? null
  const returnTo = c.req.query('ritorno') ? localPath(c.req.query('ritorno')) : inLang(reader.lang, paths.home)
  return c.html(<SignInPage reader={reader} providers={providersOf(config)} returnTo={returnTo} outcome={outcome} />)
})

const StartForm = z.object({ ritorno: z.string().max(2000).default('/'), persona: z.string().max(60).optional() })

signInPages.post('/entra/:provider', async (c) => {
  const { config, log, now } = c.var
  const provider = providerNamed(c, c.req.param('provider'))
  const { data } = await readForm(c, StartForm)
  if (!data) throw new Problem(malformed)
  const { address, secrets } = await beginSignIn(config, log, provider, provider.id === 'demo' ? (data.persona ?? null) : null)
  const attempt = { ...secrets, provider: provider.id, returnTo: localPath(data.ritorno), until: now.getTime() + patience }
  writeCookie(c, 'sign-in', sealAttempt(config, attempt))
  return c.redirect(address, 303)
})

signInPages.get('/entra/:provider/ritorno', async (c) => {
  const { config, log, now, reader } = c.var
  const provider = providerNamed(c, c.req.param('provider'))
  const attempt = openAttempt(config, readCookie(c, 'sign-in'), now)
  dropCookie(c, 'sign-in')
  if (!attempt || attempt.provider !== provider.id) return toSignIn(c, 'fallito')
  const lang = /^\/en(\/|$)/.test(attempt.returnTo) ? 'en' : reader.lang
  try {
    const claimed = await completeSignIn(config, log, provider, attempt, new URL(c.req.url).search)
    writeCookie(c, 'session', await signIn(c.var, { provider, claimed, lang, formerCookie: readCookie(c, 'session') }))
    return c.redirect(attempt.returnTo, 303)
  } catch (error) {
    if (error instanceof SignInDeclined) return toSignIn(c, 'annullato')
    throw error
  }
})

signInPages.post(paths.signOut, async (c) => {
  const cookie = readCookie(c, 'session')
  if (cookie) await deleteSession(c.var.db, fingerprint(cookie))
  dropCookie(c, 'session')
  return toSignIn(c, 'uscito')
})

signInPages.post(paths.signOutEverywhere, async (c) => {
  await signOutEverywhere(c.var)
  dropCookie(c, 'session')
  return toSignIn(c, 'ovunque')
})
