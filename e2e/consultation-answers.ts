import { expect } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { holdMeeting } from './consultation-ecosystem.ts'
import { numberOf, type Told } from './consultation-told.ts'
import { rewrite } from './consultation-writing.ts'
import { readRejection } from './rejected.ts'

/** From the queue to the adoption: what the administration does once the window is closed. */
export async function answerAndConclude(told: Told) {
  await answer(told)
  await rewrite(told, 'una volta alla settimana', 'ogni giorno')
  await publish(told)
  await adopt(told)
  await takeAway(told)
}

async function answer(told: Told) {
  const { cast, address, go, sees, look } = told
  const { lead, secretary, citizen } = cast
  await go(lead, address)
  await lead.press(/^Rispondi alle osservazioni/)
  await look(lead, 'coda')
  await go(lead, await waitingFor(told, 1))
  await lead.tick(/^Accolta$/)
  await lead.write(/^Motivo/, 'È giusto: le schede cambiano ogni giorno.')
  await lead.unfold(/^Che cosa cambia nel testo/)
  await lead.tick(/una volta alla settimana/)
  await lead.press(/^Prepara la risposta/)
  await sees(lead, 'Risposta preparata')

  // The secretary goes on, with two letters that say the same: one reply does for both.
  await go(secretary, await waitingFor(told, 3))
  await secretary.tick(/^Non accolta/)
  await secretary.write(/^Motivo/, 'La tessera nazionale chiede una legge: la strategia non può disporla.')
  await look(secretary, 'simili')
  await secretary.press(/^Prepara la risposta/)
  await go(citizen, `${address}/osservazioni/${await numberOf(told, 1)}`)
  expect(await citizen.page.locator('main').innerText()).not.toContain('le schede cambiano')
  await go(lead, `${address}/risposte/preparate`)
  await look(lead, 'preparate')
  await lead.press(/^Pubblica le risposte preparate, a 3 osservazioni/)
  await sees(lead, /2 risposte preparate diventano pubbliche insieme, a 3 osservazioni/)
  await look(lead, 'pubblicazione')
  await lead.press(/^Pubblica 2 risposte/)
  await sees(lead, 'Le risposte sono pubblicate')
  await go(citizen, `${address}/osservazioni/${await numberOf(told, 1)}`)
  await sees(citizen, 'È giusto: le schede cambiano ogni giorno.')
  await look(citizen, 'risposta')
}

/** Where a contribution waits in the queue, found by its number: similar ones are looked for in the background. */
async function waitingFor(told: Told, nth: number): Promise<string> {
  const { cast, address, go } = told
  const { lead } = cast
  const number = await numberOf(told, nth)
  const place = `${address}/risposte`
  await go(lead, place)
  const link = lead.page.locator('.answering-list a', { hasText: new RegExp(`-0*${number}$`) })
  return (await link.getAttribute('href')) ?? place
}

async function adopt(told: Told) {
  const { cast, site, bodyId, document, slug, go, sees, look } = told
  const { lead, citizen } = cast
  await go(lead, paths.newDecision(await holdMeeting(site, bodyId)))
  await lead.tick(/^Adotta un documento/)
  await lead.write(/^(Oggetto|Titolo)/, 'Adozione della strategia')
  await lead.write(/^(Testo|Che cosa)/, 'Il gruppo adotta la strategia, nella versione che tiene conto della consultazione.')
  await lead.press(/^Registra la decisione/)
  await go(lead, paths.version(document, 2))
  await lead.press(/^Dichiara definitiva/)
  await lead.press(/^Registra l’adozione/)
  await lead.choose(/^Decisione di adozione/, 'Adozione della strategia')
  await lead.press(/^Registra che la versione 2/)
  await sees(lead, 'L’adozione è registrata')
  await lead.press(/^Pubblica$/)
  await sees(lead, 'La versione è pubblica')
  await look(lead, 'adottata')
  await go(citizen, paths.gate(slug, 'design'))
  await sees(citizen, /È durata 64 giorni interi/)
  await sees(citizen, /3 con risposta, 1 ritirate e 1 moderate su 5/)
  await sees(citizen, /Gli esiti sono pubblicati dal/)
  await sees(citizen, /La versione 2 è adottata dal/)
  await look(citizen, 'condizioni')
}

async function publish(told: Told) {
  const { cast, address, go, sees, look } = told
  const { lead, citizen } = cast
  await go(lead, `${address}/risposte`)
  await lead.press(/^Scrivi gli esiti/)
  await look(lead, 'esiti-da-scrivere')
  await lead.write(/^Che cosa è emerso/, 'Chi ha scritto chiede un catalogo aggiornato più spesso.')
  await lead.choose(/^Versione finale/, 'Versione 2')
  await lead.press(/^Salva$/)
  await sees(lead, 'Esiti salvati')
  await lead.press(/^Pubblica gli esiti/)
  await sees(lead, 'Gli esiti sono pubblicati')
  await look(lead, 'esiti')
  await go(citizen, address)
  await citizen.press(/^Leggi gli esiti/)
  await citizen.press(/^Valuta questa consultazione/)
  await citizen.tick(/^4 · molto/, /^È stato facile/)
  await citizen.press(/^Manda la valutazione/)
  await readRejection(citizen.page, { script: told.script })
  await citizen.tick(/^5 · del tutto/, /^Era chiaro/)
  await citizen.tick(/^Sì/, /^Parteciperesti/)
  await citizen.press(/^Manda la valutazione/)
  await sees(citizen, 'la tua valutazione è registrata')
  await look(citizen, 'valutata')
}

async function takeAway({ cast: { citizen }, address, document }: Told) {
  const files = {
    [`${address}/esiti.pdf`]: '%PDF-',
    [`${address}/esiti.docx`]: 'PK',
    [`${address}/esiti.csv`]: '',
    [`${address}/esiti.json`]: '{',
    [paths.versionFile(document, 2, 'pdf')]: '%PDF-',
  }
  for (const [file, begins] of Object.entries(files)) {
    const answer = await citizen.page.request.get(file)
    expect(answer.status(), file).toBe(200)
    expect((await answer.body()).subarray(0, begins.length).toString(), file).toBe(begins)
  }
}
