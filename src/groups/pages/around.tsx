import { paths } from '../../charter/paths.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { timeInRome } from '../../kernel/rome.ts'
import { formatDay, say } from '../../kernel/words.ts'
import type { Ctx } from '../../platform/http.ts'
import { bodyWords } from '../messages/bodies.ts'
import { meetingWords } from '../messages/meetings.ts'
import type { Body } from '../rules/bodies.ts'
import { isInsider } from '../rules/insiders.ts'
import type { Meeting } from '../rules/meetings.ts'
import { getBody } from '../store/bodies.ts'
import { getMeeting } from '../store/meetings.ts'

/** A body, where it stands, and whether whoever reads sees what is internal to it. */
export interface Around {
  readonly body: Body
  readonly ecosystem: { readonly slug: string; readonly name: string }
  readonly insider: boolean
}

export async function around(c: Ctx, body: Body): Promise<Around> {
  const ecosystem = (await namesOfEcosystems(c.var.db, [body.ecosystemId])).get(body.ecosystemId)
  const name = ecosystem ? nameIn(c.var.reader.lang, ecosystem) : ''
  return { body, ecosystem: { slug: ecosystem?.slug ?? '', name }, insider: isInsider(c.var.actor, body) }
}

export async function aroundBody(c: Ctx, id: string): Promise<Around> {
  return around(c, await getBody(c.var.db, id))
}

export interface AroundMeeting extends Around {
  readonly meeting: Meeting
}

export async function aroundMeeting(c: Ctx, id: string): Promise<AroundMeeting> {
  const meeting = await getMeeting(c.var.db, id)
  return { ...(await aroundBody(c, meeting.bodyId)), meeting }
}

type Step = { readonly label: string; readonly to?: string }

/** The way to a page of a body; to the body itself without further steps. */
export function trailIn(lang: Lang, { body, ecosystem }: Around, ...rest: Step[]): Step[] {
  const steps: Step[] = [
    { label: say(lang, bodyWords, 'ecosystems'), to: paths.ecosystems },
    { label: ecosystem.name, to: paths.ecosystem(ecosystem.slug) },
    { label: say(lang, bodyWords, 'groups'), to: paths.bodies(ecosystem.slug) },
  ]
  return rest.length > 0 ? [...steps, { label: body.name, to: paths.body(body.id) }, ...rest] : [...steps, { label: body.name }]
}

export function trailInMeeting(lang: Lang, whole: AroundMeeting, ...rest: Step[]): Step[] {
  const label = say(lang, meetingWords, 'meeting', { number: whole.meeting.number })
  return rest.length > 0 ? trailIn(lang, whole, { label, to: paths.meeting(whole.meeting.id) }, ...rest) : trailIn(lang, whole, { label })
}

/** 'martedì 28 luglio 2020, dalle 15:00 alle 17:00' */
export function hoursOf(lang: Lang, { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string {
  const day = formatDay(lang, dayOf(startsAt), 'full')
  return say(lang, meetingWords, 'hours', { day, from: timeInRome(startsAt), to: timeInRome(endsAt) })
}
