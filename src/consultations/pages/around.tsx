import { paths } from '../../charter/paths.ts'
import { type Act, can, mustBeAble } from '../../charter/policy.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { say } from '../../kernel/words.ts'
import type { Ctx } from '../../platform/http.ts'
import { consultationWords } from '../messages/consultations.ts'
import { type Consultation, type OpenedConsultation, placeOfConsultation, titleIn } from '../rules/consultation.ts'
import { type Counted, getConsultation, getWithChanges } from '../store/consultations.ts'

/** A consultation and where it stands. */
export interface Around<Which extends Consultation = Consultation> {
  readonly consultation: Which
  readonly ecosystem: { readonly slug: string; readonly name: string }
  readonly title: string
}

export async function around<Which extends Consultation>(c: Ctx, consultation: Which): Promise<Around<Which>> {
  return { consultation, ecosystem: await ecosystemOf(c, consultation), title: titleIn(c.var.reader.lang, consultation) }
}

export async function ecosystemOf(c: Ctx, { ecosystemId }: Consultation): Promise<Around['ecosystem']> {
  const ecosystem = (await namesOfEcosystems(c.var.db, [ecosystemId])).get(ecosystemId)
  return { slug: ecosystem?.slug ?? '', name: ecosystem ? nameIn(c.var.reader.lang, ecosystem) : '' }
}

/** One that everybody can see: what is being prepared is not there for others. */
export async function aroundOpened(c: Ctx): Promise<Around<OpenedConsultation>> {
  const consultation = await getConsultation(c.var.db, c.req.param('id') ?? '')
  if (!consultation.openedAt) throw new Problem(notFound)
  return around(c, consultation as OpenedConsultation)
}

export interface CountedOpen extends Counted<OpenedConsultation> {
  readonly revision: string
}

/** One that everybody can see, with the revision of all that its public pages show: its words, those who wrote, the answers. */
export async function openedWithRevision(c: Ctx): Promise<CountedOpen> {
  const id = c.req.param('id') ?? ''
  const counted = await getWithChanges(c.var.db, id, ['people', 'organisations', 'ecosystems', `answers:${id}`])
  if (!counted.consultation.openedAt) throw new Problem(notFound)
  // The day, because pages count the days that are left, and a window opens and closes with one.
  return { ...(counted as Counted<OpenedConsultation>), revision: JSON.stringify([c.var.today, counted]) }
}

/** For whoever may do this there. */
export async function aroundFor(c: Ctx, act: Act): Promise<Around> {
  const consultation = await getConsultation(c.var.db, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, act, placeOfConsultation(consultation))
  return around(c, consultation)
}

/** For whoever puts materials and dates beside it, before or after its opening. */
export async function aroundToAccompany(c: Ctx): Promise<Around> {
  const consultation = await getConsultation(c.var.db, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, consultation.openedAt ? 'consultations.accompany' : 'consultations.prepare', placeOfConsultation(consultation))
  return around(c, consultation)
}

/** Where one goes back to: its page, or that of its preparation. */
export const homeOf = ({ id, openedAt }: Consultation): string => (openedAt ? paths.consultation(id) : paths.consultationSetUp(id))

export const mayDo = (c: Ctx, act: Act, consultation: Consultation): boolean => can(c.var.actor, act, placeOfConsultation(consultation))

interface Step {
  readonly label: string
  readonly to?: string
}

export function trailIn(lang: Lang, { ecosystem, consultation, title }: Around, ...rest: Step[]): Step[] {
  const way: Step[] = [
    { label: say(lang, consultationWords, 'ecosystems'), to: paths.ecosystems },
    { label: ecosystem.name, to: paths.ecosystem(ecosystem.slug) },
    { label: say(lang, consultationWords, 'title'), to: paths.ecosystemConsultations(ecosystem.slug) },
  ]
  return rest.length > 0 ? [...way, { label: title, to: homeOf(consultation) }, ...rest] : [...way, { label: title }]
}
