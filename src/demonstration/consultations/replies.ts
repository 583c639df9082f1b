import { compareTexts, prepareReply, publishReplies } from '../../answers/index.ts'
import { day } from '../../kernel/day.ts'
import type { Deed } from '../history.ts'
import { inOffice } from '../people.ts'
import { type Around, consultationKey } from './lives.ts'
import { blockIn } from './places.ts'
import { type SampleContribution, type SampleReply, staysHidden } from './sample.ts'
import { contributionKey } from './speakers.ts'

interface Round {
  readonly name: string
  readonly replies: readonly SampleReply[]
  readonly preparedOn: string
  /** Left out while nobody outside sees them. */
  readonly publishedOn?: string
}

/** Replies prepared by subject, each for all that had arrived on it, and published together as one act. */
export function livesOfReplies(round: Round, contributions: readonly SampleContribution[], { sample, place }: Around): Deed[] {
  const { body } = sample
  const key = consultationKey(body)
  const { name, replies, preparedOn, publishedOn } = round
  const prepared = replies.map(
    ({ topic, outcome, reason, reasonEn = null, changes = [], first }): Deed => ({
      on: day(preparedOn),
      key: `${key}/reply/${name}/${topic}`,
      by: inOffice(place.id, body, sample.writer, 'rapporteur'),
      run: async (desk, memory) => {
        const those = contributions.filter((one) => one.topic === topic && one.on < preparedOn && !staysHidden(one) && !one.withdrawnOn)
        const contributionIds = those.slice(0, first).map((one) => memory.id(contributionKey(body, one.key)))
        const blockIds = await Promise.all(changes.map((ref) => blockIn(desk.db, memory, body, ref)))
        const given = await prepareReply(desk, memory.id(key), { outcome, reasonIt: reason, reasonEn, blockIds, contributionIds })
        return given.reply
      },
    }),
  )
  if (!publishedOn) return prepared
  const published: Deed = {
    on: day(publishedOn),
    key: `${key}/published/${name}`,
    by: inOffice(place.id, body, sample.secretary, 'secretary'),
    run: (desk, memory) =>
      publishReplies(desk, memory.id(key), { replyIds: replies.map(({ topic }) => memory.id(`${key}/reply/${name}/${topic}`)) }),
  }
  return [...prepared, published]
}

/** Texts that say the same are found before anybody answers them, as they are while contributions arrive. */
export function comparedOn(on: string, body: string): Deed {
  return {
    on: day(on),
    minute: 840,
    key: `${consultationKey(body)}/compared/${on}`,
    run: async ({ db }, memory) => {
      while ((await compareTexts(db, memory.id(consultationKey(body)))) > 0);
    },
  }
}
