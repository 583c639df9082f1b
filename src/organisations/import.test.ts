import { describe, expect, test } from 'vitest'
import { openHouse, somebody } from '../testing.ts'
import { addOrganisation } from './actions.ts'
import { readIpa } from './csv.ts'
import { importOrganisations } from './import.ts'
import { findOrganisations } from './index.ts'
import type { IpaRow } from './ipa.ts'
import { namesOver } from './store/names.ts'

const administrator = somebody('administrator')
const head = 'Codice_IPA,Denominazione_ente,Codice_fiscale_ente,Codice_Categoria,Acronimo,Data_aggiornamento'
const rome = 'c_h501,Roma Capitale,02438750586,L6,,2019-05-06'
const agid = 'agid,Agenzia per l’Italia Digitale,97735020584,C10,AGID,2018-01-01'

/** Cut in small pieces, as a slow network would. */
function* pieces(text: string): Generator<Uint8Array> {
  const whole = Buffer.from(text)
  for (let from = 0; from < whole.length; from += 7) yield whole.subarray(from, from + 7)
}
const file = (...lines: string[]) => readIpa(pieces(lines.join('\n')))
async function read(text: string): Promise<IpaRow[]> {
  const rows: IpaRow[] = []
  for await (const row of readIpa(pieces(text))) rows.push(row)
  return rows
}

describe('reading the file', () => {
  test('a byte order mark, semicolons, other columns and other capitals change nothing', async () => {
    const text =
      '\uFEFFcodice_ipa;Mail1;DENOMINAZIONE_ENTE;Codice_fiscale_ente;Codice_categoria\r\nagid;a@b;"Agenzia; per l’Italia";97735020584;C10\r\n'
    expect(await read(text)).toMatchObject([
      { line: 2, code: 'agid', name: 'Agenzia; per l’Italia', taxCode: '97735020584', category: 'C10' },
    ])
  })

  test('a file without the columns needed is refused by their names', async () => {
    await expect(read('nome,codice\nx,y')).rejects.toMatchObject({
      kind: { slug: 'missing-columns' },
      facts: { columns: expect.arrayContaining(['Codice_IPA']) },
    })
    await expect(read('')).rejects.toMatchObject({ kind: { slug: 'missing-columns' } })
  })

  test('a line with too many columns is reported with its number, and the others go on', async () => {
    const rows = await read([head, rome, `${agid},x,y`, 'x1,Nome,,,,'].join('\n'))
    expect(rows.map(({ line, broken = false }) => ({ line, broken }))).toEqual([
      { line: 2, broken: false },
      { line: 3, broken: true },
      { line: 4, broken: false },
    ])
  })

  test('a quotation mark that never closes is refused, instead of swallowing the file', async () => {
    const text = `${head}\nx1,"Nome,,,,\n${'x2,Altro nome lungo,,,,\n'.repeat(10_000)}`
    await expect(read(text)).rejects.toMatchObject({ kind: { slug: 'unreadable-file' } })
  })
})

describe('importing', () => {
  test('a line with what no database or page can hold is refused alone, and reported as it can be shown', async () => {
    const house = await openHouse()
    const desk = house.desk(administrator)
    const hostile = ['x\u0000y,Nome,,,,', 'x1,No\u0000me,,,,', 'x2,Nome \u202Egpj,,,,', 'x3,"=cmd(""x"")",,L\u0000,,']
    const lines = [head, ...hostile, 'x4,Ente,,,A\u0000B,', `x5,Ente lungo,,,${'\u{1F3DB}'.repeat(40)},`]
    const { added, refused } = await importOrganisations(desk, file(...lines))
    expect(added).toBe(2)
    expect(refused.map(({ line, code, reason }) => [line, code, reason])).toEqual([
      [2, 'x\uFFFDy', 'wrong-code'],
      [3, 'x1', 'unreadable-name'],
      [4, 'x2', 'unreadable-name'],
      [5, 'x3', 'wrong-category'],
    ])
    const { items } = await findOrganisations(house.db, {})
    expect(items.map(({ acronym }) => acronym)).toEqual([null, null])
  })

  test('adds, and a second time changes nothing and records nothing', async () => {
    const house = await openHouse()
    const desk = house.desk(administrator)
    const events = () => house.db.selectFrom('event').select(['act', 'facts']).execute()
    expect(await importOrganisations(desk, file(head, rome, agid))).toMatchObject({ lines: 2, added: 2, unchanged: 0, refused: [] })
    expect(await importOrganisations(desk, file(head, rome, agid))).toMatchObject({
      lines: 2,
      added: 0,
      unchanged: 2,
      renamed: 0,
      corrected: 0,
    })
    expect(await events()).toEqual([
      { act: 'organisations.import', facts: { lines: 2, added: 2, renamed: 0, corrected: 0, unchanged: 0, refused: 0 } },
    ])
  })

  test('a dry run says the same and changes nothing', async () => {
    const house = await openHouse()
    const desk = house.desk(administrator)
    expect(await importOrganisations(desk, file(head, rome), { dryRun: true })).toMatchObject({ dryRun: true, added: 1 })
    expect((await findOrganisations(house.db, {})).items).toEqual([])
  })

  test('a changed name becomes a dated one', async () => {
    const house = await openHouse()
    const desk = house.desk(administrator)
    await importOrganisations(desk, file(head, rome.replace('Roma Capitale', 'Comune di Roma')))
    expect(await importOrganisations(desk, file(head, rome))).toMatchObject({ renamed: 1, added: 0 })
    const [found] = (await findOrganisations(house.db, { q: 'roma capitale' })).items
    expect(await namesOver(house.db, String(found?.id))).toEqual([
      { name: 'Roma Capitale', from: '2019-05-06', until: null },
      { name: 'Comune di Roma', from: null, until: '2019-05-05' },
    ])
  })

  test('every refused line is reported with its number, its code and the reason', async () => {
    const house = await openHouse()
    const report = await importOrganisations(
      house.desk(administrator),
      file(head, rome, rome, ',Senza codice,,,,', 'x1,,,,,', 'x2,Nome,123,,,'),
    )
    expect(report.refused).toEqual([
      { line: 3, code: 'c_h501', reason: 'repeated-code' },
      { line: 4, code: '', reason: 'no-code' },
      { line: 5, code: 'x1', reason: 'no-name' },
      { line: 6, code: 'x2', reason: 'wrong-tax-code' },
    ])
    expect(report.added).toBe(1)
  })

  test('an organisation written down before without code is recognised by its tax code, a central one by its name', async () => {
    const house = await openHouse()
    const desk = house.desk(administrator)
    await addOrganisation(desk, { name: 'Roma', kind: 'territorial', taxCode: '02438750586' })
    await addOrganisation(desk, { name: 'AGENZIA PER L’ITALIA DIGITALE', kind: 'central' })
    await addOrganisation(desk, { name: 'Comune di Samone', kind: 'territorial' })
    expect(await importOrganisations(desk, file(head, rome, agid, 'c_h753,Comune di Samone,,L6,,'))).toMatchObject({
      renamed: 1,
      corrected: 1,
      added: 1,
    })
    expect((await findOrganisations(house.db, { q: 'agid' })).items).toMatchObject([
      { name: 'Agenzia per l’Italia Digitale', ipaCode: 'agid' },
    ])
  })

  test('only administrators and officers import', async () => {
    const house = await openHouse()
    await expect(importOrganisations(house.desk(somebody('lead')), file(head, rome))).rejects.toMatchObject({
      kind: { slug: 'not-allowed' },
    })
  })
})
