import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readTable } from './table.ts'

describe('a table in a file', () => {
  test('may be JSON, a workbook, or CSV in the Windows alphabet', async () => {
    const json = await readTable(
      Buffer.from(
        JSON.stringify({
          items: [
            { a: 'x', b: 1 },
            { a: null, c: 'z' },
          ],
        }),
      ),
    )
    expect(json).toEqual({
      columns: ['a', 'b', 'c'],
      lines: [
        { line: 2, cells: ['x', '1'] },
        { line: 3, cells: ['', '', 'z'] },
      ],
    })
    const windows = await readTable(Buffer.from('Nome,Testo\nZoë,Perché\n', 'latin1'))
    expect(windows.lines[0]?.cells).toEqual(['Zoë', 'Perché'])
    const unicode = await readTable(Buffer.from('\ufeffNome\tTesto\nZoë\tPerché\n', 'utf16le'))
    expect(unicode).toEqual({ columns: ['Nome', 'Testo'], lines: [{ line: 2, cells: ['Zoë', 'Perché'] }] })
    const book = await readTable(
      workbook(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Testo</t></is></c></row><row r="7"><c r="A7"><v>44048</v></c><c r="C7" t="str"><f>HYPERLINK("http://evil.example")</f><v>=1+1</v></c></row>',
      ),
    )
    expect(book).toEqual({ columns: ['Data', '', 'Testo'], lines: [{ line: 7, cells: ['44048', '', '=1+1'] }] })
    const odd = ['7', '7', '3', '1e99', '-4'].map((r, n) => `<row r="${r}"><c><v>${n}</v></c></row>`).join('')
    expect((await readTable(workbook(odd))).lines.map(({ line }) => line)).toEqual([7, 8, 9, 10])
  })

  test('is refused when it is a bomb, too large, too long, damaged, or no table', async () => {
    const bomb = Buffer.from(
      zipSync({ 'xl/workbook.xml': strToU8(sheets), 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024) }, { level: 6 }),
    )
    expect(bomb.length).toBeLessThan(1024 * 1024)
    // Each level would cost the parser as much as all those above it.
    const nested = Buffer.from(
      zipSync({ 'xl/workbook.xml': strToU8(sheets), 'xl/worksheets/sheet1.xml': strToU8('<a>'.repeat(30_000)) }, { level: 0 }),
    )
    for (const [bytes, why] of [
      [bomb, 'not-a-table'],
      [nested, 'not-a-table'],
      [Buffer.alloc(11 * 1024 * 1024, 'a;b\n'), 'file-too-large'],
      [Buffer.from(`a;b${'\n1;a'.repeat(20_001)}`), 'table-too-long'],
      [Buffer.alloc(200_000, 'a;'), 'table-too-long'],
      [Buffer.alloc(1024 * 1024, ';\n'), 'table-too-long'],
      [Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'not-a-table'],
      [Buffer.from('PK\u0003\u0004niente'), 'not-a-table'],
      [Buffer.from('{"a":[{"b":'), 'not-a-table'],
      [Buffer.from('a;b\n"aperta'), 'not-a-table'],
      [Buffer.alloc(1000), 'not-a-table'],
    ] as const)
      await expect(readTable(bytes)).rejects.toThrow(why)
    await expect(readTable(Buffer.from('solo;testa'))).rejects.toThrow('empty-table')
    const far = await readTable(
      workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c><c r="XFD1048576"><v>3</v></c></row>'),
    )
    expect(far.lines).toEqual([{ line: 1048576, cells: ['2'] }])
  }, 30_000)
})

const sheets =
  '<workbook xmlns:r="r"><sheets><sheet name="Nascosto" state="hidden" r:id="rId9"/><sheet name="Uno" r:id="rId1"/></sheets></workbook>'

function workbook(rows: string): Buffer {
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8(sheets),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
      'xl/sharedStrings.xml': strToU8('<sst><si><r><t>Da</t></r><r><t>ta</t></r><rPh><t>x</t></rPh></si></sst>'),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    }),
  )
}
