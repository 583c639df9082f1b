import { expect } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { numberOf, type Told } from './consultation-told.ts'
import type { Hand } from './hands.ts'
import { readRejection } from './rejected.ts'

const insult = 'Offese e odio'
const letter = 'La tessera unica deve valere in tutta Italia. Chi studia si sposta, e i libri con lui. Chiediamo di cambiare il testo.'

export async function takePart(told: Told) {
  const { cast, script, address, go, sees, look } = told
  const { citizen, delegate } = cast
  await go(citizen, paths.consultations)
  await citizen.press(/^Strategia degli archivi/)
  await look(citizen, 'consultazione')
  await citizen.press(/^Leggi e commenta il testo/)
  await look(citizen, 'testo')
  if (script) await selectWords(citizen, 'una volta alla settimana')
  else {
    await citizen.unfold(/^Commenta per primo/)
    await citizen.press(/^Commenta (il titolo|questo paragrafo)/)
  }
  await citizen.write(/^La tua osservazione/, 'Una volta al giorno.')
  await look(citizen, 'partecipa')
  await citizen.press(/^Manda l’osservazione/)
  await sees(citizen, /Il suo numero è C-2020-\d+/)
  await look(citizen, 'ricevuta')
  await citizen.press(/^Apri l’osservazione/)
  await citizen.press(/^Cambia$/)
  await citizen.write(/^La tua osservazione/, 'Una volta al giorno, anche la domenica.')
  await citizen.press(/^Salva il cambiamento/)
  await sees(citizen, 'Osservazione cambiata')
  await look(citizen, 'osservazione')

  await send(told, citizen, 'Mi sono sbagliato, la ritiro.')
  await citizen.press(/^Apri l’osservazione/)
  await citizen.press(/^Ritira$/)
  await citizen.press(/^Ritira per sempre/)
  await sees(citizen, 'Osservazione ritirata')
  await send(told, citizen, letter)

  await go(delegate, `${address}/partecipa`)
  await delegate.write(/^La tua osservazione/, `${letter} Il museo aderisce.`)
  await delegate.choose(/^Per conto di/, 'Museo Aperto')
  await delegate.write(/^Mandato/, 'Delibera 12 del 3 luglio 2020')
  await delegate.press(/^Manda l’osservazione/)
  await sees(delegate, 'Osservazione ricevuta')
  await go(delegate, `${address}/osservazioni/${await numberOf(told, 1)}`)
  await delegate.press(/^Sostieni/)
  await sees(delegate, 'Sostegno registrato')
}

async function send({ address, go, sees }: Told, hand: Hand, text: string) {
  await go(hand, address)
  await hand.press(/^Partecipa/)
  await hand.write(/^La tua osservazione/, text)
  await hand.press(/^Manda l’osservazione/)
  await sees(hand, 'Osservazione ricevuta')
}

async function selectWords({ page, press }: Hand, words: string) {
  await page.evaluate(`{
    const text = [...document.querySelectorAll('[data-text]')].find((one) => one.textContent.includes(${JSON.stringify(words)})).firstChild
    const at = text.textContent.indexOf(${JSON.stringify(words)})
    getSelection().setBaseAndExtent(text, at, text, at + ${words.length})
  }`)
  await press(/^Commenta le parole scelte/)
  expect(await page.locator('blockquote').innerText()).toBe(words)
}

export async function moderate(told: Told) {
  const { cast, address, go, sees, look, script } = told
  const { citizen, delegate, secretary, lead } = cast
  await send(told, delegate, 'Il direttore dell’archivio è un incapace.')
  const theirs = `${address}/osservazioni/${await numberOf(told, 5)}`
  await go(citizen, theirs)
  await citizen.press(/^Segnala/)
  await citizen.press(/^Manda la segnalazione/)
  await readRejection(citizen.page, { script })
  await citizen.choose(/^Quale regola/, insult)
  await citizen.press(/^Manda la segnalazione/)
  await sees(citizen, 'Segnalazione mandata')

  await go(secretary, address)
  await secretary.press(/^Moderazione/)
  await look(secretary, 'moderazione')
  await secretary.press(/^C-2020-/)
  await secretary.choose(/^Regola/, insult)
  await secretary.write(/^Motivo/, 'Offende una persona.')
  await secretary.press(/^Oscura$/)
  await sees(secretary, 'Decisione registrata')
  await go(citizen, theirs)
  expect(await citizen.page.locator('main').innerText()).not.toContain('incapace')

  await go(delegate, theirs)
  await delegate.press(/^Chiedi un riesame/)
  await delegate.write(/^Perché va ripristinata/, 'È un giudizio sul lavoro, non sulla persona.')
  await delegate.press(/^Chiedi il riesame/)
  await sees(delegate, 'Riesame chiesto')
  await look(delegate, 'riesame')
  await go(lead, address)
  await lead.press(/^Moderazione/)
  await lead.press(/^C-2020-/)
  await lead.tick(/^L’oscuramento è giusto/)
  await lead.write(/^Motivo/, 'Parla della persona, e non del testo.')
  await lead.press(/^Registra l’esito/)
  await sees(lead, 'Decisione registrata')
}

export async function close(told: Told) {
  const { cast, address, script, go, sees, look } = told
  const { lead, citizen } = cast
  await go(lead, address)
  await lead.press(/^Proroga, sospendi/)
  await lead.press(/^Proroga/)
  await lead.date(/^Nuovo ultimo giorno/, '2020-09-10')
  await lead.write(/^Motivo/, 'Lo chiedono le biblioteche: in agosto sono chiuse.')
  await lead.press(/^Proroga la consultazione/)
  expect(await readRejection(lead.page, { script })).toContain('si può solo allungare')
  await lead.date(/^Nuovo ultimo giorno/, '2020-09-24')
  await lead.press(/^Proroga la consultazione/)
  await sees(lead, 'Calendario aggiornato')
  await sees(lead, 'in agosto sono chiuse')

  await go(citizen, address)
  await citizen.press(/^Partecipa/)
  await told.wait(/^Vai avanti di 30 giorni/)
  await told.wait(/^Vai avanti di 30 giorni/)
  await citizen.write(/^La tua osservazione/, 'Arrivo tardi.')
  await citizen.press(/^Manda l’osservazione/)
  await sees(citizen, /si è chiusa il 24 settembre 2020/)
  await go(citizen, address)
  await look(citizen, 'chiusa')
  expect(await citizen.page.getByRole('link', { name: 'Partecipa' }).count()).toBe(0)
}
