import { expect } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { type Cast, idIn, slug } from './envisioning.ts'

/** Two kinds of stakeholders on the map, and a hearing to which one of them registers. */
export async function call({ secretary, member }: Cast): Promise<string> {
  const people = [
    ['Luca Ansaldi', 'luca.ansaldi@example.org', 'cittadini'],
    ['Nora Registri', 'nora.registri@example.org', 'impresa'],
  ] as const
  for (const [name, email, kind] of people) {
    await secretary.goTo(paths.newStakeholder(slug))
    await secretary.fill({
      'Nome e cognome': name,
      'Posta elettronica': email,
      Tipo: kind,
      Interesse: 'alto',
      Influenza: 'media',
      'Come partecipa': 'consultare',
    })
    await secretary.press(/^Aggiungi alla mappa/)
    expect(await secretary.read()).toContain('È sulla mappa')
  }
  await secretary.goTo(paths.hearings(slug))
  await secretary.press(/^Indici un’audizione/)
  await secretary.fill({
    Titolo: 'Il registro e le famiglie',
    Perché: 'Capire che cosa serve alle famiglie.',
    'Le domande': 'Che cosa manca oggi?',
    'Chi può chiedere': 'chiunque entri',
    'Ci si iscrive dal': '2020-07-22',
    'Ci si iscrive fino al': '2020-07-23',
    Giorno: '2020-07-24',
    'Comincia alle': '09:30',
    'Finisce alle': '10:30',
    Luogo: 'Roma, viale Trastevere 76',
    'Quanti si possono ascoltare': '4',
  })
  await secretary.press(/^Indici l’audizione/)
  expect(await secretary.read()).toContain('L’audizione è indetta')
  const hearing = idIn(secretary)

  await member.goTo(paths.hearing(hearing))
  await member.press(/^Chiedi di essere ascoltato/)
  await member.fill({ 'In che veste parli': 'cittadini', 'Che cosa vuoi dire': 'Il registro è diverso in ogni scuola.' })
  await member.press(/^Iscriviti/)
  expect(await member.read()).toContain('Sei iscritto')
  return hearing
}

/** What was said is written, marked as a need, and sent to whoever said it; they amend it. */
export async function hear({ secretary, member }: Cast, hearing: string): Promise<void> {
  await secretary.goTo(paths.hearing(hearing))
  await secretary.press(/^Scrivi il verbale/)
  await secretary.press(/^Aggiungi un intervento/)
  await secretary.fill({ 'Chi parla': 'Luca Ansaldi', 'Che cosa ha detto': 'Ogni scuola usa un registro diverso.' })
  await secretary.press(/^Aggiungi al verbale/)
  await secretary.press(/^Segna un’esigenza/)
  await secretary.fill({ 'L’esigenza, in una frase': 'Un solo accesso ai registri di tutte le scuole', 'Di chi è la voce': 'cittadini' })
  await secretary.press(/^Registra l’esigenza/)
  expect(await secretary.read()).toContain('L’esigenza è registrata')
  await secretary.fill({ 'Emendamenti fino al': '2020-07-25' })
  await secretary.press(/^Manda il verbale/)
  expect(await secretary.read()).toContain('Il verbale è partito')

  await member.goTo(paths.hearingMinutes(hearing))
  await member.press(/^Proponi un emendamento/)
  await member.fill({ 'Come dovrebbe essere': 'Ogni scuola della città usa un registro diverso.' })
  await member.press(/^Proponi l’emendamento/)
  await secretary.goTo(paths.hearingMinutes(hearing))
  await secretary.press(/^Dai un esito/)
  await secretary.fill({ Esito: 'Accogli' })
  await secretary.press(/^Registra l’esito/)
  expect(await secretary.read()).toContain('Ogni scuola della città usa un registro diverso.')

  await secretary.goTo(paths.newNeed(slug))
  await secretary.fill({ 'Che cosa serve': 'Dati aperti sugli orari delle scuole', 'Chi lo dice': 'Imprese' })
  await secretary.press(/^Registra l’esigenza/)
  expect(await secretary.read()).toContain('L’esigenza è registrata')
}

export async function closeHearing({ secretary }: Cast, hearing: string): Promise<void> {
  await secretary.goTo(paths.hearingMinutes(hearing))
  await secretary.press(/^Rendi definitivo il verbale/)
  expect(await secretary.read()).toContain('Il verbale è definitivo e pubblico')
}
