import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { soundBlock } from '../text/sound.ts'
import { readDocument } from './index.ts'

const plan = '../shared/data/plan-2019-2021'
const chapters = existsSync(plan) ? readdirSync(plan).filter((name) => /^\d\d_.*\.rst$/.test(name)) : []
const read = (name: string) => readDocument(readFileSync(`${plan}/${name}`), name)

/** The words of a source without what is markup: pictures with their words, fields, names of directives, targets of references. */
function wordsWritten(source: string): string[] {
  const text = source
    .replace(/^( *)\.\. (?:figure|image)::.*\n(?:\1 +\S.*\n)*/gm, '')
    .replace(/^ *:[a-z]+:.*$/gm, '')
    .replace(/^ *\.\. [\w-]+::/gm, '')
    .replace(/:[a-z]+:`([^`<]*)(?:<[^>]*>)?`/g, '$1')
    .replace(/`([^`<]*)<[^>]*>`__?/g, '$1')
  return wordsIn(text)
}

const wordsIn = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]{3,}/gu) ?? []

describe.skipIf(chapters.length === 0)('the real plan', () => {
  test.each(chapters)('%s comes in with every word of its text, and what is not text is told', async (name) => {
    const { title, blocks, told } = await read(name)
    for (const block of blocks) expect(() => soundBlock(block)).not.toThrow()
    // Without spaces: cells of a drawn table break words where they end.
    const kept = wordsIn([title, ...blocks.map(({ source, data }) => `${source} ${data?.label ?? ''}`)].join(' '))
    const left = new Map<string, number>()
    for (const word of kept) left.set(word, (left.get(word) ?? 0) + 1)
    const dropped = wordsWritten(readFileSync(`${plan}/${name}`, 'utf8')).filter((word) => {
      const count = left.get(word) ?? 0
      left.set(word, count - 1)
      return count <= 0
    })
    const joined = kept.join('')
    expect(dropped.filter((word) => !joined.includes(word))).toEqual([])
    expect(dropped.length).toBeLessThan(6)
    const source = readFileSync(`${plan}/${name}`, 'utf8')
    const pictures = source.match(/^ *\.\. (?:figure|image)::/gm)?.length ?? 0
    expect(told.filter(({ loss }) => loss === 'picture')).toHaveLength(pictures)
    for (const { near, line } of told) expect([near.length > 0, (line ?? 0) > 0]).toEqual([true, true])
  })

  test('its chapter on ecosystems has the sections, lists and table it had, and a short report', async () => {
    const { title, blocks, told } = await read('07_ecosistemi.rst')
    const count = (kind: string, level?: number) =>
      blocks.filter((block) => block.kind === kind && (level === undefined || block.level === level)).length
    expect(title).toBe('Ecosistemi')
    expect([count('heading', 1), count('heading', 2), count('list-item'), count('table'), count('paragraph')]).toEqual([3, 4, 44, 1, 67])
    expect(blocks.find(({ kind }) => kind === 'table')?.source.split('\n')).toHaveLength(15)
    expect(new Set(told.map(({ loss }) => loss))).toEqual(new Set(['picture', 'table-caption', 'definition', 'note']))
  })
})
