import { describe, expect, test } from 'vitest'
import { newId } from '../kernel/id.ts'
import { addOrganisation } from '../organisations/index.ts'
import { anExe, aPdf } from '../platform/files/samples.ts'
import { contributed, opened, person } from './test-consultation.ts'

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n')

function message({
  files = [] as { name: string; bytes: Buffer }[],
  from = 'Pia Lettera <pia@example.org>',
  text = 'Il testo dell’osservazione.',
} = {}): Buffer {
  const part = (name: string, bytes: Buffer) =>
    `--b\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}\r\n`
  const words = `--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(text))}\r\n`
  const head = `From: ${from}\r\nTo: protocollo@pec.example.org\r\nSubject: Osservazioni\r\nDate: Wed, 5 Aug 2020 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n`
  return Buffer.from(`${head}${words}${files.map(({ name, bytes }) => part(name, bytes)).join('')}--b--\r\n`)
}

describe('what comes on other channels', () => {
  test('is taken from a certified message: who wrote stands inside the envelope, and the same message is written once', async () => {
    const whole = await opened()
    const { house, consultation, lead } = whole
    const address = `/consultazioni/${consultation.id}/altri-canali`
    const inner = message({
      files: [
        { name: 'osservazioni.pdf', bytes: aPdf() },
        { name: 'virus.exe', bytes: anExe() },
      ],
    })
    const envelope = message({
      from: 'Posta Certificata <posta-certificata@gestore.example>',
      files: [{ name: 'postacert.eml', bytes: inner }],
    })
    const send = (bytes: Buffer, more: Record<string, string> = {}) =>
      house.ask(address, {
        as: lead,
        form: {
          doing: 'message',
          messageProtocol: '2020/77',
          messageDay: '2020-08-05',
          message: new File([new Uint8Array(bytes)], 'a.eml'),
          ...more,
        },
      })
    const first = await send(envelope)
    expect([first.status, first.headers.get('location')]).toEqual([303, `${address}?fatto=senza-allegati&numero=1`])
    expect((await send(envelope)).headers.get('location')).toBe(`${address}?fatto=gia-registrata&numero=1`)
    const list = await house.read(`/consultazioni/${consultation.id}/osservazioni`)
    expect(list).toContain('Il testo dell’osservazione.')
    expect(list).not.toContain('Pia Lettera')
    expect((await send(Buffer.from('niente'))).status).toBe(422)
    expect((await send(Buffer.alloc(100_000, '\u0000'))).status).toBe(422)
    expect((await send(message({ text: 'Fuori tempo.' }), { messageDay: '2020-07-31' })).status).toBe(422)
    expect((await house.ask(address, { as: await person(house), form: {} })).status).toBe(403)
  })

  test('is keyed in by hand, with its protocol, by whoever keeps the consultation', async () => {
    const { house, consultation, lead } = await opened()
    const address = `/consultazioni/${consultation.id}/altri-canali`
    const paper = { channel: 'paper', authorName: 'Pia Lettera', protocolNumber: '2020/1', protocolDay: '2020-08-05', text: 'Per posta.' }
    const refused = await house.ask(address, { as: lead, form: { ...paper, authorName: '', key: newId() } })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Per posta.</textarea>')
    const done = await house.ask(address, { as: lead, form: { ...paper, key: newId() } })
    expect(done.headers.get('location')).toBe(`${address}?fatto=registrata&numero=1`)
    expect(await house.read(`/consultazioni/${consultation.id}/osservazioni`)).toContain('Per posta.')

    const { id: organisationId } = await addOrganisation(house.desk(), { name: 'Museo Aperto S.r.l.', kind: 'company' })
    const behalf = { ...paper, protocolNumber: '2020/2', text: 'Per conto del museo.', 'organisationId-query': 'museo aperto' }
    const found = await (await house.ask(address, { as: lead, form: { ...behalf, 'organisationId-search': '1', key: newId() } })).text()
    expect(found).toContain(organisationId)
    expect(found).toContain('Per conto del museo.</textarea>')
    const lost = await house.ask(address, { as: lead, form: { ...behalf, organisationId, place: 'Appendice', key: newId() } })
    expect(await lost.text()).toContain('non c’è «Appendice»')
    await house.ask(address, { as: lead, form: { ...behalf, organisationId, place: '¶ 2', key: newId() } })
    const page = await house.read(`/consultazioni/${consultation.id}/osservazioni/2`)
    expect(page).toContain('Museo Aperto S.r.l.')
    expect(page).toContain('Un solo biglietto per tutti i luoghi della cultura.')

    const sent = {
      content: message({ text: 'Via PEC.' }).toString('base64'),
      protocolNumber: '2020/3',
      protocolDay: '2020-08-05',
      organisationId,
    }
    const mail = await house.ask(`/api/v1/consultations/${consultation.id}/certified-messages`, { as: lead, json: sent })
    expect([mail.status, ((await mail.json()) as { organisationId: string }).organisationId]).toEqual([201, organisationId])
  })
})

test('the feed tells the latest contributions, and drops those withdrawn', async () => {
  const whole = await opened()
  const { house, consultation } = whole
  const ada = await person(house)
  const one = await contributed(whole, ada, { text: 'Un <b>testo</b> & basta' })
  const feed = () => house.read(`/consultazioni/${consultation.id}/feed.atom`)
  expect(await feed()).toContain('Un &lt;b&gt;testo')
  await house.ask(`/consultazioni/${consultation.id}/osservazioni/${one.number}/ritiro`, { as: ada, form: {} })
  expect(await feed()).not.toContain('basta')
})
