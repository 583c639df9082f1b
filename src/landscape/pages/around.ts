import { paths } from '../../charter/paths.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { say } from '../../kernel/words.ts'
import type { Ctx } from '../../platform/http.ts'
import { flowWords } from '../messages/interconnections.ts'
import { systemWords } from '../messages/systems.ts'
import { fullName, type System, shortName } from '../rules/systems.ts'
import { getInterconnection, type Joined } from '../store/interconnections.ts'
import { getSystem } from '../store/systems.ts'

export interface Place {
  readonly slug: string
  readonly name: string
}

/** A system, its own ecosystem, and the others that it concerns. */
export interface Around {
  readonly system: System
  readonly ecosystem: Place
  readonly others: readonly Place[]
}

const nowhere: Place = { slug: '', name: '' }

export async function aroundSystem(c: Ctx): Promise<Around> {
  const { db, reader } = c.var
  const system = await getSystem(db, c.req.param('id') ?? '')
  const names = await namesOfEcosystems(db, [system.ecosystemId, ...system.alsoConcerns])
  const placeOf = (id: string): Place[] => {
    const found = names.get(id)
    return found ? [{ slug: found.slug, name: nameIn(reader.lang, found) }] : []
  }
  return { system, ecosystem: placeOf(system.ecosystemId)[0] ?? nowhere, others: system.alsoConcerns.flatMap(placeOf) }
}

/** An interconnection and the ecosystem that keeps it. */
export interface AroundFlow {
  readonly flow: Joined
  readonly ecosystem: Place
}

export async function aroundFlow(c: Ctx): Promise<AroundFlow> {
  const { db, reader } = c.var
  const flow = await getInterconnection(db, c.req.param('id') ?? '')
  const found = (await namesOfEcosystems(db, [flow.ecosystemId])).get(flow.ecosystemId)
  return { flow, ecosystem: found ? { slug: found.slug, name: nameIn(reader.lang, found) } : nowhere }
}

export interface Step {
  readonly label: string
  readonly to?: string
}

function trail(lang: Lang, { slug, name }: Place, list: Required<Step>, rest: readonly Step[]): Step[] {
  return [
    { label: say(lang, systemWords, 'ecosystems'), to: paths.ecosystems },
    { label: name, to: paths.ecosystem(slug) },
    rest.length > 0 ? list : { label: list.label },
    ...rest,
  ]
}

/** The way to the databases and systems of an ecosystem, and on. */
export const trailTo = (lang: Lang, place: Place, ...rest: Step[]): Step[] =>
  trail(lang, place, { label: say(lang, systemWords, 'systems'), to: paths.systems(place.slug) }, rest)

export function trailIn(lang: Lang, { system, ecosystem }: Around, ...rest: Step[]): Step[] {
  const label = fullName(lang, system)
  return trailTo(lang, ecosystem, rest.length > 0 ? { label, to: paths.system(system.id) } : { label }, ...rest)
}

/** The way to the interconnections of an ecosystem, and on. */
export const trailToFlows = (lang: Lang, place: Place, ...rest: Step[]): Step[] =>
  trail(lang, place, { label: say(lang, flowWords, 'interconnections'), to: paths.interconnections(place.slug) }, rest)

export const nameOfFlow = (lang: Lang, { from, to }: Pick<Joined, 'from' | 'to'>) => `${shortName(lang, from)} → ${shortName(lang, to)}`

export function trailInFlow(lang: Lang, { flow, ecosystem }: AroundFlow, ...rest: Step[]): Step[] {
  const label = nameOfFlow(lang, flow)
  return trailToFlows(lang, ecosystem, rest.length > 0 ? { label, to: paths.interconnection(flow.id) } : { label }, ...rest)
}
