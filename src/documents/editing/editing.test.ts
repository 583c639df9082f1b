import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../reading/index.ts'
import type { ParsedBlock } from '../rules/blocks.ts'
import { render } from '../text/markdown.ts'
import { nodeOf, type Piece, piecesOf, sourceOf } from './document.ts'
import { blocksFromHtml, blocksFromText } from './paste.ts'
import { readRuns } from './read-runs.ts'
import { isSameText, type Run } from './runs.ts'
import { schema } from './schema.ts'
import { writeRuns } from './write-runs.ts'

const piece = (source: string, kind: Piece['kind'] = 'paragraph'): Piece => ({
  key: 'a',
  kind,
  level: kind === 'heading' ? 1 : 0,
  ordered: false,
  source,
})

/** The Markdown that the editor would write had somebody changed the block and changed it back. */
function again(one: Piece): string | null {
  const node = nodeOf(one)
  return node && sourceOf(node)
}

/** What the server makes of a text, but for the line ends that a page shows as spaces. */
const shown = (source: string, kind: Piece['kind'] = 'paragraph') => render(kind, source).html.replace(/(?<!<br \/>)\s*\n\s*/g, ' ')

describe('a block goes through the editor and says the same', () => {
  test.each([
    ['Il perimetro dice **che cosa** è dentro, *e perché*.', 'paragraph'],
    ['Un ***testo** misto* con ~~cancellature~~ e `codice | puro`', 'paragraph'],
    ['Una riga\\\nun’altra', 'list-item'],
    [
      '[il **Piano**](https://pianotriennale-ict.italia.it/a_b?c=d "titolo") e <https://agid.gov.it>, o https://docs.italia.it/x_y_z',
      'paragraph',
    ],
    ['Scrivi a [noi](mailto:info@example.it), torna [qui](#b-1) o [al piano](/piano)', 'footnote'],
    ['Con nota[^1] e *stella\\* e \\[quadre\\], 2 * 3 * 4, snake_case, <b>html</b> &amp; &lt;', 'objective'],
    ['# non è un titolo', 'paragraph'],
    ['1. non è un elenco', 'heading'],
    ['| Chi | Che **cosa** |\n|:---|---:|\n| a \\| b | `x \\| y` |\n|  | [l](https://a.it) |', 'table'],
    ['|  |  |\n| --- | --- |\n| a | b |', 'table'],
  ] as const)('%s', (source, kind) => {
    const written = again(piece(source, kind))
    expect(written).not.toBeNull()
    expect(shown(written ?? '', kind)).toBe(shown(source, kind))
  })

  const folder = '../shared/data/plan-2019-2021'
  test.skipIf(!existsSync(folder))('every block of the real chapter on ecosystems', async () => {
    for (const name of ['07_ecosistemi']) {
      const { blocks } = await readDocument(readFileSync(`${folder}/${name}.rst`), `${name}.rst`)
      for (const { kind, level, source } of blocks as readonly ParsedBlock[]) {
        const written = again({ key: 'a', kind, level, ordered: false, source })
        expect([source, written && shown(written, kind)]).toEqual([source, shown(source, kind)])
      }
    }
  })

  const signs = [
    'casa',
    ' ',
    'È',
    '*',
    '**',
    '_',
    '[',
    ']',
    '(',
    ')',
    '`',
    '~~',
    '\\',
    '<',
    '>',
    '&amp;',
    '&',
    '!',
    '|',
    '\n',
    '\\\n',
    '😀',
  ]
  const whole = ['[a](https://b.it)', '<https://c.it>', 'https://a.it/b_c', '[^1]', '**forte**', '*corsivo*', '***a** b*']
  test('any Markdown at all, or the editor says that it cannot hold it', () => {
    const sources = fc.array(fc.constantFrom(...signs, ...whole), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sources, (parts) => {
        const source = parts.join('').trim()
        const written = again(piece(source))
        fc.pre(written !== null)
        expect(isSameText(readRuns(written ?? '') ?? [], readRuns(source) ?? [])).toBe(true)
        expect(
          render('paragraph', written ?? '')
            .text.replace(/\s+/g, ' ')
            .trim(),
        ).toBe(render('paragraph', source).text.replace(/\s+/g, ' ').trim())
      }),
      { numRuns: 200 },
    )
  })

  test('whatever is typed with bold, italics and links can be written', () => {
    const text = fc.array(fc.constantFrom(...signs.filter((sign) => !sign.includes('\n')), ...whole.slice(2, 4)), {
      minLength: 1,
      maxLength: 4,
    })
    const run = fc.record(
      {
        text: text.map((parts) => parts.join('')),
        strong: fc.constant(true),
        emphasis: fc.constant(true),
        link: fc.constant('https://example.it/a_b?c=(d)'),
      },
      { requiredKeys: ['text'] },
    )
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 3 }), (runs) => {
        const written = writeRuns(runs as Run[])
        expect(written === null || isSameText(readRuns(written) ?? [], runs as Run[])).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

test('what the editor cannot hold is told, and what nobody touched stays as it was written, sign by sign', () => {
  expect(nodeOf(piece('| a |\n| --- |\n| b |\n\nUn resto', 'table'))).toBeNull()
  expect(nodeOf(piece('\\https://a.it', 'paragraph'))).toBeNull()
  const untouched = { ...piece('_Corsivo_ alla sua\nmaniera &egrave;'), key: 'one' }
  const touched = { ...piece('Cambiata'), key: 'two' }
  const node = nodeOf(untouched)
  if (!node) throw new Error('The editor holds this.')
  const doc = schema.node('doc', null, [node, schema.node('paragraph', { key: 'two' }, [schema.text('Cambiata *qui*')])])
  const origins = new Map([['one', { node, piece: untouched }]])
  expect(piecesOf(doc, origins)).toEqual([untouched, { ...touched, source: 'Cambiata \\*qui\\*' }])
})

describe('what is pasted becomes blocks, and nothing else', () => {
  const pasted = (html: string) => blocksFromHtml(html).map((node) => [node.type.name + (node.attrs.level ?? ''), sourceOf(node)] as const)

  test('from Word', () => {
    const item = (level: number, marker: string, text: string) =>
      `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`
    expect(
      pasted(
        `<html><head><style>p{color:red}</style></head><body><!--StartFragment--><h2 style='color:red'>Il <span lang=IT>titolo</span></h2><p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Grassetto</b>, <i>corsivo</i> e <a href="https://a.it">un
 collegamento</a><o:p></o:p></p>${item(1, '·', 'Primo')}${item(2, '1.', 'Secondo')}<img src="data:image/png;base64,AAAA"><script>alert(1)</script></body></html>`,
      ),
    ).toEqual([
      ['heading2', 'Il titolo'],
      ['paragraph', '**Grassetto**, *corsivo* e [un collegamento](<https://a.it>)'],
      ['list_item1', 'Primo'],
      ['list_item2', 'Secondo'],
    ])
  })

  test('from a page', () => {
    expect(
      pasted(
        '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Forte</span> <a href="javascript:alert(1)">finto</a><br>a capo</p><ul><li>uno<ol><li>due</li></ol></li></ul></b><blockquote>Una citazione</blockquote><table><tr><th>A</th><th>B</th></tr><tr><td colspan=2>x | y</td></tr></table>',
      ),
    ).toEqual([
      ['paragraph', '**Forte** finto\\\na capo'],
      ['list_item1', 'uno'],
      ['list_item2', 'due'],
      ['paragraph', 'Una citazione'],
      ['table', '| A | B |\n| --- | --- |\n| x \\| y |  |'],
    ])
    expect(pasted('<img src="data:image/png;base64,AAAA">')).toEqual([])
  })

  test('from plain text', () => {
    expect(blocksFromText('Primo *paragrafo*\r\nsu due righe\n \n\nSecondo\u202e\u0007').map(sourceOf)).toEqual([
      'Primo \\*paragrafo\\*\\\nsu due righe',
      'Secondo',
    ])
  })
})
