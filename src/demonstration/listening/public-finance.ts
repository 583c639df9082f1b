import type { SampleListening } from './sample.ts'

/** Before the derogation everything was heard elsewhere: the map and one hearing of 2020 are kept here. */
export const financeListening: SampleListening = {
  body: 'public-finance',
  ecosystem: 'Finanza pubblica',
  secretary: 'Silvia Marchetti Oddo',
  stakeholders: [
    {
      organisation: 'Agenzia delle Entrate',
      person: 'Claudia Bellandi',
      kind: 'administration',
      ...{ interest: 5, influence: 5, involvement: 'co-design', on: '2019-07-22' },
      involved: [['involve', '2019-09-10', 'Ha aperto al gruppo le specifiche della fatturazione elettronica.']],
    },
    {
      organisation: 'Consip S.p.A.',
      as: 'company',
      kind: 'administration',
      ...{ interest: 5, influence: 5, involvement: 'involve', on: '2019-07-22' },
      involved: [['involve', '2020-02-11', 'Incontro sul passaggio dall’ordine alla fattura.']],
    },
    {
      organisation: 'Agenzia del Demanio',
      kind: 'administration',
      ...{ interest: 3, influence: 4, involvement: 'inform', on: '2019-07-22' },
      notes: 'Non ha ancora indicato chi segue l’ecosistema.',
    },
    {
      organisation: 'Comune di Reggio Emilia',
      as: 'territorial',
      person: 'Simone Lusvardi',
      kind: 'administration',
      ...{ interest: 4, influence: 3, involvement: 'consult', on: '2019-09-03' },
    },
    {
      organisation: 'Unione Montana dei Tre Passi',
      as: 'territorial',
      person: 'Nives Tabacchi',
      kind: 'administration',
      ...{ interest: 5, influence: 2, involvement: 'consult', on: '2019-09-03' },
    },
    {
      organisation: 'Fornitori della Pubblica Amministrazione Associati',
      as: 'association',
      person: 'Ugo Bernardelli',
      kind: 'firm',
      ...{ interest: 5, influence: 4, involvement: 'consult', on: '2019-09-03' },
    },
    {
      organisation: 'Contabilità Chiara S.r.l.',
      as: 'company',
      person: 'Paola Sartirana',
      kind: 'firm',
      ...{ interest: 4, influence: 2, involvement: 'consult', on: '2020-03-10' },
    },
    {
      organisation: 'Osservatorio Civico sulla Spesa',
      as: 'association',
      person: 'Ludovica Fermi',
      kind: 'citizens',
      ...{ interest: 5, influence: 2, involvement: 'consult', on: '2020-03-10' },
    },
    {
      organisation: 'Università degli Studi di Trento',
      as: 'university',
      kind: 'university',
      ...{ interest: 3, influence: 3, involvement: 'inform', on: '2020-03-10' },
    },
  ],
  hearings: [
    {
      key: 'payments',
      calledOn: '2020-04-21',
      title: 'I tempi di pagamento visti da chi aspetta',
      reason:
        'Il documento di strategia propone di misurare ogni mese i tempi di pagamento: sentiamo chi paga e chi aspetta di essere pagato.',
      questions: ['Dove si ferma una fattura?', 'Che cosa si potrebbe sapere prima?'],
      openTo: 'invited',
      opensOn: '2020-04-22',
      closesOn: '2020-05-03',
      ...{ on: '2020-05-05', starts: '10:00', ends: '12:30', link: 'https://riunioni.example/audizione-pagamenti', capacity: 10 },
      invited: [
        'Fornitori della Pubblica Amministrazione Associati',
        'Unione Montana dei Tre Passi',
        'Osservatorio Civico sulla Spesa',
        'Contabilità Chiara S.r.l.',
      ],
      registered: [
        ['Fornitori della Pubblica Amministrazione Associati', 'Le fatture rifiutate per una cifra.'],
        ['Unione Montana dei Tre Passi', 'Pagare in cinque, con un ragioniere solo.'],
        ['Osservatorio Civico sulla Spesa', 'Leggere la spesa senza essere esperti.'],
      ],
      statements: [
        {
          by: 'Fornitori della Pubblica Amministrazione Associati',
          text: 'Una fattura su otto torna indietro perché il numero dell’ordine non è scritto come l’ufficio se lo aspetta. L’impresa lo scopre dopo quindici giorni. Se l’ordine compilasse la fattura, l’errore non nascerebbe.',
          needs: [
            {
              key: 'ordine-fattura',
              says: 'Compilare la fattura con i dati dell’ordine, senza riscriverli',
              voice: 'firms',
              ...{ often: 5, badly: 4 },
            },
            {
              key: 'rifiuti-subito',
              says: 'Sapere entro un giorno se una fattura è rifiutata, e perché',
              voice: 'firms',
              ...{ often: 4, badly: 4 },
            },
          ],
        },
        {
          by: 'Unione Montana dei Tre Passi',
          text: 'Abbiamo un ragioniere per cinque Comuni. Ogni trimestre compila sei rilevazioni con gli stessi numeri. Chiediamo che chi li vuole se li prenda dai sistemi che già li hanno.',
          needs: [
            {
              key: 'rilevazioni',
              says: 'Non compilare rilevazioni con dati che lo Stato ha già nei propri sistemi',
              voice: 'administration',
              ...{ often: 5, badly: 5 },
              evidence: 'Sei rilevazioni a trimestre: quattordici giornate di lavoro l’anno in un’unione di cinque Comuni.',
            },
          ],
        },
        {
          by: 'Osservatorio Civico sulla Spesa',
          text: 'I dati dei pagamenti ci sono, ma per sapere quanto spende il mio Comune per la scuola servono tre siti e un foglio di calcolo. Chiediamo una pagina per ente, con parole che si capiscono.',
          needs: [
            {
              key: 'spesa-leggibile',
              says: 'Leggere la spesa del proprio Comune per servizio, con parole comuni',
              voice: 'citizens',
              ...{ often: 3, badly: 3 },
            },
          ],
        },
      ],
      minutes: {
        sentOn: '2020-05-11',
        until: '2020-05-22',
        agreed: ['Osservatorio Civico sulla Spesa', 'Unione Montana dei Tre Passi'],
        amended: {
          by: 'Fornitori della Pubblica Amministrazione Associati',
          on: '2020-05-14',
          text: 'Una fattura su quattro torna indietro perché il numero dell’ordine non è scritto come l’ufficio se lo aspetta. L’impresa lo scopre dopo quindici giorni.',
          outcome: 'rejected',
          reason: 'Nella registrazione si sente «una su otto»: il numero nuovo può stare in una nota scritta, che alleghiamo volentieri.',
        },
        finalOn: '2020-05-25',
      },
    },
  ],
  needs: [
    {
      key: 'tempi-mensili',
      on: '2019-10-21',
      says: 'Misurare ogni mese, ente per ente, quanti giorni passano dalla fattura al pagamento',
      voice: 'firms',
      ...{ often: 4, badly: 4 },
    },
    {
      key: 'anagrafica-fornitori',
      on: '2019-10-21',
      by: 'Comune di Reggio Emilia',
      says: 'Avere una sola anagrafica dei fornitori, con i controlli già fatti da altri',
      voice: 'administration',
      ...{ often: 5, badly: 4 },
    },
    {
      key: 'piccoli-formazione',
      on: '2019-10-21',
      says: 'Trovare formazione breve, quando si deve usare uno strumento nuovo',
      voice: 'administration',
      ...{ often: 3, badly: 3 },
    },
    {
      key: 'previsioni-cassa',
      on: '2019-11-05',
      says: 'Prevedere la cassa dei prossimi tre mesi con i dati di impegni e scadenze',
      voice: 'administration',
      ...{ often: 3, badly: 4 },
    },
    {
      key: 'beni-immobili',
      on: '2020-01-28',
      by: 'Agenzia del Demanio',
      says: 'Collegare gli immobili pubblici alle spese che si fanno per mantenerli',
      voice: 'administration',
      ...{ often: 2, badly: 3 },
    },
    {
      key: 'pagare-avvisi',
      on: '2020-03-17',
      says: 'Pagare un avviso del Comune dal telefono e vederlo chiuso subito',
      voice: 'citizens',
      ...{ often: 4, badly: 3 },
    },
    {
      key: 'anticipi-emergenza',
      on: '2020-04-27',
      by: 'Contabilità Chiara S.r.l.',
      says: 'Cedere un credito verso un ente senza carta, con la conferma dell’ente in una settimana',
      voice: 'firms',
      ...{ often: 3, badly: 5 },
    },
    {
      key: 'rilevazioni-doppie',
      on: '2020-05-19',
      by: 'Comune di Reggio Emilia',
      says: 'Smettere di mandare gli stessi dati di bilancio a più amministrazioni',
      voice: 'administration',
      ...{ often: 5, badly: 4 },
    },
  ],
  mergers: [
    {
      need: 'rilevazioni-doppie',
      into: 'rilevazioni',
      on: '2020-05-28',
      reason: 'La stessa richiesta, detta da un Comune grande: i dati già mandati non si chiedono di nuovo.',
    },
  ],
}
