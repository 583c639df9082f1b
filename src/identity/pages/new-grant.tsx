import { z } from 'zod'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { grantedRoles, type Scope } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { say } from '../../kernel/words.ts'
import { suggestOrganisations } from '../../organisations/index.ts'
import { dayField, optional, readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { type FormErrors, type FormValues, valueOf } from '../../ui/form.tsx'
import { suggestButton } from '../../ui/suggest.tsx'
import { grantRole, mustAdminister, noSuchPerson } from '../actions/grants.ts'
import { grantWords } from '../messages/grants.ts'
import type { ReadEcosystems } from '../scopes.ts'
import { findDetail, findPeople } from '../store/people.ts'
import { ChoosePersonPage, NewGrantPage } from './new-grant-page.tsx'

const shortestWords = 2
const mostPeople = 20

/** What the form sends: the scope in one word, its organisation apart. */
const Sent = z.object({
  personId: z.uuid(),
  role: z.enum(grantedRoles),
  scope: z.union([z.enum(['platform', 'organisation']), z.templateLiteral(['ecosystem:', z.uuid()])]),
  organisation: optional(z.uuid()).default(null),
  from: dayField(),
  to: optional(dayField()),
})

export function newGrantPages(ecosystems: ReadEcosystems) {
  const pages = router()

  pages.get(paths.newGrant, async (c) => {
    mustAdminister(c.var)
    const { db, reader, today } = c.var
    const personId = c.req.query('persona')
    if (personId) return c.html(await grantPage(c, ecosystems, { personId, from: today }, {}))
    const words = (c.req.query('q') ?? '').trim().slice(0, 100)
    const people = words.length >= shortestWords ? await findPeople(db, words, mostPeople) : null
    return c.html(<ChoosePersonPage reader={reader} words={words} people={people} />)
  })

  pages.post(paths.grants, async (c) => {
    mustAdminister(c.var)
    const { lang } = c.var.reader
    const { data, values, errors } = await readForm(c, Sent)
    const searching = valueOf(values, suggestButton('organisation')) !== ''
    const scope = data && scopeOf(data)
    if (searching || !data) return c.html(await grantPage(c, ecosystems, values, searching ? {} : errors), searching ? 200 : 422)
    if (!scope) return c.html(await grantPage(c, ecosystems, values, { organisation: say(lang, grantWords, 'organisationNeeded') }), 422)
    try {
      const grant = await grantRole(c.var, { ...data, scope })
      return c.redirect(inLang(lang, withQuery(paths.grant(grant.id), { fatto: 'concesso' })), 303)
    } catch (error) {
      return c.html(await grantPage(c, ecosystems, values, refusal(c, error)), 422)
    }
  })

  return pages
}

function scopeOf({ scope, organisation }: z.output<typeof Sent>): Scope | null {
  if (scope === 'platform') return { kind: 'platform' }
  if (scope !== 'organisation') return { kind: 'ecosystem', id: scope.slice('ecosystem:'.length) }
  return organisation ? { kind: 'organisation', id: organisation } : null
}

async function grantPage(c: Ctx, ecosystems: ReadEcosystems, values: FormValues, errors: FormErrors) {
  const { db, reader } = c.var
  const personId = valueOf(values, 'personId')
  const person = z.uuid().safeParse(personId).success ? await findDetail(db, personId) : null
  if (!person) throw new Problem(noSuchPerson)
  const words = valueOf(values, 'organisation-query')
  const options = words.trim() ? await suggestOrganisations(db, reader.lang, words) : []
  return (
    <NewGrantPage
      reader={reader}
      person={person}
      ecosystems={await ecosystems(db)}
      organisations={options}
      values={values}
      errors={errors}
    />
  )
}
