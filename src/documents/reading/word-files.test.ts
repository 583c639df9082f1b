import { describe, expect, test } from 'vitest'
import { naughty, rare } from '../../platform/papers/naughty.ts'
import { docxOf, odtOf } from '../../platform/papers.ts'
import { plain } from '../text/markdown.ts'
import { readDocument } from './index.ts'
import { anOdt, lost, odtBody, paperOf, shape } from './test-files.ts'

describe('a word processor’s file', () => {
  test('keeps the words of links that would run something, and tells it', async () => {
    const reading = await readDocument(
      anOdt(odtBody('<text:p><text:a xlink:href="javascript:alert(1)">premi</text:a> =SUM(A1)</text:p>')),
      'a.odt',
    )
    expect(shape(reading)).toEqual([['paragraph', 0, 'premi =SUM(A1)']])
    expect(lost(reading)).toEqual(['link'])
  })

  test('gives its pictures with their words', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    for (const [name, write] of [
      ['a.docx', docxOf],
      ['a.odt', odtOf],
    ] as const) {
      const bytes = await write(
        paperOf([
          { kind: 'paragraph', runs: [{ text: 'Prima' }] },
          { kind: 'picture', type: 'png', bytes: png, alt: 'Un punto', caption: [] },
        ]),
      )
      const { blocks, pictures } = await readDocument(bytes, name)
      expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'figure'])
      expect(pictures[0]).toMatchObject({ alt: 'Un punto' })
      expect(pictures[0]?.bytes.equals(png)).toBe(true)
    }
  })

  test('shows every awkward text as it was written', async () => {
    const own = [...naughty, ...rare]
    for (const [name, write] of [
      ['a.docx', docxOf],
      ['a.odt', odtOf],
    ] as const) {
      const { blocks } = await readDocument(
        await write(paperOf(own.map((text) => ({ kind: 'paragraph', runs: [{ text: `x ${text}` }] })))),
        name,
      )
      expect(blocks.map(({ source }) => plain(source).replace(/\s+/g, ' '))).toEqual(
        own.map((text) => `x ${text}`.normalize('NFC').replace(/\s+/g, ' ')),
      )
    }
  })
})
