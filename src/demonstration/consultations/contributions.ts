import { annotating, contribute, enterContribution, support } from '../../consultations/index.ts'
import { day } from '../../kernel/day.ts'
import type { Desk } from '../../platform/http.ts'
import type { Deed } from '../history.ts'
import type { Memory } from '../memory.ts'
import { emailOf, inOffice } from '../people.ts'
import { contributing } from '../writers.ts'
import { livesAfterwards } from './fates.ts'
import { type Around, consultationKey } from './lives.ts'
import { blockIn } from './places.ts'
import type { SampleContribution } from './sample.ts'
import { contributionKey, speaking } from './speakers.ts'

export function livesOfContributions(contributions: readonly SampleContribution[], around: Around): Deed[] {
  return contributions.flatMap((one) => [...written(one, around), ...livesAfterwards(one, around)])
}

function written(one: SampleContribution, around: Around): Deed[] {
  const { body } = around.sample
  const { key, on, minute, channel, name, organisation } = one
  const secretary = inOffice(around.place.id, body, around.sample.secretary, 'secretary')
  const organisationId = organisation ? (around.organisations.get(organisation) ?? null) : null
  const arrived: Deed = {
    on: day(on),
    minute,
    key: contributionKey(body, key),
    by: channel ? secretary : (memory) => speaking(memory, name, organisationId),
    run: async (desk, memory) => (await (channel ? enter : send)(desk, memory, one, { body, organisationId })).contribution,
  }
  return channel ? [arrived] : [contributing(name, day(on)), arrived]
}

interface Where {
  readonly body: string
  readonly organisationId: string | null
}

async function common(
  { db }: Desk,
  memory: Memory,
  { key, at, words, text, showsName }: SampleContribution,
  { body, organisationId }: Where,
) {
  const blockId = at ? await blockIn(db, memory, body, at) : null
  const part = words ? 'words' : 'block'
  const target = at === null ? 'whole' : at.includes('.') ? part : 'section'
  const mandate = organisationId ? 'Delibera del consiglio direttivo' : null
  return { target, blockId, text, organisationId, mandate, showsName, key: `demonstration-${body}-${key}` } as const
}

async function send(desk: Desk, memory: Memory, one: SampleContribution, where: Where) {
  const told = { ...(await common(desk, memory, one, where)), opened: null, draft: null, versionId: null }
  const also = annotating(told.target, { starts: 0, exact: one.words ?? null })
  return contribute(desk, memory.id(consultationKey(where.body)), told, { lang: one.lang ?? 'it', ...(also ? { also } : {}) })
}

async function enter(desk: Desk, memory: Memory, one: SampleContribution, where: Where) {
  const { kind, protocol } = one.channel ?? { kind: 'paper', protocol: '' }
  const author = { authorName: one.name, authorEmail: kind === 'paper' ? null : emailOf(one.name) }
  const protocolled = { channel: kind, protocolNumber: protocol, protocolDay: day(one.on), lang: one.lang ?? 'it' } as const
  return enterContribution(desk, memory.id(consultationKey(where.body)), {
    ...(await common(desk, memory, one, where)),
    ...author,
    ...protocolled,
  })
}

/** On these days readers said which contributions they share: those written well before, by people who had written too. */
export function livesOfSupports(contributions: readonly SampleContribution[], body: string, days: readonly string[]): Deed[] {
  const standing = contributions.filter(({ withdrawnOn, hidden, channel }) => !withdrawnOn && !hidden && !channel)
  return days.map((on, turn): Deed => {
    const there = standing.filter((one) => one.on < on)
    const liked = there.filter((_, index) => index % 11 === turn * 2)
    return {
      on: day(on),
      minute: 420,
      key: `${consultationKey(body)}/supports/${on}`,
      run: async (desk, memory) => {
        for (const [at, one] of liked.entries())
          for (let step = 1; step <= 1 + ((at * 5 + turn) % 8); step += 1) {
            const reader = there[(at * 29 + step * 17) % there.length]
            if (!reader || reader.name === one.name) continue
            const own = { ...desk, actor: speaking(memory, reader.name, null) }
            await support(own, memory.id(consultationKey(body)), memory.id(contributionKey(body, one.key)), true)
          }
      },
    }
  })
}
