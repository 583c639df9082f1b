import { matters, places } from './words.ts'

const wishes = [
  'Poter',
  'Serve',
  'Un modo semplice per',
  'Si chiede di',
  'Manca la possibilità di',
  'È necessario',
  'Vorremmo',
  'Una procedura unica per',
  'Strumenti comuni per',
  'Un solo accesso per',
]

const deeds = [
  'prenotare online',
  'pagare con un solo strumento',
  'ricevere notifiche su',
  'consultare lo stato di',
  'scambiare i dati di',
  'aggiornare senza moduli cartacei',
  'firmare a distanza',
  'confrontare i costi di',
  'correggere gli errori in',
  'scaricare in formato aperto',
  'delegare un familiare per',
  'tradurre in più lingue',
  'verificare una sola volta',
  'trovare in un unico catalogo',
  'segnalare i disservizi di',
  'rendere accessibili',
  'collegare tra loro',
  'conservare nel tempo',
  'misurare la qualità di',
  'condividere tra uffici',
]

const things = [
  'gli orari di apertura',
  'le pratiche edilizie',
  'i certificati anagrafici',
  'i biglietti di ingresso',
  'le ricette mediche',
  'i referti di laboratorio',
  'le iscrizioni scolastiche',
  'i contributi alle imprese',
  'le autorizzazioni ambientali',
  'i bandi di gara',
  'le fatture elettroniche',
  'i permessi di circolazione',
  'le prenotazioni ambulatoriali',
  'i fascicoli processuali',
  'le schede dei beni vincolati',
  'gli abbonamenti ai trasporti',
  'le borse di studio',
  'i verbali delle ispezioni',
  'le domande di sussidio',
  'i registri delle associazioni',
]

const people = [
  'per chi abita lontano dal capoluogo',
  'per le piccole imprese',
  'per le persone anziane',
  'per chi non parla italiano',
  'per gli uffici dei comuni minori',
  'per chi assiste un familiare',
  'per le guide e gli operatori turistici',
  'per gli ordini professionali',
  'per le scuole di montagna',
  'per chi ha una disabilità visiva',
]

const reasons = [
  'Oggi bisogna presentarsi allo sportello più volte e ripetere gli stessi dati.',
  'I sistemi non si parlano e gli errori si scoprono dopo mesi.',
  'I tempi di risposta non sono noti e nessuno sa a chi rivolgersi.',
  'Ogni ente chiede documenti diversi per la stessa cosa.',
  'Le informazioni pubblicate sono vecchie o incomplete.',
  'Chi lavora di giorno non riesce ad andare negli orari previsti.',
]

export const named = places(2000)

type Pick = (below: number) => number
const one = <Item>(pick: Pick, list: readonly Item[]) => list[pick(list.length)] as Item

/** What somebody might ask for, and why: some 80,000 statements before the places. */
export function needText(pick: Pick): { statement: string; why: string } {
  const where = pick(3) === 0 ? ` a ${one(pick, named)}` : ''
  const matter = pick(2) === 0 ? `, insieme a ${one(pick, matters)} e ${one(pick, matters)}` : ''
  return {
    statement: `${one(pick, wishes)} ${one(pick, deeds)} ${one(pick, things)} ${one(pick, people)}${where}${matter}`,
    why: `${one(pick, reasons)} ${one(pick, reasons)} Succede soprattutto a ${one(pick, named)}, nel settore ${one(pick, matters)}.`,
  }
}

/** The same need in other words: begun in another way, and its parts turned around. */
export function saidAgain(statement: string, pick: Pick): string {
  const words = statement.split(' ')
  const half = Math.floor(words.length / 2)
  return `${one(pick, wishes)} ${[...words.slice(half), ...words.slice(2, half)].join(' ')}`
}
