import type { SampleGroup } from './sample.ts'

const ministry = 'Ministero dell’Economia e delle Finanze'

/** Constituted in time; it found that it needs no technical tables. */
export const publicFinance: SampleGroup = {
  key: 'public-finance',
  ecosystem: 'Finanza pubblica',
  name: 'Gruppo di lavoro Finanza pubblica',
  mandate:
    'Guida l’ecosistema dal fabbisogno al pagamento: definisce perimetro e visione, raccoglie le esigenze di chi acquista e di chi fattura, propone gli interventi da fare prima.',
  act: { number: 'D.M. 118/2019', day: '2019-06-27' },
  place: 'Roma, via XX Settembre 97, sala riunioni al piano terra',
  members: [
    { name: 'Roberto Gallinari', role: 'chair', organisation: ministry },
    { name: 'Silvia Marchetti Oddo', role: 'secretary', organisation: ministry },
    { name: 'Giorgio Tedeschini', role: 'rapporteur', organisation: 'AGID' },
    { name: 'Claudia Bellandi', role: 'member', organisation: 'Agenzia delle Entrate', named: true },
    { name: 'Enrico Salvagno', role: 'member', organisation: 'Agenzia delle Dogane e dei Monopoli' },
    { name: 'Manuela Sorrentini', role: 'member', organisation: 'ANCI', named: true },
    { name: 'Pietro Zanella', role: 'member', organisation: 'Conferenza delle Regioni e delle Province autonome' },
  ],
  meetings: [
    {
      on: '2019-07-16',
      starts: '15:00',
      ends: '17:00',
      agenda: ['Insediamento', 'Sistemi già in esercizio: fatture, pagamenti, acquisti', 'Calendario'],
      attendance: { 'Enrico Salvagno': 'remote' },
      minutes: {
        text: [
          'Il presidente richiama l’atto istitutivo e il termine di dicembre indicato dal Piano.',
          'Il gruppo elenca i sistemi in esercizio: i dati ci sono, ma ogni sistema li chiede di nuovo.',
        ],
        state: 'approved',
        agreed: ['Claudia Bellandi', 'Pietro Zanella'],
      },
      tasks: [
        {
          owner: 'Giorgio Tedeschini',
          text: 'Descrivere in una scheda ciascun sistema, con i dati che chiede e quelli che già possiede.',
          due: '2019-09-20',
          doneOn: '2019-10-02',
          note: 'Quattordici schede; due sistemi hanno risposto tardi.',
        },
      ],
    },
    {
      on: '2019-10-08',
      starts: '15:00',
      ends: '17:30',
      agenda: ['Esigenze di Comuni e Regioni', 'Tavoli tecnici: servono?'],
      attendance: { 'Enrico Salvagno': 'excused' },
      minutes: {
        text: [
          'Comuni e Regioni chiedono di non ridigitare gli stessi dati tra ordine, fattura e pagamento.',
          'I comitati tecnici dei singoli sistemi coprono già i temi di standard e interfacce.',
        ],
        state: 'approved',
        corrected: {
          by: 'Manuela Sorrentini',
          asks: 'I piccoli Comuni hanno chiesto anche formazione: va detto.',
          text: [
            'Comuni e Regioni chiedono di non ridigitare gli stessi dati tra ordine, fattura e pagamento; i Comuni piccoli chiedono anche formazione.',
            'I comitati tecnici dei singoli sistemi coprono già i temi di standard e interfacce.',
          ],
        },
      },
      decisions: [
        {
          kind: 'no-tables',
          title: 'Non servono tavoli tecnici',
          text: 'Gli standard sono già affidati ai comitati tecnici dei sistemi in esercizio: il gruppo non istituisce tavoli propri e invita quei comitati quando serve.',
          votes: [5, 0, 1],
        },
      ],
    },
    {
      on: '2019-11-12',
      starts: '15:00',
      ends: '17:00',
      agenda: ['Perimetro e visione', 'Interventi da fare prima'],
      attendance: {},
      minutes: {
        text: ['Il gruppo rilegge perimetro e visione e li condivide.', 'Tra gli interventi viene prima il dialogo tra ordine e fattura.'],
        state: 'approved',
        agreed: ['Claudia Bellandi'],
      },
      decisions: [
        {
          kind: 'general',
          title: 'Perimetro e visione',
          text: 'Il gruppo condivide perimetro e visione e li rimette al capofila per la pubblicazione.',
        },
      ],
    },
    {
      on: '2020-05-12',
      starts: '15:00',
      ends: '17:00',
      link: 'https://riunioni.example/finanza-pubblica',
      agenda: ['Documento di strategia: testo da mettere in consultazione', 'Pagamenti durante l’emergenza'],
      attendance: { 'Enrico Salvagno': 'absent' },
      minutes: {
        text: [
          'In videoconferenza. Il gruppo legge il documento di strategia: dopo le ultime correzioni andrà in consultazione entro giugno.',
          'I tempi di pagamento vanno misurati mese per mese.',
        ],
        state: 'approved',
      },
      tasks: [
        { owner: 'Claudia Bellandi', text: 'Proporre come misurare ogni mese i tempi di pagamento.', due: '2020-06-30' },
        { owner: 'Giorgio Tedeschini', text: 'Raccogliere per argomento le prime osservazioni sulla strategia.', due: '2020-07-31' },
      ],
    },
    {
      on: '2020-08-04',
      starts: '15:00',
      ends: '17:00',
      convenedOn: '2020-07-17',
      link: 'https://riunioni.example/finanza-pubblica',
      agenda: ['Consultazione: che cosa hanno scritto finora', 'Come si misurano i tempi di pagamento'],
      answers: { 'Pietro Zanella': 'yes', 'Enrico Salvagno': 'no' },
    },
  ],
}
