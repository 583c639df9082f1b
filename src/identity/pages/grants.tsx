import { z } from 'zod'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { endGrant, mustAdminister } from '../actions/grants.ts'
import { type ReadScopes, scopeNames } from '../scopes.ts'
import { getGrant, listGrants } from '../store/grants.ts'
import { namesOfPeople } from '../store/people.ts'
import { ListAddress } from './grant-address.ts'
import { GrantPage } from './grant-page.tsx'
import { GrantsPage } from './grants-page.tsx'

export function grantPages(scopes: ReadScopes) {
  const pages = router()

  pages.get(paths.grants, async (c) => {
    mustAdminister(c.var)
    const { db, reader, today } = c.var
    const address = ListAddress.parse(c.req.query())
    const found = await listGrants(db, today, { person: address.persona, role: address.ruolo, state: address.stato, cursor: address.da })
    const scopeName = await scopeNames(
      db,
      reader.lang,
      scopes,
      found.items.map(({ scope }) => scope),
    )
    return c.html(<GrantsPage reader={reader} today={today} address={address} found={found} scopeName={scopeName} />)
  })

  pages.get('/incarichi/:id', async (c) => {
    mustAdminister(c.var)
    return c.html(await grantPage(c, scopes, c.req.param('id')))
  })

  pages.post('/incarichi/:id/fine', async (c) => {
    mustAdminister(c.var)
    const { id } = await endGrant(c.var, idIn(c.req.param('id')))
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.grant(id), { fatto: 'terminato' })), 303)
  })

  return pages
}

function idIn(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new Problem(notFound)
  return text
}

async function grantPage(c: Ctx, scopes: ReadScopes, id: string) {
  const { db, reader, today } = c.var
  const grant = await getGrant(db, idIn(id))
  const names = await namesOfPeople(db, [grant.personId, grant.grantedBy])
  const scopeName = await scopeNames(db, reader.lang, scopes, [grant.scope])
  const fatto = c.req.query('fatto')
  const done = fatto === 'concesso' || fatto === 'terminato' ? fatto : null
  return <GrantPage reader={reader} today={today} grant={grant} names={names} scope={scopeName(grant.scope)} done={done} />
}
