import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { citizen } from '../testing.ts'
import { changeText, extendConsultation, recordInterruption, resumeConsultation, suspendConsultation } from './actions/calendar.ts'
import { EnterForm, enterContribution } from './actions/enter.ts'
import { openConsultation, setCalendar } from './actions/set-up.ts'
import { strategiesConsulted } from './facts.ts'
import { stateOn } from './rules/consultation.ts'
import { changesOf } from './store/changes.ts'
import { closeLedger, lockConsultation } from './store/consultations.ts'
import { closesOn, contributed, opened, opensOn, person, prepared, ready, strategyOf } from './test-consultation.ts'

const revision = null

describe('before opening', () => {
  test('a window of 59 days is refused by the step, and by the database itself', async () => {
    const { house, consultation, lead } = await prepared()
    const short = { revision, opensOn, closesOn: addDays(opensOn, 59) }
    await expect(setCalendar(house.desk(lead), consultation.id, short)).rejects.toThrow('consultation-too-short')
    const byHand = sql`update consultation set opens_on = ${opensOn}, closes_on = ${addDays(opensOn, 59)} where id = ${consultation.id}`
    await expect(byHand.execute(house.db)).rejects.toThrow('window_long_enough')
    const lower = sql`update consultation set minimum_days = 30 where id = ${consultation.id}`
    await expect(lower.execute(house.db)).rejects.toThrow('minimum_of_kind')
    await setCalendar(house.desk(lead), consultation.id, { revision, opensOn, closesOn: addDays(opensOn, 60) })
  })

  test('what is missing is refused with its list, and opening is one act', async () => {
    const { house, consultation, lead } = await prepared()
    const refused = await openConsultation(house.desk(lead), consultation.id).catch((error) => error)
    expect(refused.facts.missing).toEqual(['aims-missing', 'contact-missing', 'days-missing'])
    const whole = await ready()
    await expect(openConsultation(whole.house.desk(citizen()), whole.consultation.id)).rejects.toThrow('not-allowed')
    const open = await openConsultation(whole.house.desk(whole.lead), whole.consultation.id)
    expect(stateOn(day('2020-07-31'), open)).toBe('coming')
    await expect(openConsultation(whole.house.desk(whole.lead), whole.consultation.id)).rejects.toThrow('consultation-opened-already')
  })

  test('the legal instants are those of Rome, on either side of a change of the clocks', async () => {
    const { consultation } = await ready({ opens: day('2020-08-31'), closes: day('2020-10-31') })
    expect(consultation.opensAt?.toISOString()).toBe('2020-08-30T22:00:00.000Z')
    expect(consultation.closesAt?.toISOString()).toBe('2020-10-31T23:00:00.000Z')
  })
})

describe('once opened, the closing day', () => {
  test('is moved later with a reason, and never earlier: by an act, or by hand under the role of the application', async () => {
    const { house, consultation, lead } = await opened()
    const { id } = consultation
    const earlier = { closesOn: addDays(closesOn, -1), reason: 'Fretta' }
    await expect(extendConsultation(house.desk(lead), id, earlier)).rejects.toThrow('consultation-only-lengthens')
    for (const change of [
      sql`closes_on = closes_on - 1`,
      sql`closes_on = null`,
      sql`opened_at = null`,
      sql`minimum_days = 15, kind = 'other'`,
      sql`opens_on = opens_on + 1, closes_on = closes_on + 10`,
    ])
      await expect(sql`update consultation set ${change} where id = ${id}`.execute(house.db)).rejects.toThrow()
    await expect(sql`delete from consultation where id = ${id}`.execute(house.db)).rejects.toThrow('permission denied')
    const after = await extendConsultation(house.desk(lead), id, { closesOn: addDays(closesOn, 15), reason: 'Richiesta di più Regioni' })
    expect(after.closesOn).toBe('2020-10-15')
    expect(await changesOf(house.db, id)).toMatchObject([{ kind: 'extension', closesBefore: closesOn, closesAfter: '2020-10-15' }])
    await expect(sql`delete from consultation_change`.execute(house.db)).rejects.toThrow('permission denied')
  })

  test('goes on by the days of a suspension, during which nothing is taken', async () => {
    const whole = await opened()
    const { house, consultation, lead } = whole
    await suspendConsultation(house.desk(lead), consultation.id, { reason: 'Errore nel testo' })
    const ada = await person(house)
    await expect(contributed(whole, ada)).rejects.toThrow('consultation-not-open')
    house.at('2020-08-12T10:00:00+02:00')
    const after = await resumeConsultation(house.desk(lead), consultation.id, { reason: 'Testo controllato' })
    expect([after.suspendedOn, after.closesOn]).toEqual([null, addDays(closesOn, 3)])
    await contributed(whole, ada)
  })

  test('goes on by the days that an interruption of the service touched', async () => {
    const { house, consultation, lead } = await opened()
    const outage = { fromDay: day('2020-08-08'), fromTime: '18:00', toDay: day('2020-08-09'), toTime: '08:00', reason: 'Guasto' }
    const after = await recordInterruption(house.desk(lead), consultation.id, outage)
    expect(after.closesOn).toBe(addDays(closesOn, 2))
  })

  test('gives a whole window again to a text that changed, when it is declared so', async () => {
    const { house, slug, consultation, lead, documentId } = await opened()
    const { freezeDraft, importBlocks } = await import('../documents/index.ts')
    await importBlocks(house.desk(lead), documentId, strategyOf('Tutto nuovo.'))
    const { id: versionId } = await freezeDraft(house.desk(lead), documentId)
    const again = { versionId, how: 'restart', closesOn: addDays(closesOn, 1), reason: 'Il testo è cambiato' } as const
    await expect(changeText(house.desk(lead), consultation.id, again)).rejects.toThrow('consultation-too-short')
    const after = await changeText(house.desk(lead), consultation.id, { ...again, closesOn: day('2020-10-09') })
    expect([after.opensOn, after.closesOn, after.versionId]).toEqual(['2020-08-10', '2020-10-09', versionId])
    const paper = { channel: 'paper', authorName: 'Pia Lettera', protocolNumber: '3', protocolDay: '2020-08-05', text: 'Per posta.' }
    const form = EnterForm.parse({ ...paper, key: newId<string>() })
    expect((await enterContribution(house.desk(lead), consultation.id, form)).contribution.protocolDay).toBe('2020-08-05')
    expect(await strategiesConsulted(house.db, [slug], day('2020-08-01'))).toMatchObject([{ opensOn: '2020-08-01' }])
    const back = { versionId: consultation.versionId, how: 'extend', closesOn: day('2020-12-01'), reason: 'Com’era' } as const
    await expect(changeText(house.desk(lead), consultation.id, back)).rejects.toThrow('consultation-same-text')
  })
})

test('what arrives one second after closing is refused, unless its form was open before', async () => {
  const whole = await opened()
  const { house, consultation } = whole
  const ada = await person(house)
  house.at('2020-09-30T23:59:59+02:00')
  await contributed(whole, ada)
  const { openedMark } = await import('./open-forms.ts')
  const mark = openedMark('secret', consultation.id, ada.id as string, house.desk().now)
  house.at('2020-10-01T00:00:01+02:00')
  await expect(contributed(whole, ada)).rejects.toThrow('consultation-not-open')
  const { ContributeForm, contribute } = await import('./actions/contribute.ts')
  const late = (opened: string) => {
    const form = ContributeForm.parse({ text: 'Appena in tempo.', key: newId(), opened })
    return contribute(house.desk(ada), consultation.id, form, { lang: 'it', secret: 'secret' })
  }
  expect((await late(mark)).again).toBe(false)
  await expect(late(`${mark}x`)).rejects.toThrow('consultation-not-open')
  const opensAfter = openedMark('secret', consultation.id, ada.id as string, house.desk().now)
  await expect(late(opensAfter)).rejects.toThrow('consultation-not-open')
  house.at('2020-10-01T00:15:00+02:00')
  await expect(late(mark)).rejects.toThrow('consultation-not-open')
})

test('the statement that adds a contribution looks at the window itself', async () => {
  const whole = await opened()
  const { house, consultation, lead } = whole
  const ada = await person(house)
  const { receive } = await import('./store/receive.ts')
  const one = await contributed(whole, ada)
  await suspendConsultation(house.desk(lead), consultation.id, { reason: 'Controllo' })
  const row = { ...one, id: newId<'contribution'>(), idempotencyKey: newId<string>() }
  expect(await receive(house.db, [row], [])).toEqual(['late'])
})

test('a letter that enters while the consultation is being concluded waits, and finds the doors closed', async () => {
  const { house, consultation, lead } = await opened()
  house.at('2020-10-05T10:00:00+02:00')
  const arrived = { channel: 'paper', authorName: 'Pia Lettera', protocolNumber: '7', protocolDay: '2020-09-20', text: 'Per posta.' }
  const form = EnterForm.parse({ ...arrived, key: newId<string>() })
  const entering = await house.db.transaction().execute(async (tx) => {
    const locked = await lockConsultation(tx, consultation.id)
    const late = enterContribution(house.desk(lead), consultation.id, form).catch((error: Error) => error.message)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await closeLedger(tx, locked, house.desk().now)
    return { late }
  })
  expect(await entering.late).toBe('consultation-not-open')
})

test('the plan finds the first consultation upon an ecosystem’s strategy, as of any day', async () => {
  const { house, slug, consultation } = await opened()
  expect(await strategiesConsulted(house.db, [slug, 'altro'], day('2020-07-31'))).toEqual([])
  const found = [{ slug, consultationId: consultation.id, opensOn: '2020-08-01' }]
  expect(await strategiesConsulted(house.db, [slug, 'altro'], day('2020-08-01'))).toEqual(found)
})
