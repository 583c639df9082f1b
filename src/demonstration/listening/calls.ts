import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { answerProposal, openCall, proposeNeed } from '../../listening/index.ts'
import type { Deed } from '../history.ts'
import { contributing, personKey } from '../writers.ts'
import type { Listening } from './keeper.ts'
import { contentOf } from './needs.ts'
import { needKey, type SampleCall, type SampleProposal } from './sample.ts'

/** Open calls, what people proposed in them, and the answers given so far. */
export function livesOfCalls(calls: readonly SampleCall[], there: Listening): Deed[] {
  return calls.flatMap(({ key: name, calledOn, title, guidance, opensOn, closesOn, proposals }): Deed[] => {
    const key = `${there.body}/call/${name}`
    const window = { title, guidance, opensOn: day(opensOn), closesOn: day(closesOn) }
    return [
      { on: day(calledOn), key, by: there.secretary, run: (desk) => openCall(desk, there.slug, window) },
      ...proposals.flatMap((proposal) => livesOfProposal(key, proposal, there)),
    ]
  })
}

function livesOfProposal(call: string, proposal: SampleProposal, { body, secretary }: Listening): Deed[] {
  const key = `${call}/proposal/${proposal.key}`
  const { by, on, answer } = proposal
  const deeds: Deed[] = [
    contributing(by, day(on)),
    {
      on: day(on),
      key,
      by: (memory) => ({ id: memory.person(personKey(by)), grants: [], onlyRooms: null }),
      run: (desk, memory) => proposeNeed(desk, memory.id(call), { ...contentOf(proposal), key: newId() }),
    },
  ]
  if (answer) {
    const { outcome, reason } = answer
    deeds.push({
      on: day(answer.on),
      // What an accepted proposal becomes is a need as any other, and is spoken of as one.
      key: outcome === 'accepted' ? needKey(body, proposal.key) : `${key}/answer`,
      by: secretary,
      run: async (desk, memory) => {
        const needId = answer.with ? memory.id(needKey(body, answer.with)) : null
        const given = await answerProposal(desk, memory.id(key), { outcome, reason, needId })
        return { id: given.needId }
      },
    })
  }
  return deeds
}
