import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { changeContribution, withdrawContribution } from './actions/change.ts'
import { ContributeForm, contribute } from './actions/contribute.ts'
import { EnterForm, enterContribution } from './actions/enter.ts'
import { appeal, flag, hide, settleAppeal } from './actions/moderate.ts'
import { support } from './actions/supports.ts'
import { hashOf } from './receipts.ts'
import { contributionState, receiptNumber } from './rules/contributions.ts'
import { getContribution, revisionsOf } from './store/contributions.ts'
import { listContributions } from './store/listing.ts'
import { heatOf, numbersOf } from './store/tallies.ts'
import { contributed, delegate, opened, person, type TestConsultation } from './test-consultation.ts'

const numbers = async ({ house, consultation }: TestConsultation) => (await numbersOf(house.db, [consultation.id])).get(consultation.id)

describe('a contribution', () => {
  test('sent twenty times at once is one row, with the same receipt for all', async () => {
    const whole = await opened()
    const { house, consultation } = whole
    const ada = await person(house)
    const form = ContributeForm.parse({ text: 'Una volta sola.', key: newId() })
    const receipts = await Promise.all(Array.from({ length: 20 }, () => contribute(house.desk(ada), consultation.id, form, { lang: 'it' })))
    expect(new Set(receipts.map(({ contribution }) => contribution.id)).size).toBe(1)
    expect(receipts.filter(({ again }) => !again)).toHaveLength(1)
    expect((await numbers(whole))?.received).toBe(1)
    const { rows } = await sql`select act from event where act = 'consultations.contribute'`.execute(house.db)
    expect(rows).toHaveLength(1)
    const other = contribute(house.desk(ada), consultation.id, { ...form, text: 'Un’altra cosa.' }, { lang: 'it' })
    await expect(other).rejects.toThrow('idempotency-key-used')
  })

  test('has a receipt whose hash anybody can compute again from what was sent', async () => {
    const whole = await opened()
    const one = await contributed(whole, await person(whole.house))
    expect(receiptNumber(one)).toMatch(/^C-2020-\d{4,}$/)
    const { consultationId, versionId, target, organisationId, text, answers } = one
    expect(hashOf({ consultationId, versionId, target, organisationId, text, answers, files: [] })).toBe(one.hash)
  })

  test('speaks of a block of the version consulted upon, and of no other', async () => {
    const whole = await opened()
    const ada = await person(whole.house)
    const [, paragraph] = whole.blocks
    const one = await contributed(whole, ada, { target: 'block', blockId: paragraph?.id })
    expect([one.target, one.sectionId]).toEqual([{ kind: 'block', blockId: paragraph?.id }, whole.blocks[0]?.id])
    expect(await heatOf(whole.house.db, whole.consultation.id)).toEqual(new Map([[paragraph?.id, 1]]))
    await expect(contributed(whole, ada, { target: 'block', blockId: newId() })).rejects.toThrow('no-such-block')
    await expect(contributed(whole, ada, { target: 'block', blockId: paragraph?.id, text: '' })).rejects.toThrow('contribution-text-needed')
  })

  test('in the name of an organisation comes from its delegate, with a mandate', async () => {
    const whole = await opened({ participants: 'organisations' })
    const { actor, organisationId } = await delegate(whole.house)
    const ada = await person(whole.house)
    await expect(contributed(whole, ada)).rejects.toThrow('organisations-only')
    await expect(contributed(whole, ada, { organisationId, mandate: 'Delibera 1' })).rejects.toThrow('not-a-delegate')
    await expect(contributed(whole, actor, { organisationId })).rejects.toThrow('mandate-needed')
    const one = await contributed(whole, actor, { organisationId, mandate: 'Delibera 1/2020' })
    expect(one.contributorKind).toBe('company')
    expect(await numbers(whole)).toMatchObject({ received: 1, organisations: 1 })
  })

  test('is changed and withdrawn by whoever wrote it until closing, and what it was stays', async () => {
    const whole = await opened()
    const { house, consultation } = whole
    const [ada, bruno] = [await person(house), await person(house, 'Bruno Altro')]
    const [, paragraph] = whole.blocks
    const one = await contributed(whole, ada, { target: 'block', blockId: paragraph?.id })
    const change = { text: 'Detto meglio.', showsName: true }
    await expect(changeContribution(house.desk(bruno), consultation.id, one.id, change, { lang: 'it' })).rejects.toThrow(
      'contribution-not-yours',
    )
    const after = await changeContribution(house.desk(ada), consultation.id, one.id, change, { lang: 'it' })
    expect([after.revision, after.text]).toEqual([1, 'Detto meglio.'])
    expect(await revisionsOf(house.db, one)).toMatchObject([{ revision: 0, text: one.text, hash: one.hash }])
    await expect(sql`update contribution_revision set text = 'x'`.execute(house.db)).rejects.toThrow('permission denied')
    await withdrawContribution(house.desk(ada), consultation.id, one.id)
    expect(await numbers(whole)).toMatchObject({ received: 1, withdrawn: 1 })
    expect((await heatOf(house.db, consultation.id)).get(paragraph?.id as string)).toBe(0)
    await expect(withdrawContribution(house.desk(ada), consultation.id, one.id)).rejects.toThrow('contribution-withdrawn')
    const other = await contributed(whole, ada)
    house.at('2020-10-01T00:00:00+02:00')
    await expect(withdrawContribution(house.desk(ada), consultation.id, other.id)).rejects.toThrow('consultation-not-open')
  })

  test('is supported once by a person who asks fifty times at once', async () => {
    const whole = await opened()
    const { house, consultation } = whole
    const [ada, bruno] = [await person(house), await person(house, 'Bruno Altro')]
    const one = await contributed(whole, ada)
    await Promise.all(Array.from({ length: 50 }, () => support(house.desk(bruno), consultation.id, one.id, true)))
    expect((await getContribution(house.db, consultation.id, one.id)).supports).toBe(1)
    expect((await numbers(whole))?.supports).toBe(1)
    await support(house.desk(bruno), consultation.id, one.id, false)
    expect((await getContribution(house.db, consultation.id, one.id)).supports).toBe(0)
    await expect(support(house.desk(ada), consultation.id, one.id, true)).rejects.toThrow('own-contribution')
  })

  test('that came on paper enters the same ledger, with its protocol and its day', async () => {
    const whole = await opened()
    const { house, consultation, lead } = whole
    const paper = {
      channel: 'paper',
      authorName: 'Pia Lettera',
      protocolNumber: '2020/1234',
      protocolDay: '2020-08-05',
      text: 'Per posta.',
    }
    const form = EnterForm.parse({ ...paper, key: newId() })
    await expect(enterContribution(house.desk(await person(house)), consultation.id, form)).rejects.toThrow('not-allowed')
    const [one, two] = [
      await enterContribution(house.desk(lead), consultation.id, form),
      await enterContribution(house.desk(lead), consultation.id, form),
    ]
    expect([one.again, two.again, two.contribution.id]).toEqual([false, true, one.contribution.id])
    expect(await numbers(whole)).toMatchObject({ received: 1, elsewhere: 1 })
    const before = EnterForm.parse({ ...paper, protocolDay: '2020-07-31', key: newId() })
    await expect(enterContribution(house.desk(lead), consultation.id, before)).rejects.toThrow('consultation-not-open')
    house.at('2020-10-05T10:00:00+02:00')
    const late = EnterForm.parse({ ...paper, protocolDay: '2020-09-30', key: newId() })
    expect((await enterContribution(house.desk(lead), consultation.id, late)).contribution.protocolDay).toBe('2020-09-30')
  })
})

describe('moderation', () => {
  test('hides by a published rule, is looked at again by somebody else, and keeps the count', async () => {
    const whole = await opened()
    const { house, consultation, lead, officer } = whole
    const [ada, bruno] = [await person(house), await person(house, 'Bruno Altro')]
    const one = await contributed(whole, ada)
    await flag(house.desk(bruno), consultation.id, one.id, { rule: 'offence', note: null })
    await expect(hide(house.desk(bruno), consultation.id, one.id, { rule: 'offence', reason: 'No' })).rejects.toThrow('not-allowed')
    await hide(house.desk(lead), consultation.id, one.id, { rule: 'offence', reason: 'Insulta una persona.' })
    expect(contributionState(await getContribution(house.db, consultation.id, one.id))).toBe('hidden')
    expect(await numbers(whole)).toMatchObject({ received: 1, hidden: 1 })
    await appeal(house.desk(ada), consultation.id, one.id, { reason: 'Era una critica.' })
    await expect(appeal(house.desk(ada), consultation.id, one.id, { reason: 'Ancora.' })).rejects.toThrow('appealed-already')
    const outcome = { outcome: 'restored', reason: 'È una critica.' } as const
    await expect(settleAppeal(house.desk(lead), consultation.id, one.id, outcome)).rejects.toThrow('review-by-the-same')
    await settleAppeal(house.desk(officer), consultation.id, one.id, outcome)
    expect(await numbers(whole)).toMatchObject({ received: 1, hidden: 0 })
  })
})

describe('the list', () => {
  test('goes on by cursor in every order, and finds by words, section and kind', async () => {
    const whole = await opened()
    const { house, consultation } = whole
    const ada = await person(house)
    const [title, paragraph] = whole.blocks
    for (const text of ['Biglietto unico', 'Prenotazioni comuni', 'Orari dei musei']) await contributed(whole, ada, { text })
    await contributed(whole, ada, { target: 'block', blockId: paragraph?.id, text: 'I dati aperti' })
    const texts = async (query: object) =>
      (await listContributions(house.db, { consultationId: consultation.id, limit: 10, ...query })).items.map(({ text }) => text)
    for (const order of ['newest', 'oldest', 'supported'] as const) {
      const first = await listContributions(house.db, { consultationId: consultation.id, order, limit: 3 })
      const last = await listContributions(house.db, { consultationId: consultation.id, order, limit: 3, cursor: first.next ?? '' })
      expect([...first.items, ...last.items].map(({ text }) => text)).toEqual(await texts({ order }))
      expect(last.next).toBeNull()
    }
    expect(await texts({ words: 'museo' })).toEqual(['Orari dei musei'])
    expect(await texts({ sectionIds: [title?.id] })).toEqual(['I dati aperti'])
    expect(await texts({ contributorKind: 'organisation' })).toEqual([])
    expect(day('2020-08-10')).toBe('2020-08-10')
  })
})
