import { momentsBetween } from '../calendar.ts'
import type { SampleContribution } from '../sample.ts'
import { nameOf } from '../voices.ts'

const letter = [
  'Chi cataloga, accoglie e custodisce il patrimonio lavora spesso per cooperative e associazioni, con contratti di pochi mesi e paghe che non bastano per vivere.',
  'Chiediamo che la strategia riconosca questo lavoro in ogni suo punto e non soltanto nei bandi che riguardano la catalogazione.',
  'In particolare chiediamo che ogni progetto dell’ecosistema dichiari quante persone impiega, con quale contratto e per quanto tempo, e che il volontariato affianchi e non sostituisca chi è formato per questo mestiere.',
  'Una piattaforma nuova senza le persone che la riempiono resterà vuota come quelle che l’hanno preceduta.',
]

/** What some of those who signed the same letter added in words of their own. */
const own = [
  'Lavoro da undici anni nello stesso museo e ho cambiato sette datori di lavoro.',
  'Ho una laurea, un dottorato e un contratto da custode part-time.',
  'Mia figlia fa questo mestiere a trentotto anni con la borsa di tirocinante.',
  'Nella mia regione due schedatori su tre hanno lasciato.',
  'Firmo perché ho visto un archivio affidato a chi aveva fatto un corso di tre giorni.',
  'Aggiungo che le guide sono nella stessa condizione.',
  'Non sono del mestiere: visito, e vedo sempre facce nuove.',
  'A Pavia il servizio è fermo da gennaio per questo.',
  'Pubblicate anche le ore pagate, non solo i contratti.',
  'Il museo del mio paese apre grazie a due ottantenni bravissimi: non durerà.',
  'Ho emigrato in Belgio e faccio lo stesso lavoro, pagato.',
  'Chi scrive i bandi dovrebbe passare una settimana in un deposito.',
]

/** A letter that went round, signed by many between 6 and 16 July. */
export function campaign(): SampleContribution[] {
  return momentsBetween('2020-07-06', '2020-07-16', 42).map(({ on, minute }, index): SampleContribution => {
    const added = index % 3 === 1 ? own[Math.floor(index / 3) % own.length] : undefined
    const told = added ? [...letter.slice(0, index % 2 ? 4 : 1), added, ...letter.slice(index % 2 ? 4 : 1)] : letter
    return {
      key: `campaign-${index + 1}`,
      on,
      minute: minute + 5,
      name: nameOf(1000 + index),
      showsName: index % 4 !== 2,
      at: index % 5 === 3 ? '12' : '12.4',
      text: told.join(' '),
      topic: 'campaign',
    }
  })
}
