import { expect } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import type { Hands } from './by-hand.ts'
import { type Cast, idIn, slug } from './envisioning.ts'

/** An act brings the working group to life; chair, secretary and a member take their places. */
export async function constitute({ lead }: Cast): Promise<string> {
  await lead.goTo(paths.bodies(slug))
  await lead.press(/^Costituisci un gruppo o un tavolo/)
  await lead.fill({
    'Che cos’è': 'Gruppo di lavoro',
    Nome: 'Gruppo di lavoro Scuola',
    Mandato: 'Guida l’ecosistema della scuola.',
    'Numero dell’atto': 'D.D. 310/2020',
    'Data dell’atto': '2020-07-20',
  })
  await lead.press(/^Costituisci$/)
  expect(await lead.read()).toContain('È costituito, e l’atto è nel registro pubblico')
  const body = idIn(lead)
  const people = [
    ['Elena Bassani', 'Presiede'],
    ['Paolo Righetti', 'Tiene la segreteria'],
    ['Luca Ansaldi', 'Componente'],
  ] as const
  for (const [name, role] of people) {
    await lead.goTo(paths.bodyMembers(body))
    await lead.fill({ 'Nome e cognome': name, 'Posta elettronica': `${name.toLowerCase().replace(' ', '.')}@example.org`, Ruolo: role })
    await lead.press(/^Aggiungi al gruppo/)
    expect(await lead.read()).toContain('La persona è nel gruppo')
  }
  return body
}

/** The secretary convenes; a member answers by the link of the mail, without entering. */
export async function convene({ secretary, mailReader }: Cast, body: string): Promise<string> {
  await secretary.goTo(paths.body(body))
  await secretary.press(/^Convoca una riunione/)
  await secretary.fill({
    Giorno: '2020-07-23',
    'Dalle ore': '10:00',
    'Alle ore': '11:00',
    Luogo: 'Roma, viale Trastevere 76',
    'Ordine del giorno': 'Insediamento\nI tavoli\nPerimetro e visione',
  })
  await secretary.press(/^Manda la convocazione/)
  expect(await secretary.read()).toContain('La riunione è convocata')
  const meeting = idIn(secretary)
  await openMail(mailReader, /riunione/i, 'Luca Ansaldi')
  await mailReader.press(/^Apri il messaggio/)
  await mailReader.press(/^Di’ se ci sarai/)
  await mailReader.press(/^Ci sarò/)
  expect(await mailReader.read()).toContain('Grazie, la risposta è registrata')
  return meeting
}

/** The mail that somebody got, among those of the demonstration: it may take a moment to leave. */
export async function openMail(hands: Hands, subject: RegExp, to: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    await hands.goTo(paths.demoMails)
    const row = hands.page.locator('main tr, main li', { hasText: to }).filter({ hasText: subject }).first()
    if ((await row.count()) > 0) {
      return hands.press((await row.getByRole('link').first().innerText()).trim())
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`No mail about ${subject} reached ${to}`)
}

/** After the meeting: who was there, what was decided, and minutes that those present correct before they are approved. */
export async function holdMeeting({ secretary, member }: Cast, meeting: string): Promise<void> {
  await secretary.goTo(paths.attendance(meeting))
  await secretary.fill({ 'Elena Bassani': 'presente', 'Paolo Righetti': 'presente' })
  await secretary.press(/^Registra le presenze/)
  expect(await secretary.read()).toContain('3 posti coperti su 3')
  const decisions = [
    ['Dichiara che non servono tavoli', 'Nessun tavolo tecnico'],
    ['Adotta un documento', 'Adozione di perimetro e visione'],
  ] as const
  for (const [kind, title] of decisions) {
    await secretary.goTo(paths.newDecision(meeting))
    await secretary.fill({ 'Di che cosa si tratta': kind, Titolo: title, 'Testo della decisione': `${title}, per consenso.` })
    await secretary.press(/^Registra la decisione/)
    expect(await secretary.read()).toContain(title)
  }
  await secretary.goTo(paths.minutesEdit(meeting))
  await secretary.fill({ 'Testo del verbale': 'Il gruppo si insedia.\n\nDecide che non servono tavoli.' })
  await secretary.press(/^Salva la bozza/)
  await secretary.fill({ 'Correzioni fino al': '2020-07-25' })
  await secretary.press(/^Manda il verbale/)
  expect(await secretary.read()).toContain('Il verbale è mandato a chi era presente')

  await member.goTo(paths.minutes(meeting))
  await member.fill({ 'Che cosa va corretto': 'Il gruppo si insedia alle dieci, non alle undici.' })
  await member.press(/^Proponi la correzione/)
  await secretary.goTo(paths.minutes(meeting))
  await secretary.press(/^Dai un esito/)
  await secretary.fill({ Esito: 'Accogli' })
  await secretary.press(/^Registra l’esito/)
  await secretary.goTo(paths.minutesEdit(meeting))
  await secretary.fill({ 'Testo del verbale': 'Il gruppo si insedia alle dieci.\n\nDecide che non servono tavoli.' })
  await secretary.press(/^Salva la bozza/)
  await secretary.fill({ 'Correzioni fino al': '2020-07-25' })
  await secretary.press(/^Manda il verbale/)
}

/** Once the days for corrections are over, whoever presides approves, and everybody reads. */
export async function approve({ lead }: Cast, meeting: string): Promise<void> {
  await lead.goTo(paths.minutes(meeting))
  await lead.press(/^Approva il verbale/)
  expect(await lead.read()).toContain('Il verbale è approvato')
}
