import { expect } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import type { Told } from './consultation-told.ts'
import { readRejection } from './rejected.ts'

const catalogue = 'Un catalogo comune raccoglie le schede, una volta alla settimana.'

const strategy = `# Visione

Gli archivi e le biblioteche si consultano da un solo punto.

# Perimetro

Archivi di Stato, biblioteche pubbliche e i loro cataloghi.

# Strategia

${catalogue}

La tessera di una biblioteca vale in tutte le altre della stessa regione.
`

/** From the first words to the opening of the consultation. */
export async function prepare(told: Told) {
  const { cast, slug, script, go, sees, look } = told
  const { lead } = cast
  await go(lead, paths.documents(slug))
  await lead.press(/^Comincia un documento/)
  await lead.tick(/^Documento di strategia/)
  await lead.write(/^Titolo/, 'Strategia degli archivi e delle biblioteche')
  await lead.press(/^Crea la bozza vuota/)
  told.document = new URL(lead.page.url()).pathname.split('/')[2] ?? ''
  if (script) await bringIn(told, strategy)
  else await writeIn(told)
  await go(lead, paths.draft(told.document))
  await lead.press(/^Congela una versione/)
  await lead.press(/^Congela la versione 1/)
  await sees(lead, 'La versione è congelata')

  await go(lead, paths.ecosystemConsultations(slug))
  await lead.press(/^Prepara una consultazione/)
  await lead.choose(/^Versione da mettere/, 'versione 1')
  await lead.press(/^Comincia la preparazione/)
  await look(lead, 'preparazione')
  await lead.press(/^Titolo e obiettivi/)
  await lead.write(/^Obiettivi in italiano/, 'Sapere che cosa serve a chi usa archivi e biblioteche.')
  await lead.press(/^Salva il passo/)
  await lead.press(/^Chi partecipa, e come/)
  await lead.tick(/^Chiunque si faccia riconoscere/)
  await lead.tick(/^Questo sito/)
  await lead.tick(/^Italiano/)
  await lead.tick(/^Chi partecipa può sostenere/)
  await lead.press(/^Salva il passo/)
  await lead.press(/^Contatti/)
  await lead.write(/^Ufficio/, 'Direzione generale Archivi')
  await lead.write(/^Posta per le domande/, 'archivi@example.org')
  await lead.press(/^Salva il passo/)
  await lead.press(/^Apertura e chiusura/)
  await lead.date(/^Giorno di apertura/, '2020-07-22')
  await lead.date(/^Ultimo giorno/, '2020-09-19')
  await lead.press(/^Salva il passo/)
  expect(await readRejection(lead.page, { script })).toContain('almeno 60 giorni interi')
  await lead.date(/^Ultimo giorno/, '2020-09-20')
  await lead.press(/^Salva il passo/)
  await sees(lead, /dal 22 luglio 2020 al 20 settembre 2020: 60 giorni/)
  await look(lead, 'pronta')
  await lead.press(/^Apri la consultazione/)
  await sees(lead, 'Consultazione aperta')
  await look(lead, 'aperta')
  told.address = new URL(lead.page.url()).pathname
  await told.wait(/^Vai avanti di una settimana/)
}

async function bringIn({ cast: { lead }, document, go, sees }: Told, text: string) {
  await go(lead, paths.draft(document))
  await lead.press(/^Importa un testo/)
  const file = { name: 'strategia.md', mimeType: 'text/markdown', buffer: Buffer.from(text) }
  await lead.page.locator('input[type=file]').setInputFiles(file)
  await lead.press(/^Leggi e mostra l’anteprima/)
  await lead.press(/^Metti questo testo nella bozza/)
  await sees(lead, 'Il testo importato è nella bozza')
}

async function writeIn({ cast: { lead }, document, go, sees }: Told) {
  await go(lead, paths.draft(document))
  await lead.press(/^Scrivi la prima sezione/)
  await lead.choose(/^Tipo/, 'Titolo', /^Blocco 1/)
  await lead.press(/^Applica il tipo/)
  await lead.write(/^Testo/, 'Visione, perimetro e strategia', /^Blocco 1/)
  await lead.press(/^Aggiungi un blocco sotto/)
  await lead.write(/^Testo/, catalogue, /^Blocco 2/)
  await lead.press(/^Salva la sezione/)
  await sees(lead, 'La sezione è salvata')
}

/** What was accepted becomes the text of the next version. */
export async function rewrite(told: Told, before: string, after: string) {
  const { cast, script, document, go, sees } = told
  const { lead } = cast
  if (script) await bringIn(told, strategy.replace(before, after))
  else {
    await go(lead, paths.draft(document))
    await lead.press(/^Scrivi (questa sezione|«Visione, perimetro e strategia»)/)
    await lead.write(/^Testo/, catalogue.replace(before, after), /^Blocco 2/)
    await lead.press(/^Salva la sezione/)
  }
  await go(lead, paths.draft(document))
  await lead.press(/^Congela una versione/)
  await lead.press(/^Congela la versione 2/)
  await sees(lead, 'La versione è congelata')
}
