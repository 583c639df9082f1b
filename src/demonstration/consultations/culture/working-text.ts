import { freezeDraft, importBlocks } from '../../../documents/index.ts'
import { day } from '../../../kernel/day.ts'
import type { Deed } from '../../history.ts'
import { inOffice } from '../../people.ts'
import { parsed } from '../../texts/lives.ts'
import { type SampleBlock, textKey, versionKey } from '../../texts/sample.ts'
import { carriedOn } from '../carrying.ts'
import type { Place } from '../lives.ts'
import { cultureStrategy } from './strategy.ts'

/** By how they begin: what the group says otherwise after the first replies, what it leaves out, what it takes elsewhere. */
const otherwise: Readonly<Record<string, string>> = {
  'La tabella di corrispondenza':
    'La tabella di corrispondenza con i codici già in uso è aperta a tutti, con licenza aperta, e si aggiorna ogni mese. Ogni Regione indica l’ufficio che la cura per il proprio territorio e un recapito pubblico.',
  'Orari, chiusure straordinarie':
    'Orari e chiusure straordinarie si scrivono nel calendario unico; la capienza a parte, dove serve. Siti, mappe e uffici turistici li leggono da lì, entro un quarto d’ora. I luoghi aperti su richiesta indicano un recapito.',
  'La prenotazione funziona':
    'La prenotazione funziona allo stesso modo in ogni luogo che aderisce: si sceglie il giorno e l’ora, si può spostare o disdire fino a due ore prima, si riceve una conferma che vale all’ingresso. Chi non trova posto entra in lista d’attesa.',
  'Prenotare resta possibile':
    'Prenotare resta possibile per telefono e allo sportello; dove il luogo non può rispondere, risponde lo sportello di aiuto. Nessun luogo aderente accetta soltanto la prenotazione in linea.',
  'La commissione a carico':
    'Sugli ingressi gratuiti non si paga commissione. Sugli altri, chi compra la vede prima di pagare, e non supera il cinque per cento del prezzo.',
  'Nei bandi dell’ecosistema':
    'Nei bandi dell’ecosistema la catalogazione è un lavoro pagato. Ogni progetto dichiara quante persone impiega e con quale contratto; i volontari affiancano chi è formato per questo mestiere, e non lo sostituiscono.',
}
const leftOut = 'I posti liberi di un luogo'
const elsewhere = 'Dal gennaio 2021 nessuna amministrazione'
const before = 'Si comincia dai luoghi, entro dicembre 2020.'

function workingText(): SampleBlock[] {
  const taken = cultureStrategy.filter(({ source }) => source.startsWith(elsewhere))
  return cultureStrategy.flatMap((block): SampleBlock[] => {
    const { source } = block
    if (source.startsWith(leftOut) || source.startsWith(elsewhere)) return []
    if (source.startsWith(before)) return [...taken, block]
    const begins = Object.keys(otherwise).find((start) => source.startsWith(start))
    return [begins ? { ...block, source: otherwise[begins] ?? source } : block]
  })
}

/** The text on which the group works while the consultation runs: what was written so far is looked for in it. */
export function livesOfWorkingText({ id }: Place): Deed[] {
  const text = textKey('culture', 'strategy')
  const by = inOffice(id, 'culture', 'Sara Colonnese', 'rapporteur')
  return [
    {
      on: day('2020-07-18'),
      key: `${text}/rewritten`,
      by,
      run: (desk, memory) => importBlocks(desk, memory.id(text), parsed('culture', workingText(), memory)),
    },
    {
      on: day('2020-07-20'),
      key: versionKey('culture', 'strategy', 2),
      by,
      run: (desk, memory) => freezeDraft(desk, memory.id(text), { note: 'Testo di lavoro, con le osservazioni accolte fin qui.' }),
    },
    carriedOn('2020-07-21', 'culture'),
  ]
}
