import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { addDays } from '../../kernel/day.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { selfOf } from '../actions/account.ts'
import { issueToken, revokeToken, TokenForm } from '../actions/tokens.ts'
import { tokensOf } from '../store/tokens.ts'
import { signInFor } from './sign-in.tsx'
import { NewTokenPage, TokensPage } from './tokens-page.tsx'

export const tokenPages = router()

tokenPages.get(paths.tokens, async (c) => {
  if (!c.var.actor.id) return signInFor(c)
  return c.html(await tokensPage(c, { values: { expiresOn: addDays(c.var.today, 90) }, errors: {} }))
})

// The answer to the form is the only page that ever shows the token: a redirect would have to carry it.
tokenPages.post(paths.tokens, async (c) => {
  selfOf(c.var)
  const form = await readForm(c, TokenForm)
  if (!form.data) return c.html(await tokensPage(c, form), 422)
  try {
    const { token, secret } = await issueToken(c.var, form.data)
    return c.html(<NewTokenPage reader={c.var.reader} token={token} secret={secret} />)
  } catch (error) {
    return c.html(await tokensPage(c, { values: form.values, errors: refusal(c, error) }), 422)
  }
})

tokenPages.post('/profilo/token/:id/revoca', async (c) => {
  await revokeToken(c.var, c.req.param('id'))
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.tokens, { fatto: 'revocato' })), 303)
})

async function tokensPage(c: Ctx, filled: Filled) {
  const { db, reader, today } = c.var
  const tokens = await tokensOf(db, selfOf(c.var).id)
  return <TokensPage reader={reader} tokens={tokens} today={today} revoked={c.req.query('fatto') === 'revocato'} {...filled} />
}
