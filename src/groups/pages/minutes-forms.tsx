import { paths } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { say } from '../../kernel/words.ts'
import { CorrectionPage, findMinutes, mustBeApproved, OutcomePage, remarksOn } from '../../minutes/index.ts'
import type { Ctx } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { Prose } from '../../ui/prose.tsx'
import { minutesWords } from '../messages/minutes.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { refusals } from '../rules/minutes.ts'
import { type AroundMeeting, aroundMeeting, trailInMeeting } from './around.tsx'

const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)

/** What both forms tell of the minutes they belong to. */
function about(c: Ctx, whole: AroundMeeting) {
  const { reader } = c.var
  const back = paths.minutes(whole.meeting.id)
  const trail = trailInMeeting(reader.lang, whole, { label: say(reader.lang, minutesWords, 'minutes'), to: back })
  return { reader, back, trail, kicker: [say(reader.lang, minutesWords, 'minutesOf', { number: whole.meeting.number })] }
}

export async function correctionPage(c: Ctx, filled: Filled) {
  const whole = await aroundMeeting(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'groups.correct-minutes', placeOfBody(whole.body))
  mustBeApproved(refusals, await findMinutes(c.var.db, whole.meeting.id))
  const address = paths.minutesCorrection(whole.meeting.id)
  return c.html(<CorrectionPage {...about(c, whole)} address={address} {...filled} />, statusOf(filled))
}

export async function outcomePage(c: Ctx, filled: Filled) {
  const whole = await aroundMeeting(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'groups.answer-remark', placeOfBody(whole.body))
  const remark = (await remarksOn(c.var.db, whole.meeting.id)).find(({ id }) => id === c.req.param('remark'))
  if (!remark) throw new Problem(notFound)
  const address = paths.minutesRemark(whole.meeting.id, remark.id)
  const proposed = <Prose text={remark.text ?? ''} />
  return c.html(
    <OutcomePage {...about(c, whole)} address={address} words={minutesWords} proposed={proposed} {...filled} />,
    statusOf(filled),
  )
}
