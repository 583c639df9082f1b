import { describe, expect, test } from 'vitest'
import { addOrganisation } from '../organisations/index.ts'
import { workAskedFor } from '../testing.ts'
import { listContributions } from './store/listing.ts'
import { numbersOf } from './store/tallies.ts'
import { contributed, keeper, opened, person, type TestConsultation } from './test-consultation.ts'
import { confirm, give, openedWithKeeper } from './test-import.ts'

const head = 'N.;Protocollo;Data ricezione;Nome;E-mail;Organizzazione;Testo;Paragrafo o sezione'
const csv = (...rows: string[]) => Buffer.from([head, ...rows].join('\r\n'))

/** The page of a file that enters by itself, once it did. */
async function entered(whole: TestConsultation, there: string) {
  const confirmed = await confirm(whole, there)
  expect(confirmed.status).toBe(303)
  await whole.house.work({ work: workAskedFor })
  const address = (confirmed.headers.get('location') ?? '').split('?')[0] ?? ''
  return { address, page: await whole.house.read(address, whole.lead) }
}

const received = async ({ house, consultation }: TestConsultation) =>
  (await numbersOf(house.db, [consultation.id])).get(consultation.id)?.received ?? 0

const everything = ({ house, consultation }: TestConsultation) =>
  listContributions(house.db, { consultationId: consultation.id, order: 'oldest', limit: 100 })

describe('a file of contributions that came on other channels', () => {
  test('is shown line by line, and enters with its protocol, channel, day and place', async () => {
    const whole = await openedWithKeeper()
    const { house } = whole
    const { id: organisationId } = await addOrganisation(house.desk(), { name: 'Museo Aperto S.r.l.', kind: 'company' })
    const { response, there } = await give(
      whole,
      csv(
        '1;2020/1;05/08/2020;Pia Lettera;pia@example.org;;"Un testo\nsu due righe; con un segno";¶ 2',
        '2;2020/2;2020-08-06;Ugo Carta;;Museo Aperto S.r.l.;Da un museo.;Strategia',
        '3;2020/3;31/07/2020;Ugo Carta;;;Prima che aprisse.;',
        '4;2020/4;11/08/2020;Ugo Carta;;;Domani.;',
        '5;;06/08/2020;Ugo Carta;non-è-posta;;Senza protocollo.;',
        '6;2020/6;06/08/2020;Ugo Carta;;Ignota;Di chi?;',
        '7;2020/7;06/08/2020;Ugo Carta;;;Dove?;99',
        '2;2020/2;2020-08-06;Ugo Carta;;Museo Aperto S.r.l.;Da un museo.;Strategia',
      ),
    )
    expect(response.status).toBe(303)
    const page = await house.read(there, whole.lead)
    expect(page).toContain('2 righe entrano, nessuna c’è già, 6 sono rifiutate.')
    for (const why of [
      'la consultazione',
      'non può essere nel futuro',
      'Numero di protocollo: Questo dato serve',
      '«Ignota»',
      '«99»',
      'È uguale alla riga 4',
    ])
      expect(page).toContain(why)
    expect(await received(whole)).toBe(0)

    const { page: done } = await entered(whole, there)
    for (const told of ['Finita', 'Righe rifiutate (6)', '<dt>Entrate</dt><dd>2</dd>', 'È uguale alla riga 4']) expect(done).toContain(told)
    const { items } = await everything(whole)
    expect(
      items.map(({ protocolNumber, protocolDay, channel, target, organisationId: of }) => [
        protocolNumber,
        protocolDay,
        channel,
        target.kind,
        of,
      ]),
    ).toEqual([
      ['2020/1', '2020-08-05', 'certified-mail', 'block', null],
      ['2020/2', '2020-08-06', 'certified-mail', 'section', organisationId],
    ])
    expect(items[0]?.text).toBe('Un testo\nsu due righe; con un segno')
    expect(items[0]?.target).toMatchObject({ blockId: whole.blocks[3]?.id })
    expect(await house.read(`/consultazioni/${whole.consultation.id}/osservazioni`)).not.toContain('Pia Lettera')
  })

  test('of a thousand lines enters once, however many times and by whomever it is given, also when only some are new', async () => {
    const whole = await openedWithKeeper()
    const { house } = whole
    const rows = Array.from({ length: 1000 }, (_, n) => `${n};2020/${n};05/08/2020;Persona ${n};p${n}@example.org;;Testo ${n};`)
    const { there } = await give(whole, csv(...rows))
    expect((await entered(whole, there)).page).toContain('<dt>Entrate</dt><dd>1000</dd>')
    expect(await received(whole)).toBe(1000)
    const other = { ...whole, lead: await keeper(whole, 'Ugo Referente') }
    const again = csv(...rows, 'n;2020/n;05/08/2020;Nuova;;;Testo nuovo;')
    const places = [(await give(whole, again)).there, (await give(other, again)).there]
    for (const [at, one] of [whole, other].entries()) await confirm(one, places[at] ?? '')
    await house.work({ work: workAskedFor })
    const pages = await Promise.all(places.map((place) => house.read(`${place.split('?')[0]}/registrazione`, whole.lead)))
    expect(pages.map((page) => /<dt>Entrate<\/dt><dd>(\d+)</.exec(page)?.[1]).toSorted()).toEqual(['0', '1'])
    expect(await received(whole)).toBe(1001)
  }, 60_000)

  test('tells whoever left an address, each of their contributions', async () => {
    const whole = await openedWithKeeper()
    const { house, consultation } = whole
    const { there } = await give(
      whole,
      csv('1;2020/1;05/08/2020;Pia;pia@example.org;;Uno;', '2;2020/2;05/08/2020;Pia;pia@example.org;;Due;'),
    )
    await entered(whole, there)
    const { items } = await everything(whole)
    expect(new Set(items.map(({ authorId }) => authorId)).size).toBe(1)
    const events = await house.db.selectFrom('event').select(['act', 'subjectId', 'actorId']).orderBy('id', 'desc').limit(3).execute()
    expect(events.map(({ act, subjectId, actorId }) => [act, subjectId, actorId])).toEqual([
      ['consultations.import', consultation.id, whole.lead.id],
      ['consultations.enter', items[1]?.id, whole.lead.id],
      ['consultations.enter', items[0]?.id, whole.lead.id],
    ])
  })

  test('a formula stays words on the page and is tamed in what is downloaded', async () => {
    const whole = await openedWithKeeper()
    const { there } = await give(whole, csv('1;2020/1;05/08/2020;Pia;;;"=HYPERLINK(""http://evil.example"";""<b>qui</b>"")";'))
    const { house, lead } = whole
    expect(await house.read(there, lead)).toContain('=HYPERLINK(&quot;http://evil.example&quot;;&quot;&lt;b&gt;qui')
    expect(await house.read(there.replace('?', '/righe.csv?'), lead)).toContain(`"'=HYPERLINK(""http`)
    await entered(whole, there)
    expect((await everything(whole)).items[0]?.text).toBe('=HYPERLINK("http://evil.example";"<b>qui</b>")')
  })

  test('hostile words in a line are refused with their reason, or kept as they are', async () => {
    const whole = await openedWithKeeper()
    const line = (testo: string, n: number) => ({ protocollo: `p/${n}`, data: '2020-08-05', nome: 'Pia', testo })
    const texts = ['\ud800 solo', 'nul\u0000lo', 'e\u0301'.repeat(9000), '<script>alert(1)</script>', `${'> '.repeat(9000)}fine`, '']
    const hostile = [
      { organizzazione: 'nul\u0000la' },
      { organizzazione: '\ud800' },
      { sezione: 'nul\u0000la' },
      { protocollo: '\u0000' },
      { protocollo: 'x'.repeat(5000) },
      { data: '99999' },
      { data: '0000-00-00' },
      { nome: { a: 1 } },
    ].map((more, n) => ({ ...line('Testo', 10 + n), ...more }))
    const { there } = await give(whole, Buffer.from(JSON.stringify([...texts.map(line), ...hostile])), { name: 'righe\u0000.json' })
    const { page } = await entered(whole, there)
    const refused = page.slice(page.indexOf('id="rifiutate"'))
    expect([...refused.matchAll(/<th scope="row">(\d+)</g)].map(([, line]) => Number(line))).toEqual([
      2, 3, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ])
    expect((await everything(whole)).items).toHaveLength(3)
  })

  test('belongs to whoever keeps the consultation, and its upload to whoever sent it', async () => {
    const whole = await opened()
    const { house, consultation, officer } = whole
    await contributed(whole, await person(house))
    const address = `/consultazioni/${consultation.id}/altri-canali/file`
    expect((await house.ask(address, { as: await person(house) })).status).toBe(403)
    expect((await give(whole, Buffer.from('solo;testa'))).response.status).toBe(422)
    const { there } = await give(whole, csv('1;2020/1;05/08/2020;Pia;;;Uno;'))
    const mapped = { channel: 'paper', protocolNumber: '1', protocolDay: '2', authorName: '3', text: '6', place: 'boh' }
    const again = await house.ask(there.split('?')[0] ?? '', { as: whole.lead, form: mapped })
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('name="text" value="6"')])
    expect((await house.ask(there, { as: officer })).status).toBe(404)
  })

  test('enters through the API too, tried first and then done: its address tells how far it came', async () => {
    const whole = await openedWithKeeper()
    const { house, consultation, lead } = whole
    const bytes = csv('1;2020/1;05/08/2020;Pia;;;Uno;', '2;;05/08/2020;Pia;;;Due;')
    const json = { channel: 'paper', file: { name: 'a.csv', content: bytes.toString('base64') } }
    const address = `/api/v1/consultations/${consultation.id}/imports`
    const tried = await house.ask(address, { as: lead, json: { ...json, dryRun: true } })
    expect(await tried.json()).toMatchObject({ taken: [{ line: 2 }], known: [], refused: [{ line: 3 }] })
    const form = { channel: 'paper', columns: '{"text":"Testo"}', file: new File([new Uint8Array(bytes)], 'a.csv') }
    for (const [send, numbers] of [
      [{ json }, { state: 'ended', entered: 1, known: 0, refused: 1 }],
      [{ form }, { state: 'ended', entered: 0, known: 1, refused: 1 }],
    ] as const) {
      const begun = await house.ask(address, { as: lead, ...send })
      expect(begun.status).toBe(202)
      expect(await begun.json()).toMatchObject({ state: 'under-way', total: 2, position: 0 })
      await house.work({ work: workAskedFor })
      const there = begun.headers.get('location') ?? ''
      expect(await (await house.ask(there, { as: lead })).json()).toMatchObject(numbers)
      expect(await (await house.ask(`${there}/refused-lines`, { as: lead })).json()).toMatchObject({ items: [{ line: 3 }], next: null })
      expect((await house.ask(`${there}/stop`, { as: lead, method: 'POST' })).status).toBe(409)
    }
    expect((await house.ask(address, { as: await person(house), json })).status).toBe(403)
  })
})
