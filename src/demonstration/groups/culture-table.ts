import { decisionKey } from './names.ts'
import type { SampleTable } from './sample.ts'

/** Born of the decision that the group took in September 2019. */
export const heritageTable: SampleTable = {
  key: 'culture-heritage-table',
  decision: decisionKey('culture', 3),
  from: '2019-10-08',
  name: 'Tavolo tecnico Dati e identificativi del patrimonio',
  mandate: 'Propone al gruppo di lavoro identificativi comuni per luoghi, opere ed eventi, e le regole con cui i sistemi se li scambiano.',
  members: [
    { name: 'Sara Colonnese', role: 'chair', organisation: 'AGID' },
    { name: 'Paolo Righetti', role: 'secretary', organisation: 'Ministero dei Beni e delle Attività Culturali' },
    { name: 'Federica Lo Presti', role: 'member', organisation: 'CNR', named: true },
    { name: 'Umberto Castagnola', role: 'member', organisation: 'Conferenza delle Regioni e delle Province autonome' },
    { name: 'Anna Maria Dessì', role: 'member', organisation: 'Musei in Rete (associazione di esempio)' },
  ],
  meetings: [
    {
      on: '2019-10-29',
      starts: '14:30',
      ends: '17:00',
      agenda: ['Identificativi in uso: confronto', 'Vocabolari di riferimento'],
      attendance: { 'Umberto Castagnola': 'remote' },
      minutes: {
        text: [
          'Il tavolo confronta gli identificativi in uso nei cataloghi nazionali e regionali: gli stessi luoghi ne hanno fino a quattro.',
          'Si parte dai luoghi della cultura, con una tabella di corrispondenza aperta a tutti.',
        ],
        state: 'approved',
        agreed: ['Federica Lo Presti'],
      },
      tasks: [
        {
          owner: 'Federica Lo Presti',
          text: 'Preparare la prima tabella di corrispondenza degli identificativi dei luoghi.',
          due: '2020-01-31',
          doneOn: '2020-01-28',
        },
      ],
    },
    {
      on: '2020-03-31',
      starts: '14:30',
      ends: '16:30',
      link: 'https://riunioni.example/patrimonio',
      agenda: ['Prima tabella di corrispondenza', 'Chi la tiene aggiornata'],
      attendance: { 'Anna Maria Dessì': 'excused' },
      minutes: {
        text: [
          'La tabella copre 4.300 luoghi. Il tavolo ne propone la pubblicazione come dato aperto.',
          'Ogni Regione indicherà chi la aggiorna per il proprio territorio.',
        ],
        state: 'approved',
        agreed: ['Federica Lo Presti', 'Umberto Castagnola'],
      },
      decisions: [
        {
          kind: 'general',
          title: 'Tabella di corrispondenza dei luoghi della cultura',
          text: 'Il tavolo propone al gruppo di lavoro di pubblicare la tabella e di aggiornarla ogni tre mesi.',
        },
      ],
    },
    {
      on: '2020-07-14',
      starts: '14:30',
      ends: '16:30',
      link: 'https://riunioni.example/patrimonio',
      agenda: ['Regole di scambio tra i sistemi', 'Proposte da portare al gruppo di lavoro'],
      attendance: { 'Umberto Castagnola': 'absent' },
      minutes: {
        text: [
          'Il tavolo rilegge le regole di scambio e le riduce a sei.',
          'Restano da chiarire i tempi per i sistemi più vecchi: se ne parla nella prossima riunione.',
        ],
        state: 'sent',
        agreed: ['Anna Maria Dessì'],
      },
      tasks: [
        { owner: 'Paolo Righetti', text: 'Mandare al gruppo di lavoro le regole di scambio rilette.', due: '2020-07-24' },
        { owner: 'Sara Colonnese', text: 'Chiedere alle Regioni i tempi per i sistemi più vecchi.', due: '2020-08-28' },
      ],
    },
    {
      on: '2020-07-28',
      starts: '14:30',
      ends: '16:30',
      convenedOn: '2020-07-15',
      link: 'https://riunioni.example/patrimonio',
      agenda: ['Tempi per i sistemi più vecchi', 'Opere: da dove cominciare'],
      answers: { 'Federica Lo Presti': 'yes' },
    },
  ],
}
