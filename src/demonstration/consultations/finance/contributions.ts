import { momentsBetween } from '../calendar.ts'
import type { SampleContribution } from '../sample.ts'
import { nameOf } from '../voices.ts'
import { writingOrganisations } from './people.ts'

type Told = Pick<SampleContribution, 'at' | 'text' | 'words' | 'organisation' | 'lang' | 'withdrawnOn'>

const told: readonly Told[] = [
  {
    at: '3.2',
    words: 'entro un giorno',
    text: 'Oggi aspetto quindici giorni per sapere che ho sbagliato un codice. Un giorno va benissimo.',
  },
  { at: '3.1', text: 'E quando l’ordine non c’è? Metà delle mie fatture nascono da una telefonata.' },
  {
    at: '3.3',
    words: 'dalla fattura al pagamento',
    organisation: 'Fornitori della Pubblica Amministrazione Associati',
    text: 'Il conto deve partire dal giorno in cui la fattura arriva, non da quello in cui l’ufficio la registra. Tra i due, nei dati dei nostri soci, passano in media diciannove giorni che oggi nessuno vede.',
  },
  { at: '5', text: 'Siamo in tre, e uno è il sindaco. Qualunque cosa decidiate, che si faccia con il telefono.' },
  {
    at: '5.1',
    words: 'alla propria Unione',
    organisation: 'Unione Montana dei Tre Passi',
    text: 'L’affidamento all’Unione è la strada giusta, se insieme al compito arriva una persona: seguiamo undici Comuni con due contabili.',
  },
  {
    at: '4.2',
    words: 'sono soppresse entro giugno 2021',
    text: 'Le avete contate? Noi ne compiliamo trentotto. Pubblicate l’elenco e segnate quelle tolte.',
  },
  { at: '6.1', text: 'Per prodotto come? Se la voce è «altri servizi» non si capisce niente.' },
  { at: null, text: 'Buon documento, corto. Manca il costo.' },
  {
    at: '3.1',
    words: 'numeri, righe e riferimenti non si riscrivono',
    organisation: 'Contabilità Chiara S.r.l.',
    text: 'Condividiamo. Chiediamo che il tracciato dell’ordine sia pubblicato almeno sei mesi prima e che si possa provare con dati finti.',
  },
  { at: '4.1', text: 'Il bilancio lo mandiamo già a quattro destinatari, con quattro formati. Se ne resta uno, offro da bere.' },
  { at: '2.2', words: 'Restano fuori i tributi', text: 'Peccato: l’ufficio è lo stesso, e anche la persona.' },
  {
    at: '6',
    lang: 'en',
    text: 'I follow public spending in three countries. Publish the supplier’s identifier, not only the name: without it nobody can add anything up.',
  },
  { at: '3.3', text: 'Da artigiano: mi interessa solo quanto paga in ritardo il Comune per cui lavoro. Fatemelo trovare con il suo nome.' },
  { at: '1.2', text: 'Lo diceva già una circolare del 1997.' },
  { at: '5.4', text: 'Un programma pronto in riuso esiste già in Emilia: prima di rifarlo, guardatelo.' },
  { at: '3.4', text: 'Settembre 2020 è tra due mesi. Credibile?' },
  { at: null, text: 'Mandata per sbaglio.', withdrawnOn: '2020-07-20' },
]

/** The first weeks, from 29 June to 19 July 2020. */
export const financeContributions: readonly SampleContribution[] = momentsBetween('2020-06-29', '2020-07-19', told.length).map(
  ({ on, minute }, place): SampleContribution => {
    const one = told[place] as Told
    const delegate = writingOrganisations.find(({ name }) => name === one.organisation)?.delegate
    return {
      ...one,
      ...{ key: `first-${place + 1}`, on, minute, topic: 'first' },
      name: delegate ?? nameOf(3000 + place),
      showsName: delegate !== undefined || place % 4 > 0,
    }
  },
)
