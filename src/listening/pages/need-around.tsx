import { paths } from '../../charter/paths.ts'
import { type Act, can, type Place } from '../../charter/policy.ts'
import { namesOfEcosystems } from '../../ecosystems/index.ts'
import { excerpt } from '../../kernel/excerpt.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { say } from '../../kernel/words.ts'
import { namesOf, suggestOrganisations } from '../../organisations/index.ts'
import type { Db } from '../../platform/db.ts'
import type { Ctx } from '../../platform/http.ts'
import type { Step } from '../../ui/breadcrumbs.tsx'
import type { FormValues } from '../../ui/form.tsx'
import type { Suggestion } from '../../ui/suggest.tsx'
import { needWords } from '../messages/needs.ts'
import { codeOf, type Need } from '../rules/needs.ts'
import { searchNeeds } from '../store/need-list.ts'
import { needsByIds } from '../store/needs.ts'

/** The ecosystem that something belongs to, as pages name it. */
export interface Home {
  readonly id: string
  readonly slug: string
  readonly name: string
}

export async function homeOf(db: Db, ecosystemId: string, lang: Lang): Promise<Home> {
  const names = (await namesOfEcosystems(db, [ecosystemId])).get(ecosystemId)
  if (!names) throw new Problem(notFound)
  return { id: ecosystemId, slug: names.slug, name: lang === 'en' ? (names.nameEn ?? names.nameIt) : names.nameIt }
}

export const placeOfHome = ({ id }: Pick<Home, 'id'>): Place => ({ kind: 'ecosystem', id })

export const may = (c: Ctx, act: Act, home: Pick<Home, 'id'>): boolean => can(c.var.actor, act, placeOfHome(home))

export function needTrail(lang: Lang, home: Home, ...rest: Step[]): Step[] {
  const steps: Step[] = [
    { label: say(lang, needWords, 'ecosystems'), to: paths.ecosystems },
    { label: home.name, to: paths.ecosystem(home.slug) },
  ]
  const needs = say(lang, needWords, 'needs')
  return rest.length > 0 ? [...steps, { label: needs, to: paths.needs(home.slug) }, ...rest] : [...steps, { label: needs }]
}

/** What the words typed found or, before any, the organisation chosen already: without script they are the ones to pick from. */
export async function organisationOptions({ var: { db, reader, today } }: Ctx, values: FormValues): Promise<Suggestion[]> {
  const words = values['organisationId-query']
  if (typeof words === 'string' && words.trim()) return suggestOrganisations(db, reader.lang, words)
  const chosen = values.organisationId
  if (typeof chosen !== 'string' || !chosen) return []
  const name = (await namesOf(db, [chosen], today)).get(chosen)
  return name ? [{ value: chosen, label: name }] : []
}

export function needOption(need: Need): Suggestion {
  return { value: need.id, label: `${codeOf(need)} ${excerpt(need.statement, 120)}` }
}

export async function needOptionsFor({ var: { db } }: Ctx, ecosystemId: string, name: string, values: FormValues): Promise<Suggestion[]> {
  const words = values[`${name}-query`]
  const chosen = values[name]
  if (typeof words === 'string' && words.trim()) return (await searchNeeds(db, ecosystemId, words)).map(needOption)
  if (typeof chosen !== 'string' || !/^[0-9a-f-]{36}$/.test(chosen)) return []
  const need = (await needsByIds(db, [chosen])).get(chosen)
  return need && need.ecosystemId === ecosystemId ? [needOption(need)] : []
}
