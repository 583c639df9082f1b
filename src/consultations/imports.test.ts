import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { workAskedFor } from '../testing.ts'
import { carryOutImport } from './actions/carry-out-imports.ts'
import { consultationDuties } from './duties.ts'
import { getImport } from './store/imports.ts'
import { listContributions } from './store/listing.ts'
import { lockProtocols } from './store/protocols.ts'
import { numbersOf } from './store/tallies.ts'
import type { TestConsultation } from './test-consultation.ts'
import { confirm, give, openedWithKeeper } from './test-import.ts'

const head = 'N.;Protocollo;Data ricezione;Nome;E-mail;Testo;Paragrafo o sezione'
const lines = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => `${n + from};2020/${n + from};05/08/2020;Persona;;Testo ${n + from};¶ ${1 + (n % 2)}`)

/** Sends a file, looks at it, and confirms it. Gives the address of the file, which has yet to enter. */
async function confirmed(whole: TestConsultation, rows: readonly string[], header = head): Promise<string> {
  const { there } = await give(whole, Buffer.from([header, ...rows].join('\r\n')), { channel: 'paper' })
  const address = there.split('?')[0] ?? ''
  expect((await confirm(whole, there)).headers.get('location')).toBe(`${address}/registrazione?fatto=confermata`)
  return address
}

const id = (address: string) => address.split('/').at(-1) ?? ''
const numbers = async ({ house, consultation }: TestConsultation) => (await numbersOf(house.db, [consultation.id])).get(consultation.id)
const one = ({ house, consultation }: TestConsultation, address: string) => getImport(house.db, consultation.id, id(address))
const duties = async ({ house, lead, ecosystemId }: TestConsultation) =>
  (await consultationDuties(house.db, lead, [ecosystemId], house.desk().today)).map(({ kind, count }) => [kind, count])

describe('a file that enters by itself', () => {
  test('goes on from where its worker was killed: no line twice, none missing', async () => {
    const whole = await openedWithKeeper()
    const { house, consultation, lead } = whole
    const address = await confirmed(whole, lines(300))
    expect(await duties(whole)).toEqual([['import', 300]])
    expect(await house.read(`${address}/registrazione`, lead)).toContain('Righe guardate: 0 di 300')
    expect(await house.read(`/consultazioni/${consultation.id}/altri-canali`, lead)).toContain(`${address}/registrazione`)

    // Somebody holds a line of the second batch, so that the worker is in the middle of it when it is killed.
    const killed = await house.db.transaction().execute(async (tx) => {
      await lockProtocols(tx, consultation.id, ['2020/150'])
      const working = carryOutImport(house.desk(), consultation.id, id(address)).then(
        () => 'ended',
        () => 'killed',
      )
      const kill = sql<{ pid: number }>`select pid, pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      while ((await kill.execute(house.db)).rows.length === 0);
      return working
    })
    expect(killed).toBe('killed')
    const { position, entered } = await one(whole, address)
    expect([position, entered, (await numbers(whole))?.received]).toEqual([100, 100, 100])

    // Another worker takes it, and a third believes that nobody did.
    await Promise.all([house.work({ work: workAskedFor }), carryOutImport(house.desk(), consultation.id, id(address))])
    expect(await one(whole, address)).toMatchObject({ position: 300, entered: 300, known: 0, refused: 0, stopped: null, fileUntil: null })
    expect((await numbers(whole))?.received).toBe(300)
    expect(await duties(whole)).toEqual([])
  }, 60_000)

  test('is stopped, and taken out again with its numbers: what is answered stays, and the file may come back', async () => {
    const whole = await openedWithKeeper()
    const { house, consultation, lead } = whole
    const address = await confirmed(whole, ['a;2020/a;05/08/2020;Pia;pia@example.org;Testo a;¶ 1', ...lines(30)])
    expect((await house.ask(`${address}/annullamento`, { as: lead })).status).toBe(409)
    await house.work({ work: workAskedFor })
    expect((await house.ask(`${address}/fermata`, { as: lead, form: {} })).status).toBe(303)
    const { items } = await listContributions(house.db, { consultationId: consultation.id, order: 'oldest', limit: 2 })
    const answer = { contributionIds: [items[1]?.id], outcome: 'noted', reasonIt: 'Ne teniamo conto.' }
    const api = `/api/v1/consultations/${consultation.id}`
    const prepared = (await (await house.ask(`${api}/replies`, { as: lead, json: answer })).json()) as { id: string }
    await house.ask(`${api}/answer-publications`, { as: lead, json: { replyIds: [prepared.id] } })

    expect((await house.ask(`${address}/annullamento`, { as: lead, form: { reason: '' } })).status).toBe(422)
    expect(await house.read(`${address}/annullamento`, lead)).toContain('Togli 31 osservazioni')
    expect((await house.ask(`${address}/annullamento`, { as: lead, form: { reason: 'Era il file di un altro.' } })).status).toBe(303)
    expect(await duties(whole)).toEqual(
      [
        ['import', 31],
        ['moderate', 0],
      ].slice(0, 1),
    )
    // People are told of what was done the time before.
    for (const _ of [1, 2]) await house.work()
    expect(await numbers(whole)).toMatchObject({ received: 31, withdrawn: 30 })
    const page = await house.read(`${address}/registrazione`, lead)
    for (const told of ['Annullata', '30 osservazioni sono state tolte', '1 è rimasta', 'Era il file di un altro.'])
      expect(page).toContain(told)
    const gone = `/consultazioni/${consultation.id}/osservazioni/${items[0]?.number}`
    expect(await house.read(gone)).toContain('era stata registrata per errore')
    expect(await house.read(gone)).not.toContain('Testo a')
    const notices = await house.db
      .selectFrom('notice')
      .select('words')
      .where('personId', '=', items[0]?.authorId ?? '')
      .execute()
    expect(JSON.stringify(notices)).toContain('è stata tolta dal registro')

    const again = await confirmed(whole, lines(30))
    await house.work({ work: workAskedFor })
    expect(await one(whole, again)).toMatchObject({ entered: 29, known: 1 })
    expect(await numbers(whole)).toMatchObject({ received: 60, withdrawn: 30 })
  }, 60_000)

  test('tells the lines refused, which come back mended with the same columns', async () => {
    const whole = await openedWithKeeper()
    const { house, lead } = whole
    const header = head.replace('Nome', 'Chi').replace('Testo', 'Parole')
    const rows = ['1;2020/1;05/08/2020;Pia;;- primo punto;', '2;;05/08/2020;Ugo;;=1+1 fa due;', '3;2020/3;05/08/2020;Ada;;- terzo;99']
    const sent = await give(whole, Buffer.from([header, ...rows].join('\n')), { channel: 'paper' })
    const there = sent.there.split('?')[0] ?? ''
    const form = { channel: 'paper', protocolNumber: '1', protocolDay: '2', authorName: '3', text: '5', place: '6' }
    expect((await house.ask(there, { as: lead, form })).status).toBe(303)
    await house.work({ work: workAskedFor })
    expect(await one(whole, there)).toMatchObject({ entered: 1, refused: 2 })
    const csv = await house.read(`${there}/rifiutate.csv`, lead)
    expect(csv).toContain(`"2","","05/08/2020","Ugo","","'=1+1 fa due","","Riga 3: Numero di protocollo: Questo dato serve`)
    const [mendedHead = '', ...mended] = csv
      .replace('\uFEFF', '')
      .replace('"2",""', '"2","2020/2"')
      .replace('"99"', '"1"')
      .trim()
      .split('\r\n')
    const second = await confirmed(whole, mended, mendedHead)
    await house.work({ work: workAskedFor })
    expect(await one(whole, second)).toMatchObject({ entered: 2, refused: 0 })
    const { items } = await listContributions(house.db, { consultationId: whole.consultation.id, order: 'oldest', limit: 9 })
    expect(items.map(({ text }) => text)).toEqual(['- primo punto', '=1+1 fa due', '- terzo'])
    house.at('2020-08-30T10:00:00+02:00')
    expect((await house.ask(`${there}/rifiutate.csv`, { as: lead })).status).toBe(404)
    expect(await house.read(`${there}/registrazione`, lead)).toContain('Il file non è più qui')
  })

  test('ends when its keeper loses the role, and goes by the day of each line when the consultation closed meanwhile', async () => {
    const whole = await openedWithKeeper()
    const { house, consultation, lead } = whole
    const late = await confirmed(whole, [...lines(2), 'x;2020/x;02/10/2020;Ada;;Troppo tardi;'])
    house.at('2020-10-05T10:00:00+02:00')
    const refused = await house.ask(`/consultazioni/${consultation.id}/esiti/pubblicazione`, { as: lead, form: {} })
    expect(await refused.text()).toContain('sta ancora entrando nel registro')
    await house.work({ work: workAskedFor })
    expect(await one(whole, late)).toMatchObject({ entered: 2, refused: 1, stopped: null })
    const stopped = await confirmed(whole, lines(3, 10))
    await house.db
      .updateTable('roleGrant')
      .set({ endedOn: house.desk().today, endedBy: lead.id })
      .where('personId', '=', String(lead.id))
      .execute()
    await house.work({ work: workAskedFor })
    expect(await one(whole, stopped)).toMatchObject({ entered: 0, position: 0, stopped: 'no-permit' })
    expect(await house.read(`${stopped}/registrazione`, lead)).toContain('non ha più il permesso di registrare')
  })
})
