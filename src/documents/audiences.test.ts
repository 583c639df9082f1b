import { expect, test } from 'vitest'
import { actorOf, openGroup } from '../groups/test-group.ts'
import { commentBlock } from './actions/comments.ts'
import { createDocument } from './actions/documents.ts'
import { freezeDraft } from './actions/versions.ts'
import { importBlocks } from './actions/write.ts'
import { draftOf } from './store/draft.ts'
import { perimeter } from './test-document.ts'

test('those who look after a draft are told of comments, whoever spoke of answers, and all who work on it of versions', async () => {
  const { house, slug, body, members } = await openGroup()
  await house.work()
  const input = { kind: 'perimeter', titleIt: 'Il perimetro', titleEn: null, bodies: [body.id] } as const
  const document = await createDocument(house.desk(), slug, { ...input, bodies: [body.id] })
  const desk = async (who: keyof typeof members) => house.desk(await actorOf(house, members[who]))
  await importBlocks(await desk('ada'), document.id, perimeter)
  const [block] = await draftOf(house.db, document.id)
  const comment = await commentBlock(await desk('ada'), document.id, block?.id ?? '', { text: 'Manca la data', parentId: null })
  await commentBlock(await desk('chair'), document.id, block?.id ?? '', { text: 'Vero', parentId: comment.id })
  await freezeDraft(await desk('secretary'), document.id)
  await house.work()
  const told = async (who: keyof typeof members) => {
    const rows = await house.db
      .selectFrom('notice')
      .select('words')
      .where('personId', '=', members[who].personId)
      .where('kind', '=', 'documents')
      .execute()
    return rows.map(({ words }) => (words as { it: { title: string } }).it.title)
  }
  expect(await told('secretary')).toEqual(['Nuovo commento alla bozza di «Il perimetro»'])
  expect(await told('ada')).toEqual(['Risposta a un commento alla bozza di «Il perimetro»', 'Congelata la versione 1 di «Il perimetro»'])
  expect(await told('observer')).toEqual(['Congelata la versione 1 di «Il perimetro»'])
})
