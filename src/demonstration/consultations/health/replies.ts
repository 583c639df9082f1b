import type { SampleReply } from '../sample.ts'

const all = 50

/** Published on 25 March 2019: what changes the text. */
export const changingReplies: readonly SampleReply[] = [
  {
    topic: 'accredited',
    first: all,
    outcome: 'accepted',
    changes: ['3.1'],
    reason:
      'Accolta. Il testo finale comprende le strutture accreditate e fissa cinque giorni per ogni documento. Il diario dell’assistenza a casa vi entra quando la struttura che la eroga è accreditata.',
  },
  {
    topic: 'who-read',
    first: all,
    outcome: 'accepted',
    changes: ['3.3'],
    reason:
      'Accolta. Si vedono la persona, il momento e il motivo di ogni lettura, senza doverlo chiedere; l’avviso c’è e resta facoltativo.',
  },
  {
    topic: 'proxy',
    first: all,
    outcome: 'accepted',
    changes: ['3.5'],
    reason: 'Accolta. La delega si registra anche in linea e non scade da sola: vale finché chi l’ha data non la revoca.',
    reasonEn: 'Accepted. A proxy is registered online too, and does not expire: it holds until whoever gave it revokes it.',
  },
  {
    topic: 'pharmacy',
    first: all,
    outcome: 'accepted',
    changes: ['4.2'],
    reason: 'Accolta. Il paragrafo è tolto: chi dispensa un farmaco vede la ricetta che ha davanti, e non serve altro.',
  },
  {
    topic: 'booking',
    first: all,
    outcome: 'accepted',
    changes: ['5.1'],
    reason:
      'Accolta. Restano il telefono e la farmacia, il giorno prima arriva un promemoria e chi rinuncia libera il posto con un messaggio. Prenotare in un’altra Regione richiede un accordo tra le due: lo proporremo.',
  },
  {
    topic: 'calendars',
    first: all,
    outcome: 'partly-accepted',
    changes: ['5.3'],
    reason:
      'Accolta in parte. Il calendario comprende ora le agende delle strutture accreditate. La data non cambia: è un impegno già preso dalle Regioni.',
  },
  {
    topic: 'telemedicine',
    first: all,
    outcome: 'partly-accepted',
    changes: ['6.2'],
    reason:
      'Accolta in parte. La televisita si può fare anche in farmacia o nell’ambulatorio del paese, e un paragrafo nuovo prevede qualcuno che aiuta. Quando una televisita non si può fare, e chi paga gli apparecchi, lo diranno le linee guida.',
    reasonEn:
      'Partly accepted. Remote visits can be had at the pharmacy or at the local surgery too, and a new paragraph foresees somebody who helps.',
  },
  {
    topic: 'nurses',
    first: all,
    outcome: 'accepted',
    changes: ['7.3'],
    reason: 'Accolta. Il paragrafo passa nella sezione sulla telemedicina, tra le cure a casa; il testo non cambia.',
  },
  {
    topic: 'doctors',
    first: all,
    outcome: 'partly-accepted',
    changes: ['7.2'],
    reason:
      'Accolta in parte. Il termine e la spesa sono a carico di chi fornisce i programmi. Il collaudo richiede comunque qualche ora del medico, che le Regioni riconoscono.',
  },
  {
    topic: 'research',
    first: all,
    outcome: 'accepted',
    changes: ['8.1'],
    reason: 'Accolta. Alla domanda si risponde entro sessanta giorni, e chi riceve i dati pubblica ciò che ne ricava.',
  },
]

/** Published on 1 April 2019: all the others. */
export const otherReplies: readonly SampleReply[] = [
  {
    topic: 'hiding',
    first: all,
    outcome: 'not-accepted',
    reason:
      'Non accolta. Che chi cura non sappia di un documento nascosto è una garanzia stabilita dalla legge, e riguarda anche i minori secondo la loro età. Il testo resta com’è.',
  },
  {
    topic: 'language',
    first: all,
    outcome: 'noted',
    reason:
      'Ne prendiamo nota. La lingua di ogni documento è già tra i dati che il fascicolo conserva; chiederemo alla Provincia autonoma come mostrarla. Avete ragione anche sul modulo: la prossima consultazione ne avrà uno in tedesco.',
    reasonEn:
      'Noted. The language of each document is already among the data that the record keeps; we will ask the autonomous Province how to show it. You are right about the form too: the next consultation will have one in German.',
  },
  {
    topic: 'paper-prescription',
    first: all,
    outcome: 'not-accepted',
    reason: 'Non accolta. Chi la vuole può sempre stampare la propria ricetta: il testo dice soltanto che la carta non è più necessaria.',
  },
  {
    topic: 'costs',
    first: all,
    outcome: 'out-of-scope',
    reason: 'Fuori dal perimetro. Il ticket è stabilito dalla legge: questo documento riguarda soltanto come si paga.',
  },
  {
    topic: 'insurance',
    first: all,
    outcome: 'noted',
    reason: 'Ne prendiamo nota. Controlla il Garante per la protezione dei dati personali, che abbiamo informato.',
  },
  {
    topic: 'regions',
    first: all,
    outcome: 'not-accepted',
    reason:
      'Non accolta. Le conseguenze per chi non rispetta i tempi sono decise dal riparto del fondo sanitario, non da questo documento. È vero che tre scadenze erano già nel documento precedente: il rendiconto dirà da quando.',
  },
  {
    topic: 'numbers',
    first: all,
    outcome: 'noted',
    reason: 'Ne prendiamo nota. I numeri usciranno per Regione e per azienda, in un formato che si scarica e si rilegge.',
  },
  {
    topic: 'perimeter',
    first: all,
    outcome: 'not-accepted',
    reason:
      'Non accolta. Il sociale appartiene a un altro ecosistema, con cui questo si collega; allargare qui il perimetro toglierebbe a chi lo guida il compito di ascoltare.',
  },
  { topic: 'praise', first: all, outcome: 'noted', reason: 'Grazie. Il rendiconto si pubblica ogni sei mesi: ci si rilegge lì.' },
  {
    topic: 'off',
    first: all,
    outcome: 'out-of-scope',
    reason: 'Fuori dal perimetro. L’abbiamo comunque girata all’azienda sanitaria, che risponde di parcheggi e reparti.',
  },
]
