import { expect, test } from 'vitest'
import { concludeConsultation, PrepareForm, prepareReply, publishReplies, writeReport } from '../answers/index.ts'
import { contributed, opened, person } from '../consultations/test-consultation.ts'
import { freezeDraft, importBlocks } from '../documents/index.ts'
import { adopt } from '../documents/store/versions.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { consultationsEvidence } from './consultations-evidence.ts'
import { unmet } from './rules.ts'

test('the Design phase is proved by its consultation, step by step, and each day by what stood on it', async () => {
  const whole = await opened()
  const { house, consultation, ecosystemId, lead, documentId, blocks } = whole
  const on = async (text: string) => (await consultationsEvidence(house.db, [ecosystemId], day(text))).get(ecosystemId) ?? {}
  const one = await contributed(whole, await person(house))
  expect(await on('2020-07-31')).toEqual({})
  expect(await on('2020-08-10')).toMatchObject({
    'document-published': { met: true, on: '2020-08-01' },
    'consulted-sixty-days': { met: false, running: true, progress: { value: 9, max: 60 } },
    'contributions-answered': { met: false, missing: { it: 'la risposta a 1 osservazione.' } },
  })
  expect((await on('2020-10-01'))['consulted-sixty-days']).toMatchObject({ met: true, on: '2020-10-01' })

  house.at('2020-10-05T10:00:00+02:00')
  const desk = house.desk(lead)
  await prepareReply(desk, consultation.id, PrepareForm.parse({ contributionIds: one.id, outcome: 'noted', reasonIt: 'Grazie.' }))
  await publishReplies(desk, consultation.id, { replyIds: [] })
  expect((await on('2020-10-05'))['contributions-answered']).toMatchObject({ met: true, on: '2020-10-05' })
  expect((await on('2020-10-04'))['contributions-answered']).toMatchObject({ met: false })

  const text = blocks.map(({ kind, level, source }, at) => ({ kind, level, source: at === 1 ? 'I musei condividono.' : source }))
  await importBlocks(desk, documentId, text)
  const final = await freezeDraft(desk, documentId)
  await writeReport(desk, consultation.id, { narrativeIt: 'Com’è andata.', narrativeEn: null, finalVersionId: final.id, base: 0 })
  await concludeConsultation(desk, consultation.id)
  await adopt(house.db, final.id, house.desk().today, newId())
  expect(unmet('design', await on('2020-10-05'))).toEqual([])
  expect(unmet('design', await on('2020-10-04'))).toEqual(['contributions-answered', 'outcome-published', 'final-version-adopted'])
})
