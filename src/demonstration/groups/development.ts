import type { SampleGroup } from './sample.ts'

const ministry = 'Ministero dello Sviluppo Economico'

/** Constituted a month after the term: two lead administrations had to agree. It is still in Envisioning. */
export const development: SampleGroup = {
  key: 'development',
  ecosystem: 'Sviluppo e sostenibilità',
  name: 'Gruppo di lavoro Sviluppo e sostenibilità',
  mandate:
    'Mette insieme i procedimenti che un’impresa incontra e i dati ambientali che le servono: ascolta imprese e sportelli, raccoglie le esigenze, definisce perimetro e visione.',
  act: { number: 'D.I. 9/2020', day: '2020-01-30' },
  place: 'Roma, via Molise 2, sala conferenze',
  members: [
    { name: 'Antonella Ricciardelli', role: 'chair', organisation: ministry },
    { name: 'Fabio Montesi', role: 'secretary', organisation: ministry },
    { name: 'Lucia Gherardini', role: 'rapporteur', organisation: 'Ministero dell’Ambiente e della Tutela del Territorio e del Mare' },
    { name: 'Stefano Barbagli', role: 'member', organisation: 'UnionCamere', named: true },
    { name: 'Valentina Orrù', role: 'member', organisation: 'ENEA' },
    { name: 'Carlo Emanuele Frassetto', role: 'member', organisation: 'ANCI' },
    { name: 'Marta Dallolio', role: 'observer', organisation: 'AGID' },
  ],
  meetings: [
    {
      on: '2020-02-25',
      starts: '11:00',
      ends: '13:00',
      agenda: ['Insediamento', 'Un gruppo, due capofila: chi fa che cosa', 'Chi ascoltare'],
      attendance: { 'Carlo Emanuele Frassetto': 'remote' },
      minutes: {
        text: [
          'Il gruppo si insedia due mesi dopo il termine del Piano e concorda riunioni più ravvicinate.',
          'Lo sportello unico è seguito dallo Sviluppo economico, rifiuti e valutazioni dall’Ambiente; la segreteria è comune.',
        ],
        state: 'approved',
        agreed: ['Stefano Barbagli', 'Valentina Orrù'],
      },
      tasks: [
        {
          owner: 'Stefano Barbagli',
          text: 'Indicare dieci imprese e cinque sportelli unici da sentire in audizione.',
          due: '2020-03-20',
          doneOn: '2020-04-17',
        },
      ],
    },
    {
      on: '2020-04-28',
      starts: '11:00',
      ends: '12:30',
      link: 'https://riunioni.example/sviluppo-e-sostenibilita',
      agenda: ['Audizioni a distanza', 'Tavoli tecnici'],
      attendance: { 'Lucia Gherardini': 'absent', 'Valentina Orrù': 'excused', 'Carlo Emanuele Frassetto': 'absent' },
      minutes: {
        text: [
          'I presenti non bastano per decidere: la scelta sui tavoli tecnici è rinviata.',
          'Si prepara comunque il calendario delle audizioni a distanza.',
        ],
        state: 'approved',
        agreed: ['Stefano Barbagli'],
      },
    },
    {
      on: '2020-06-30',
      starts: '11:00',
      ends: '13:00',
      link: 'https://riunioni.example/sviluppo-e-sostenibilita',
      agenda: ['Che cosa hanno detto le imprese', 'Bozza di perimetro'],
      attendance: { 'Marta Dallolio': 'absent' },
      minutes: {
        text: [
          'Le imprese chiedono un solo fascicolo, che lo sportello e gli enti di controllo leggano senza chiedere copie.',
          'La bozza di perimetro comprende lo sportello unico, il fascicolo d’impresa, i rifiuti e le valutazioni ambientali.',
        ],
        state: 'sent',
        pending: { by: 'Valentina Orrù', asks: 'Nel perimetro va citato anche il catasto degli impianti energetici.' },
      },
      decisions: [
        {
          kind: 'general',
          title: 'Bozza di perimetro',
          text: 'La bozza va alla lettura dei due capofila prima della pubblicazione.',
          votes: [5, 0, 1],
        },
      ],
      tasks: [
        { owner: 'Lucia Gherardini', text: 'Raccogliere le osservazioni dei due capofila sulla bozza di perimetro.', due: '2020-07-17' },
        {
          owner: 'Fabio Montesi',
          text: 'Preparare la proposta sui tavoli tecnici da decidere nella prossima riunione.',
          due: '2020-07-27',
        },
      ],
    },
    {
      on: '2020-07-28',
      starts: '11:00',
      ends: '13:00',
      link: 'https://riunioni.example/sviluppo-e-sostenibilita',
      agenda: ['Tavoli tecnici: quali e con chi', 'Visione: prima stesura'],
      answers: { 'Stefano Barbagli': 'yes' },
    },
  ],
}
