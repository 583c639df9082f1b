import { describe, expect, test } from 'vitest'
import { paths } from '../charter/paths.ts'
import { day } from '../kernel/day.ts'
import { docxOf } from '../platform/papers.ts'
import { citizen } from '../testing.ts'
import { freezeDraft } from './actions/versions.ts'
import { importBlocks } from './actions/write.ts'
import { draftOf } from './store/draft.ts'
import { api, open, published, text } from './test-taken-away.ts'
import { exportFormats, formatOf } from './writing/export.ts'

describe('a version as a file', () => {
  test.each(exportFormats)('is there as %s, with its type, a plain name and a tag', async (format) => {
    const whole = await open()
    const { house, document } = whole
    await published(whole)
    const answer = await house.ask(paths.versionFile(document.id, 1, format))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(formatOf(format).type)
    expect(answer.headers.get('content-disposition')).toContain(`filename="Il-testo-v1.${formatOf(format).extension}"`)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(300)
    const again = await house.ask(api(document.id, format), { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test('is for those who work on it, until it is published', async () => {
    const { house, document, chair, observer } = await open()
    await freezeDraft(house.desk(chair), document.id)
    for (const as of [undefined, citizen()]) {
      expect((await house.ask(paths.versionFile(document.id, 1, 'html'), as ? { as } : {})).status).toBe(404)
      expect((await house.ask(api(document.id, 'html'), as ? { as } : {})).status).toBe(404)
    }
    const answer = await house.ask(api(document.id, 'html'), { as: observer })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  })

  test('in a format that is not there is refused', async () => {
    const whole = await open()
    await published(whole)
    expect((await whole.house.ask(paths.versionFile(whole.document.id, 1, 'exe'))).status).toBe(404)
    expect((await whole.house.ask(api(whole.document.id, 'exe'))).status).toBe(422)
    expect((await whole.house.ask(paths.versionFile(whole.document.id, 9, 'pdf'))).status).toBe(404)
  })

  test('names every block by the id that lives through versions', async () => {
    const whole = await open()
    await published(whole)
    const blocks = await draftOf(whole.house.db, whole.document.id)
    for (const format of ['html', 'akoma-ntoso']) {
      const file = await (await whole.house.ask(api(whole.document.id, format))).text()
      for (const { id } of blocks) expect(file).toContain(`"b-${id}"`)
    }
  })
})

const file = (content: string | Buffer, name = 'testo.md') => new File([new Uint8Array(Buffer.from(content))], name)
const fingerprintIn = (page: string) => /name="fingerprint" value="(\w+)"/.exec(page)?.[1] ?? ''

describe('a text written elsewhere', () => {
  const markdown = '# Un altro titolo\n\n## Vision\n\nLa vision nuova.\n\n> Citazione\n\n## Strategia\n\n- uno\n- due\n'

  test('is previewed with its structure and report, then confirmed, and nothing changes before', async () => {
    const { house, document, member } = await open([])
    const sent = await house.ask(paths.documentImport(document.id), { as: member, form: { file: file(markdown) } })
    expect(sent.status).toBe(303)
    const address = sent.headers.get('location') ?? ''
    const preview = await house.read(address, member)
    for (const words of ['testo.md', 'Un altro titolo', 'Strategia', '2 titoli', 'Citazioni: diventano paragrafi', 'riga 7'])
      expect(preview).toContain(words)
    expect(await draftOf(house.db, document.id)).toEqual([])
    const confirmed = await house.ask(address, { as: member, form: { fingerprint: fingerprintIn(preview) } })
    expect(confirmed.status).toBe(303)
    expect((await draftOf(house.db, document.id)).map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'heading',
      'list-item',
      'list-item',
    ])
    expect((await house.ask(address, { as: member })).status).toBe(404)
  })

  test('anew shows what would change, and what goes on keeps its ids', async () => {
    const { house, document, member } = await open([])
    const take = async (content: string) => {
      const sent = await house.ask(paths.documentImport(document.id), { as: member, form: { file: file(content) } })
      const address = sent.headers.get('location') ?? ''
      const preview = await house.read(address, member)
      await house.ask(address, { as: member, form: { fingerprint: fingerprintIn(preview) } })
      return { preview, draft: await draftOf(house.db, document.id) }
    }
    const first = await take(markdown)
    const second = await take(markdown.replace('La vision nuova.', 'La vision nuova di tutti.'))
    expect(second.preview).toMatch(/<ins>.*di tutti.*<\/ins>/s)
    expect(second.draft.map(({ id }) => id)).toEqual(first.draft.map(({ id }) => id))
    const same = await house.ask(paths.documentImport(document.id), {
      as: member,
      form: { file: file(markdown.replace('La vision nuova.', 'La vision nuova di tutti.')) },
    })
    expect(await house.read(same.headers.get('location') ?? '', member)).toContain('non cambierebbe nulla')
  })

  test('confirmed after somebody wrote is shown again, and nothing is lost', async () => {
    const { house, document, member, chair } = await open([])
    const sent = await house.ask(paths.documentImport(document.id), { as: member, form: { file: file(markdown) } })
    const address = sent.headers.get('location') ?? ''
    const before = fingerprintIn(await house.read(address, member))
    await importBlocks(house.desk(chair), document.id, text)
    const refused = await house.ask(address, { as: member, form: { fingerprint: before } })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('qualcuno ha scritto nella bozza')
    expect(await draftOf(house.db, document.id)).toHaveLength(text.length)
  })

  test('asks for the words of pictures, and leaves out those without', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const bytes = await docxOf({
      lang: 'it',
      title: 'x',
      author: 'x',
      date: day('2020-07-22'),
      facts: [],
      address: 'http://x.test/',
      parts: [
        { kind: 'paragraph', runs: [{ text: 'Prima' }] },
        { kind: 'picture', type: 'png', bytes: png, alt: '', caption: [] },
      ],
    })
    const { house, document, member } = await open([])
    const sent = await house.ask(paths.documentImport(document.id), { as: member, form: { file: file(bytes, 'a.docx') } })
    const address = sent.headers.get('location') ?? ''
    const preview = await house.read(address, member)
    expect(preview).toContain('Che cosa mostra la figura 1')
    await house.ask(address, { as: member, form: { fingerprint: fingerprintIn(preview), 'alt-0': 'Un punto rosso' } })
    const draft = await draftOf(house.db, document.id)
    expect(draft.at(-1)).toMatchObject({ kind: 'figure', data: { alt: 'Un punto rosso' } })
  })

  test('is for whoever writes there, and the preview for whoever sent it', async () => {
    const { house, document, member, observer, chair } = await open([])
    expect((await house.ask(paths.documentImport(document.id), { as: observer })).status).toBe(403)
    expect((await house.ask(paths.documentImport(document.id))).status).toBe(401)
    const sent = await house.ask(paths.documentImport(document.id), { as: member, form: { file: file(markdown) } })
    expect((await house.ask(sent.headers.get('location') ?? '', { as: chair })).status).toBe(404)
  })

  test.each([
    ['nothing', null, 'Manca il file'],
    ['an empty file', file('', 'a.md'), 'Manca il file'],
    ['a page', file('<!DOCTYPE html><p>x', 'a.md'), 'non si può accettare'],
    [
      'a file with a password',
      file(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'a.docx'),
      'protetto da una password',
    ],
  ])('that is %s comes back with what to do', async (_, sent, words) => {
    const { house, document, member } = await open([])
    const answer = await house.ask(paths.documentImport(document.id), { as: member, form: { file: sent ?? new File([], '') } })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
  })

  test('comes in through the API, tried first', async () => {
    const { house, document, member } = await open()
    const body = async (dry: boolean) => {
      const answer = await house.ask(`/api/v1/documents/${document.id}/import?dryRun=${dry}`, {
        as: member,
        form: { file: file(markdown) },
      })
      return { status: answer.status, json: (await answer.json()) as { blocks: number; lost: unknown[]; added: number } }
    }
    const tried = await body(true)
    expect(tried).toMatchObject({ status: 200, json: { blocks: 6, title: 'Un altro titolo', lost: [{ loss: 'quote', line: 7 }] } })
    expect(await draftOf(house.db, document.id)).toHaveLength(text.length)
    expect((await body(false)).status).toBe(200)
    expect(await draftOf(house.db, document.id)).toHaveLength(6)
    expect((await house.ask(`/api/v1/documents/${document.id}/import`, { as: citizen(), form: { file: file(markdown) } })).status).toBe(403)
  })
})

test('a preview makes as many statements for a long text as for a short one', async () => {
  const { house, document, member } = await open([])
  const count = async (content: string) => {
    const sent = await house.ask(paths.documentImport(document.id), { as: member, form: { file: file(content) } })
    return house.countQueries(() => house.read(sent.headers.get('location') ?? '', member))
  }
  const few = await count('# A\n\n## B\n\nx\n')
  expect(await count(`# A\n\n${'## B\n\nx\n\n'.repeat(200)}`)).toBe(few)
})
