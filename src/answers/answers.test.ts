import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import {
  appeal,
  EnterForm,
  enterContribution,
  hide,
  recordInterruption,
  settleAppeal,
  withdrawContribution,
} from '../consultations/index.ts'
import { contributed, opened, person, type TestConsultation } from '../consultations/test-consultation.ts'
import { blocksOf, freezeDraft, importBlocks } from '../documents/index.ts'
import { day } from '../kernel/day.ts'
import { somebody } from '../testing.ts'
import { evaluate } from './actions/evaluate.ts'
import { compareTexts } from './actions/likeness.ts'
import { CorrectForm, correctReply, PrepareForm, prepareReply, publishReplies, rewordReply, withdrawReply } from './actions/replies.ts'
import { concludeConsultation, writeReport } from './actions/reports.ts'
import { answersTo } from './index.ts'
import { toAnswer } from './rules/account.ts'
import { accountOf, breakdownOf } from './store/account.ts'
import { evaluationResults } from './store/evaluations.ts'
import { clustersOf, listQueue } from './store/queue.ts'

const account = async ({ house, consultation }: TestConsultation) => accountOf(house.db, consultation.id)
const reply = (contributionIds: string[], more: object = {}) =>
  PrepareForm.parse({ outcome: 'noted', reasonIt: 'Grazie: ne terremo conto.', contributionIds, ...more })
const deskOf = ({ house, lead }: TestConsultation) => house.desk(lead)
const publishAll = (whole: TestConsultation) => publishReplies(deskOf(whole), whole.consultation.id, { replyIds: [] })

async function withThree() {
  const whole = await opened()
  const people = await Promise.all(['Ada', 'Bruno', 'Carla'].map((name) => person(whole.house, name)))
  const contributions = []
  for (const [index, one] of people.entries())
    contributions.push(await contributed(whole, one, { text: `Osservazione numero ${index}: il biglietto unico va esteso.` }))
  return { whole, people: people as [Actor, Actor, Actor], ids: contributions.map(({ id }) => id as string) as [string, string, string] }
}

describe('a reply', () => {
  test('is unseen until it is published, and then answers all that it was prepared for, as one act', async () => {
    const { whole, ids } = await withThree()
    const { house, consultation } = whole
    const { items } = await prepareReply(deskOf(whole), consultation.id, reply(ids))
    expect(items.map(({ result }) => result)).toEqual(['answered', 'answered', 'answered'])
    expect(await account(whole)).toMatchObject({ received: 3, answered: 0, prepared: 3 })
    expect((await answersTo(house.db, consultation.id, ids)).size).toBe(0)
    expect(await publishAll(whole)).toMatchObject({ replies: 1, contributions: 3 })
    expect(await account(whole)).toMatchObject({ answered: 3, prepared: 0 })
    expect((await answersTo(house.db, consultation.id, ids)).get(ids[1])).toMatchObject({ outcome: 'noted', corrected: false })
    const { rows } = await sql`select facts from event where act = 'answers.publish'`.execute(house.db)
    expect(rows).toEqual([{ facts: expect.objectContaining({ replies: 1, contributions: 3 }) }])
    await expect(publishAll(whole)).rejects.toThrow('nothing-to-publish')
  })

  test('to many tells of each what came of it, and takes over what was only prepared', async () => {
    const { whole, people, ids } = await withThree()
    const { consultation, house } = whole
    await prepareReply(deskOf(whole), consultation.id, reply([ids[0]]))
    await publishAll(whole)
    await withdrawContribution(house.desk(people[1]), consultation.id, ids[1])
    const { reply: first } = await prepareReply(deskOf(whole), consultation.id, reply([ids[2]]))
    const { items } = await prepareReply(deskOf(whole), consultation.id, reply([...ids, first.id], { outcome: 'out-of-scope' }))
    expect(items.map(({ result }) => result)).toEqual(['answered-already', 'withdrawn', 'moved', 'unknown'])
    expect((await house.db.selectFrom('reply').select('id').execute()).length).toBe(2)
    const refused = prepareReply(deskOf(whole), consultation.id, reply([ids[0], ids[1]]))
    await expect(refused).rejects.toThrow('nothing-to-answer')
  })

  test('that accepts names what changes in the text consulted upon', async () => {
    const { whole, ids } = await withThree()
    const { consultation, blocks } = whole
    const accept = (blockIds: string[]) => prepareReply(deskOf(whole), consultation.id, reply([ids[0]], { outcome: 'accepted', blockIds }))
    await expect(accept([])).rejects.toThrow('reply-change-needed')
    await expect(accept([ids[0]])).rejects.toThrow('reply-block-unknown')
    await expect(accept([String(blocks[3]?.id)])).resolves.toMatchObject({ reply: { outcome: 'accepted' } })
  })

  test('is reworded while unseen, by one person at a time, and taken away', async () => {
    const { whole, ids } = await withThree()
    const { consultation } = whole
    const { reply: one } = await prepareReply(deskOf(whole), consultation.id, reply(ids))
    const words = { outcome: 'noted', reasonIt: 'Detto meglio.', reasonEn: null, blockIds: [] } as const
    await rewordReply(deskOf(whole), consultation.id, one.id, { ...words, blockIds: [], base: 0 })
    await expect(rewordReply(deskOf(whole), consultation.id, one.id, { ...words, blockIds: [], base: 0 })).rejects.toThrow('reply-changed')
    await withdrawReply(deskOf(whole), consultation.id, one.id)
    expect(await account(whole)).toMatchObject({ prepared: 0 })
    expect((await listQueue(whole.house.db, { consultationId: consultation.id, waiting: 'waiting', limit: 10 })).items).toHaveLength(3)
  })

  test('once published is corrected with a reason, and what it said stays', async () => {
    const { whole, ids } = await withThree()
    const { consultation, house } = whole
    const { reply: one } = await prepareReply(deskOf(whole), consultation.id, reply(ids))
    const correction = CorrectForm.parse({ outcome: 'not-accepted', reasonIt: 'Non si può.', base: '0', why: 'Era sbagliata.' })
    await expect(correctReply(deskOf(whole), consultation.id, one.id, correction)).rejects.toThrow('reply-not-published')
    await publishAll(whole)
    await expect(withdrawReply(deskOf(whole), consultation.id, one.id)).rejects.toThrow('reply-published-already')
    await correctReply(deskOf(whole), consultation.id, one.id, correction)
    expect((await answersTo(house.db, consultation.id, ids)).get(ids[0])).toMatchObject({ outcome: 'not-accepted', corrected: true })
    const page = await house.read(`/consultazioni/${consultation.id}/risposte/${one.id}`)
    expect(page).toContain('Era sbagliata.')
    expect(page).toContain('ne terremo conto')
  })

  test('is prepared and published by those who lead, not by whoever passes by', async () => {
    const { whole, ids } = await withThree()
    const { house, consultation } = whole
    const stranger = house.desk(somebody('lead', { kind: 'ecosystem', id: consultation.id }))
    await expect(prepareReply(stranger, consultation.id, reply(ids))).rejects.toThrow('not-allowed')
    await prepareReply(deskOf(whole), consultation.id, reply(ids))
    const officer = house.desk(somebody('officer'))
    await expect(publishReplies(officer, consultation.id, { replyIds: [] })).rejects.toThrow('not-allowed')
  })
})

describe('texts that say the same', () => {
  const letter =
    'Chiediamo che gli orari di apertura dei musei siano pubblicati come dati aperti, con un identificativo stabile per ogni luogo, e aggiornati ogni giorno dai gestori.'

  test('form one cluster, whatever their case and the words that each adds, and changing a text is seen', async () => {
    const whole = await opened()
    const { house, consultation } = whole
    for (const [index, text] of [letter, letter.toUpperCase(), `${letter} Lo dico da guida.`, 'Tutt’altro, detto in breve.'].entries())
      await contributed(whole, await person(house, `Persona ${index}`), { text })
    expect(await compareTexts(house.db, consultation.id)).toBe(4)
    expect(await compareTexts(house.db, consultation.id)).toBe(0)
    expect(await clustersOf(house.db, consultation.id, 10)).toEqual([expect.objectContaining({ size: 3, waiting: 3 })])
  })

  test('are found as contributions arrive, without anybody asking', async () => {
    const whole = await opened()
    const { house, consultation } = whole
    await house.work()
    for (const name of ['Ada', 'Bruno']) await contributed(whole, await person(house, name), { text: letter })
    await house.work()
    expect(await clustersOf(house.db, consultation.id, 10)).toEqual([expect.objectContaining({ size: 2 })])
  })
})

describe('the outcomes', () => {
  const narrative = { narrativeIt: 'Che cosa è emerso.', narrativeEn: null }

  async function answered() {
    const { whole, people, ids } = await withThree()
    const { house, consultation, documentId, blocks, lead } = whole
    const blockIds = [String(blocks[3]?.id)]
    await prepareReply(deskOf(whole), consultation.id, reply(ids, { outcome: 'accepted', blockIds }))
    await publishAll(whole)
    house.at('2020-10-05T10:00:00+02:00')
    const freeze = async (source: string, changed = blockIds[0]) => {
      const draft = await blocksOf(house.db, consultation.versionId)
      const text = draft.map((block) => ({
        kind: block.kind,
        level: block.level,
        source: block.id === changed ? source : block.source,
      }))
      await importBlocks(house.desk(lead), documentId, text)
      return freezeDraft(house.desk(lead), documentId)
    }
    return { whole, people, ids, freeze }
  }

  test('are published when everybody has an answer and what was accepted can be read in the final version', async () => {
    const { whole, freeze, ids } = await answered()
    const { consultation, house } = whole
    const conclude = () => concludeConsultation(deskOf(whole), consultation.id)
    await expect(conclude()).rejects.toThrow('narrative-needed')
    await writeReport(deskOf(whole), consultation.id, { ...narrative, finalVersionId: null, base: 0 })
    await expect(conclude()).rejects.toThrow('final-version-needed')
    await expect(
      writeReport(deskOf(whole), consultation.id, { ...narrative, finalVersionId: consultation.versionId, base: 1 }),
    ).rejects.toThrow('final-version-needed')
    const final = await freeze('Un solo biglietto per tutti i luoghi della cultura e per i parchi.')
    await writeReport(deskOf(whole), consultation.id, { ...narrative, finalVersionId: final.id, base: 1 })
    await conclude()
    await expect(conclude()).rejects.toThrow('outcome-concluded')
    await expect(prepareReply(deskOf(whole), consultation.id, reply([ids[0]]))).rejects.toThrow('outcome-concluded')
    expect(await breakdownOf(house.db, consultation.id)).toEqual([
      { outcome: 'accepted', contributorKind: 'person', sectionId: null, count: 3 },
    ])
  })

  test('leave the ledger and the calendar as they were: nothing enters, nothing reopens, nothing unanswered comes back', async () => {
    const { whole, freeze, people } = await answered()
    const { consultation, house } = whole
    const { id } = consultation
    house.at('2020-09-30T23:50:00+02:00')
    const last = await contributed(whole, people[0], { text: 'Ancora una cosa.' })
    await hide(deskOf(whole), id, last.id, { rule: 'advertising', reason: 'Pubblicità.' })
    const hidden = await contributed(whole, people[1], { text: 'Comprate qui.' })
    await hide(deskOf(whole), id, hidden.id, { rule: 'advertising', reason: 'Pubblicità.' })
    const final = await freeze('Un solo biglietto per tutti i luoghi della cultura e per i parchi.')
    await writeReport(deskOf(whole), id, { ...narrative, finalVersionId: final.id, base: 0 })
    const conclude = () => concludeConsultation(deskOf(whole), id)
    house.at('2020-10-01T00:10:00+02:00')
    await expect(conclude()).rejects.toThrow('consultation-grace-not-over')
    house.at('2020-10-01T09:00:00+02:00')
    await appeal(house.desk(people[0]), id, last.id, { reason: 'Non vendo nulla.' })
    await expect(conclude()).rejects.toThrow('appeals-waiting')
    await settleAppeal(house.desk(somebody('officer')), id, last.id, { outcome: 'upheld', reason: 'È pubblicità.' })
    await conclude()

    const arrived = { channel: 'paper', authorName: 'Pia Lettera', protocolNumber: '7', protocolDay: '2020-09-20', text: 'Per posta.' }
    const paper = EnterForm.parse({ ...arrived, key: 'una-lettera-in-ritardo' })
    await expect(enterContribution(deskOf(whole), id, paper)).rejects.toThrow('consultation-concluded')
    const outage = { fromDay: day('2020-09-30'), fromTime: '20:00', toDay: day('2020-09-30'), toTime: '22:00', reason: 'Guasto.' }
    await expect(recordInterruption(deskOf(whole), id, outage)).rejects.toThrow('consultation-concluded')
    await expect(appeal(house.desk(people[1]), id, hidden.id, { reason: 'Perché?' })).rejects.toThrow('consultation-concluded')
    const reopened = sql`update consultation set closes_on = '2020-12-31' where id = ${id}`.execute(house.db)
    await expect(reopened).rejects.toThrow('concluded consultation stays')
    expect(toAnswer(await account(whole))).toBe(0)
  })

  test('are refused while the consultation is open, while somebody waits, and while a promise is not kept', async () => {
    const { whole, ids } = await withThree()
    const { consultation, house } = whole
    const conclude = () => concludeConsultation(deskOf(whole), consultation.id)
    await expect(conclude()).rejects.toThrow('consultation-not-closed')
    house.at('2020-10-05T10:00:00+02:00')
    await prepareReply(deskOf(whole), consultation.id, reply([ids[0], ids[1]]))
    await publishAll(whole)
    expect(toAnswer(await account(whole))).toBe(1)
    await expect(conclude()).rejects.toThrow('contributions-waiting')
    const broken = await answered()
    const kept = await broken.freeze('I musei condividono i dati.', broken.whole.blocks[1]?.id)
    await writeReport(deskOf(broken.whole), broken.whole.consultation.id, { ...narrative, finalVersionId: kept.id, base: 0 })
    await expect(concludeConsultation(deskOf(broken.whole), broken.whole.consultation.id)).rejects.toThrow('accepted-change-not-made')
  })

  test('are evaluated once closed by those who took part, each once', async () => {
    const { whole, people } = await withThree()
    const { consultation, house } = whole
    const opinion = { easy: 4, clear: 5, heard: null, again: 'yes', comment: null } as const
    await expect(evaluate(house.desk(people[0]), consultation.id, opinion)).rejects.toThrow('too-early-to-evaluate')
    house.at('2020-10-05T10:00:00+02:00')
    await evaluate(house.desk(people[0]), consultation.id, opinion)
    await evaluate(house.desk(people[0]), consultation.id, { ...opinion, easy: 2 })
    await expect(evaluate(house.desk(await person(house, 'Dario')), consultation.id, opinion)).rejects.toThrow('only-participants')
    expect(await evaluationResults(house.db, consultation.id)).toEqual({ count: 1, easy: 2, clear: 5, heard: null, again: 1 })
  })
})
