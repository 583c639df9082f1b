import { appeal, changeContribution, comment, hide, settleAppeal, withdrawContribution } from '../../consultations/index.ts'
import { day } from '../../kernel/day.ts'
import type { Deed } from '../history.ts'
import { inOffice } from '../people.ts'
import { contributing } from '../writers.ts'
import { type Around, consultationKey } from './lives.ts'
import type { SampleContribution } from './sample.ts'
import { contributionKey, speaking } from './speakers.ts'

type Run = (desk: Parameters<Deed['run']>[0], consultation: string, contribution: string) => Promise<unknown>

/** What became of a contribution after it arrived: changed, commented on, taken back, hidden by a rule and looked at again. */
export function livesAfterwards(one: SampleContribution, { sample, place }: Around): Deed[] {
  const { key, name, withdrawnOn, changed, hidden, appeal: asked, comments = [] } = one
  const { body, secretary, lead } = sample
  const own = contributionKey(body, key)
  const author: NonNullable<Deed['by']> = (memory) => speaking(memory, name, null)
  const deed = (what: string, on: string, minute: number, by: NonNullable<Deed['by']>, run: Run): Deed => ({
    ...{ on: day(on), minute, key: `${own}/${what}`, by },
    run: (desk, memory) => run(desk, memory.id(consultationKey(body)), memory.id(own)),
  })
  const deeds: Deed[] = []
  if (changed) {
    const input = { text: changed.text, showsName: one.showsName }
    deeds.push(deed('changed', changed.on, 200, author, (desk, to, id) => changeContribution(desk, to, id, input, { lang: 'it' })))
  }
  if (withdrawnOn) deeds.push(deed('withdrawn', withdrawnOn, 780, author, withdrawContribution))
  if (hidden) {
    const keeper = inOffice(place.id, body, secretary, 'secretary')
    deeds.push(deed('hidden', hidden.on, 600, keeper, (desk, to, id) => hide(desk, to, id, hidden)))
  }
  if (asked) {
    const { on, settledOn, outcome, reason, answer } = asked
    const leading = inOffice(place.id, body, lead, 'lead')
    deeds.push(deed('appeal', on, 60, author, (desk, to, id) => appeal(desk, to, id, { reason })))
    deeds.push(deed('appeal/settled', settledOn, 90, leading, (desk, to, id) => settleAppeal(desk, to, id, { outcome, reason: answer })))
  }
  return [...deeds, ...comments.flatMap((said, index) => commented(said, index, own, body))]
}

/** Other people who read it, and had something to say. */
function commented({ on, who, text }: { on: string; who: string; text: string }, index: number, own: string, body: string): Deed[] {
  const said = day(on)
  return [
    contributing(who, said),
    {
      on: said,
      minute: 690 + index,
      key: `${own}/comment-${index + 1}`,
      by: (memory) => speaking(memory, who, null),
      run: (desk, memory) => comment(desk, memory.id(consultationKey(body)), memory.id(own), { text, showsName: index % 2 === 0 }),
    },
  ]
}
