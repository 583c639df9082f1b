import { inLang, paths, withQuery } from '../charter/paths.ts'
import type { Ctx } from './http.ts'

/** To the way in, and back here. */
export function signInFor(c: Ctx) {
  const { lang, path } = c.var.reader
  return c.redirect(inLang(lang, withQuery(paths.signIn, { ritorno: inLang(lang, path) })), 303)
}
