import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { say } from '../../kernel/words.ts'
import type { Db } from '../../platform/db.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { correctDetail, DetailForm, downloadData, eraseAccount, myDetail, selfOf } from '../actions/account.ts'
import { dropCookie } from '../cookies.ts'
import { accountWords } from '../messages/account.ts'
import { providersOf } from '../providers.ts'
import { stateOn } from '../rules/grants.ts'
import { type ReadScopes, scopeNames } from '../scopes.ts'
import { grantsOf } from '../store/grants.ts'
import { sessionsOf } from '../store/sessions.ts'
import { AccountPage } from './account-page.tsx'
import { ErasePage } from './erase-page.tsx'
import { signInFor } from './sign-in.tsx'

/** What another room keeps of a person, section by section: it stands above, so whoever mounts this room tells it. */
export type HeldElsewhere = (db: Db, personId: string) => Promise<Readonly<Record<string, unknown>>>

export function accountPages(scopes: ReadScopes, held: readonly HeldElsewhere[]) {
  const pages = router()

  pages.get(paths.account, async (c) => {
    if (!c.var.actor.id) return signInFor(c)
    return c.html(await accountPage(c, scopes, null))
  })

  pages.post(paths.account, async (c) => {
    const form = await readForm(c, DetailForm)
    if (!form.data) return c.html(await accountPage(c, scopes, form), 422)
    try {
      await correctDetail(c.var, form.data)
      return c.redirect(inLang(c.var.reader.lang, withQuery(paths.account, { fatto: 'corretto' })), 303)
    } catch (error) {
      return c.html(await accountPage(c, scopes, { values: form.values, errors: refusal(c, error) }), 422)
    }
  })

  pages.post(paths.accountData, async (c) => {
    const data = await downloadData(c.var, c.var.config)
    const all: Record<string, unknown> = { ...data }
    for (const sections of held) Object.assign(all, await sections(c.var.db, data.person.id))
    c.header('content-disposition', `attachment; filename="simbiosi-${c.var.today}.json"`)
    return c.body(JSON.stringify(all, null, 2), 200, { 'content-type': 'application/json; charset=utf-8' })
  })

  pages.get(paths.accountErase, (c) => (c.var.actor.id ? c.html(<ErasePage reader={c.var.reader} errors={{}} />) : signInFor(c)))

  pages.post(paths.accountErase, async (c) => {
    selfOf(c.var)
    const { reader } = c.var
    const { agree } = await c.req.parseBody()
    if (agree !== 'on')
      return c.html(<ErasePage reader={reader} errors={{ agree: say(reader.lang, accountWords, 'eraseAgreeError') }} />, 422)
    await eraseAccount(c.var)
    dropCookie(c, 'session')
    return c.redirect(inLang(reader.lang, withQuery(paths.signIn, { esito: 'cancellato' })), 303)
  })

  return pages
}

async function accountPage(c: Ctx, scopes: ReadScopes, sent: Filled | null) {
  const { db, config, reader, now, today, sessionKey } = c.var
  const detail = await myDetail(c.var)
  const { sessionIdleSeconds: idleSeconds, sessionMaxSeconds: maxSeconds } = config
  const grants = (await grantsOf(db, detail.personId)).filter((grant) => stateOn(today, grant) !== 'past')
  const scopeName = await scopeNames(
    db,
    reader.lang,
    scopes,
    grants.map(({ scope }) => scope),
  )
  const { name, email, lang } = detail
  return (
    <AccountPage
      reader={reader}
      detail={detail}
      grants={grants}
      scopeName={scopeName}
      sessions={await sessionsOf(db, detail.personId, { now, today, idleSeconds })}
      providers={providersOf(config)}
      sessionKey={sessionKey}
      limits={{ idleSeconds, maxSeconds }}
      done={c.req.query('fatto') === 'corretto'}
      values={sent?.values ?? { name, email: email ?? '', lang }}
      errors={sent?.errors ?? {}}
    />
  )
}
