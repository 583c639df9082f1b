import type { SampleReply } from '../sample.ts'

/** Published on 10 July, the first together. */
export const firstReplies: readonly SampleReply[] = [
  {
    topic: 'hours',
    first: 9,
    outcome: 'accepted',
    changes: ['5.1'],
    reason:
      'Accolta. Il testo finale distingue gli orari dalla capienza, prevede i luoghi aperti su richiesta con un recapito e dice che il calendario si può leggere anche dai servizi di mappe, con licenza aperta.',
    reasonEn: 'Accepted. The final text tells opening hours from capacity and provides for places open on request.',
  },
  {
    topic: 'accessibility',
    first: 9,
    outcome: 'accepted',
    changes: ['8.1'],
    reason:
      'Accolta. La scheda comprenderà luci, rumori, sedute, stanze di calma e il tratto dalla fermata o dal parcheggio. Ringraziamo chi ha raccontato casi concreti: sono diventati l’esempio della scheda.',
  },
  {
    topic: 'table-updates',
    first: 9,
    outcome: 'accepted',
    changes: ['4.2'],
    reason: 'Accolta. L’aggiornamento diventa mensile, la licenza è indicata e il riferimento è un ufficio con un recapito pubblico.',
  },
  {
    topic: 'booking',
    first: 9,
    outcome: 'partly-accepted',
    changes: ['7.1'],
    reason:
      'Accolta in parte. Il termine per disdire scende a due ore prima e si aggiunge la lista d’attesa. La quota di posti senza prenotazione resta una scelta di ciascun luogo: dove gli ingressi sono contati per sicurezza non può essere un obbligo.',
  },
  {
    topic: 'fee',
    first: 9,
    outcome: 'partly-accepted',
    changes: ['7.5'],
    reason:
      'Accolta in parte. Sugli ingressi gratuiti non ci sarà commissione. Un massimo in centesimi non si può fissare qui: dipende dai contratti in corso, che scadono tra il 2020 e il 2022.',
  },
  {
    topic: 'images',
    first: 9,
    outcome: 'partly-accepted',
    changes: ['6.2'],
    reason:
      'Accolta in parte. Si indica la soglia dell’alta definizione. Il fondo di compensazione richiede una norma: il gruppo lo segnala ai capofila.',
  },
  {
    topic: 'money',
    first: 9,
    outcome: 'not-accepted',
    reason:
      'Non accolta. Un contributo senza bando non è possibile con le risorse di questo documento, che vengono da fondi con regole proprie. Il pacchetto pronto per i luoghi piccoli nasce però proprio per chi non può partecipare a un bando.',
  },
  {
    topic: 'perimeter-shows',
    first: 9,
    outcome: 'not-accepted',
    reason:
      'Non accolta in questo ciclo. Lo spettacolo ha norme e sistemi propri: includerlo ora fermerebbe il resto. Le date che cambiano l’apertura di un luogo entrano già nel calendario, come chiusure straordinarie.',
  },
  {
    topic: 'why',
    first: 9,
    outcome: 'noted',
    reason: 'Ne prendiamo nota. Le fonti delle cifre saranno pubblicate accanto al documento come dati aperti.',
  },
  {
    topic: 'vision',
    first: 9,
    outcome: 'noted',
    reason:
      'Ne prendiamo nota. La sezione sul governo dice già come si misura ciascun traguardo; la sintesi che accompagnerà il testo finale spiegherà che il posto solo è il dato.',
  },
  {
    topic: 'off',
    first: 9,
    outcome: 'out-of-scope',
    reason:
      'È fuori dal tema di questa consultazione, che riguarda i servizi digitali della cultura e del turismo. Per strade, soste ed edifici scolastici può scrivere al suo Comune.',
  },
  {
    topic: 'guests',
    first: 9,
    outcome: 'out-of-scope',
    reason:
      'L’imposta di soggiorno e gli affitti brevi sono regolati dalla legge e dai Comuni, e il documento non può cambiarli. Trasmettiamo le osservazioni ai due ministeri che ne hanno la competenza.',
  },
]

/** Published a week later. */
export const secondReplies: readonly SampleReply[] = [
  {
    topic: 'campaign',
    first: 34,
    outcome: 'partly-accepted',
    changes: ['12.4'],
    reason:
      'Accolta in parte. Ogni progetto dell’ecosistema dichiarerà quante persone impiega e con quale contratto, in forma aggregata. Le paghe sono materia dei contratti collettivi e restano fuori da questo documento.',
  },
  {
    topic: 'phone',
    first: 9,
    outcome: 'accepted',
    changes: ['7.2'],
    reason:
      'Accolta. Lo sportello di aiuto risponde al posto dei luoghi che non possono, con orari indicati, e il pagamento all’ingresso resta possibile.',
  },
]

/** Prepared, and not seen by anybody outside yet. */
export const waitingReplies: readonly SampleReply[] = [
  {
    topic: 'tickets',
    first: 9,
    outcome: 'partly-accepted',
    changes: ['7.3'],
    reason:
      'Accolta in parte. Le carte cittadine diventano un titolo come gli altri; i conti si chiudono ogni due settimane per chi incassa meno di diecimila euro al mese.',
  },
  {
    topic: 'access-check',
    first: 9,
    outcome: 'accepted',
    changes: ['8.2'],
    reason: 'Accolta. Il termine scende a tre mesi, la verifica ha un compenso e chi visita può segnalare ciò che non è più vero.',
  },
  {
    topic: 'training',
    first: 9,
    outcome: 'not-accepted',
    reason: 'Non accolta: il numero per Regione è un minimo, e le Regioni con più luoghi hanno già chiesto di più.',
  },
]
