import { expect, test } from 'vitest'
import { createDocument, freezeDraft, importBlocks, publishVersion } from '../documents/index.ts'
import { adopt } from '../documents/store/versions.ts'
import { openDocument } from '../documents/test-document.ts'
import { decisionById } from '../groups/index.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { openHouse } from '../testing.ts'
import { documentsEvidence } from './documents-evidence.ts'

test('perimeter and vision are evidence when both are adopted and published, and until then say what is missing, as of any day', async () => {
  const { house, slug, document, lead } = await openDocument(await openHouse())
  const { ecosystemId } = document
  const on = async (text: string) => (await documentsEvidence(house.db, [ecosystemId], day(text))).get(ecosystemId)?.['perimeter-published']
  expect(await on('2020-07-21')).toBeUndefined()
  expect(await on('2020-07-22')).toMatchObject({ met: false, missing: { it: 'il perimetro è in bozza e la visione è da cominciare.' } })

  const publish = async (id: string) => {
    const version = await freezeDraft(house.desk(lead), id)
    await adopt(house.db, version.id, house.desk().today, newId())
    await publishVersion(house.desk(lead), version.id, decisionById)
  }
  await publish(document.id)
  expect(await on('2020-07-22')).toMatchObject({
    met: false,
    says: { it: 'Il lavoro è in corso: il perimetro è in vigore dal 22 luglio 2020.' },
  })
  house.at('2020-08-03T09:00:00+02:00')
  const vision = await createDocument(house.desk(lead), slug, { kind: 'vision', titleIt: 'Visione', titleEn: null, bodies: [] })
  await importBlocks(house.desk(lead), vision.id, [{ kind: 'objective', level: 0, source: 'Una scheda sola' }])
  await publish(vision.id)
  expect(await on('2020-08-03')).toMatchObject({ met: true, on: '2020-08-03' })
  expect(await on('2020-08-02')).toMatchObject({ met: false })
})
