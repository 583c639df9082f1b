import type { SampleMeeting } from './sample.ts'

export const cultureMeetings: readonly SampleMeeting[] = [
  {
    on: '2019-03-05',
    starts: '10:00',
    ends: '12:30',
    agenda: ['Insediamento del gruppo', 'Metodo di lavoro e calendario', 'Primo elenco dei portatori di interesse'],
    attendance: { 'Gianmarco Pellizzari': 'excused' },
    minutes: {
      text: [
        'La presidente apre i lavori e ricorda il mandato ricevuto con il decreto istitutivo.',
        'Il gruppo conviene di riunirsi almeno ogni due mesi e di pubblicare i verbali appena approvati.',
        'La relatrice illustra il modello a quattro fasi. Ogni componente manderà, entro un mese, i soggetti da ascoltare.',
      ],
      state: 'approved',
      agreed: ['Beatrice Altomare', 'Tommaso Verdini'],
    },
    tasks: [
      {
        owner: 'Paolo Righetti',
        text: 'Raccogliere in un solo elenco i portatori di interesse proposti dai componenti.',
        due: '2019-04-15',
        doneOn: '2019-04-11',
        note: 'Elenco di 46 soggetti, distribuito ai componenti.',
      },
    ],
  },
  {
    on: '2019-05-14',
    starts: '10:00',
    ends: '13:00',
    agenda: ['Piano delle audizioni', 'Che cosa entra nel perimetro: musei, archivi, biblioteche, accoglienza'],
    attendance: { 'Rosa Imbriani': 'absent' },
    minutes: {
      text: [
        'Il gruppo esamina l’elenco dei portatori di interesse e li raggruppa in cinque famiglie.',
        'Si discute se l’accoglienza turistica debba entrare nel perimetro da subito: la maggioranza lo ritiene necessario.',
        'Le audizioni cominciano a giugno, con i musei statali.',
      ],
      state: 'approved',
      corrected: {
        by: 'Niccolò Serra',
        asks: 'Manca la richiesta delle Regioni di sentire anche i sistemi museali locali, non i soli musei statali.',
        text: [
          'Il gruppo esamina l’elenco dei portatori di interesse e li raggruppa in cinque famiglie.',
          'Si discute se l’accoglienza turistica debba entrare nel perimetro da subito: la maggioranza lo ritiene necessario.',
          'Le audizioni cominciano a giugno, con i musei statali e, su richiesta delle Regioni, con i sistemi museali locali.',
        ],
      },
    },
    decisions: [
      {
        kind: 'general',
        title: 'Piano delle audizioni',
        text: 'Il gruppo approva il piano: otto audizioni tra giugno e novembre 2019, con verbale di ciascuna.',
        votes: [7, 0, 1],
      },
    ],
    tasks: [
      {
        owner: 'Sara Colonnese',
        text: 'Preparare la traccia comune delle audizioni.',
        due: '2019-06-10',
        doneOn: '2019-06-07',
      },
    ],
  },
  {
    on: '2019-09-24',
    starts: '10:00',
    ends: '13:00',
    agenda: ['Che cosa dicono le audizioni', 'Identificativi del patrimonio e scambio dei dati', 'Tavoli tecnici'],
    attendance: { 'Ilaria Fontanelli': 'remote', 'Gianmarco Pellizzari': 'remote' },
    minutes: {
      text: [
        'La relatrice riassume le audizioni: chi gestisce i dati chiede identificativi comuni e un solo punto di scambio.',
        'Il gruppo ritiene che il tema richieda competenze tecniche e ne affida l’istruttoria a un tavolo.',
        'La segreteria raccoglie le designazioni entro il mese.',
      ],
      state: 'approved',
      agreed: ['Beatrice Altomare', 'Sara Colonnese', 'Niccolò Serra'],
    },
    decisions: [
      {
        kind: 'tables',
        title: 'Tavolo tecnico su dati e identificativi del patrimonio',
        text: 'È istituito un tavolo tecnico che propone identificativi comuni, regole di scambio e un calendario per adottarle.',
        votes: [6, 1, 1],
      },
    ],
  },
  {
    on: '2019-11-26',
    starts: '10:00',
    ends: '12:00',
    agenda: ['Bozza di perimetro e visione', 'Esigenze raccolte: quali vengono prima'],
    attendance: { 'Tommaso Verdini': 'excused', 'Ilaria Fontanelli': 'absent' },
    minutes: {
      text: [
        'La relatrice presenta la bozza di perimetro e visione.',
        'Il gruppo mette al primo posto tre esigenze: una biglietteria che parli con le altre, schede del patrimonio riusabili, orari e aperture sempre aggiornati.',
      ],
      state: 'approved',
      agreed: ['Gianmarco Pellizzari'],
    },
    decisions: [
      {
        kind: 'adoption',
        title: 'Perimetro e visione',
        text: 'Il gruppo adotta il perimetro e la visione nel testo congelato il 20 novembre e li rimette al capofila per la pubblicazione.',
      },
    ],
  },
  {
    on: '2020-02-18',
    starts: '10:00',
    ends: '12:30',
    agenda: ['Indice del documento di strategia', 'Progetti in corso da integrare'],
    attendance: { 'Rosa Imbriani': 'remote', 'Beatrice Altomare': 'excused' },
    minutes: {
      text: [
        'Il gruppo dà il benvenuto a Michele Ardigò, che succede a Ilaria Fontanelli.',
        'Si concorda l’indice del documento di strategia e si dividono i capitoli tra i componenti.',
      ],
      state: 'approved',
      agreed: ['Michele Ardigò', 'Sara Colonnese'],
    },
    tasks: [
      {
        owner: 'Tommaso Verdini',
        text: 'Scrivere le schede dei servizi per l’accoglienza e per chi viaggia.',
        due: '2020-04-30',
      },
      {
        owner: 'Michele Ardigò',
        text: 'Raccogliere dai Comuni gli orari di apertura pubblicati come dati aperti.',
        due: '2020-05-29',
        doneOn: '2020-06-12',
        note: 'Hanno risposto 212 Comuni: i più piccoli chiedono uno strumento pronto.',
      },
    ],
  },
  {
    on: '2020-05-26',
    starts: '10:00',
    ends: '12:00',
    link: 'https://riunioni.example/cultura-e-turismo',
    agenda: ['Documento di strategia: testo da mettere in consultazione', 'Calendario e canali della consultazione'],
    attendance: { 'Gianmarco Pellizzari': 'excused' },
    minutes: {
      text: [
        'La relatrice illustra il documento capitolo per capitolo. Il gruppo chiede di dire più chiaramente che cosa fanno i musei piccoli.',
        'La consultazione si apre il 15 giugno e resta aperta sessanta giorni, sulla piattaforma, per posta certificata e su carta.',
      ],
      state: 'approved',
      agreed: ['Michele Ardigò', 'Niccolò Serra'],
    },
    decisions: [
      {
        kind: 'general',
        title: 'Il documento di strategia va in consultazione',
        text: 'Il gruppo approva il testo da mettere in consultazione dal 15 giugno al 14 agosto 2020 e affida alla segreteria la raccolta delle osservazioni da ogni canale.',
        votes: [7, 0, 0],
      },
    ],
    tasks: [
      {
        owner: 'Sara Colonnese',
        text: 'Consegnare alla segreteria il testo corretto, pronto da congelare.',
        due: '2020-06-03',
        doneOn: '2020-06-03',
      },
    ],
  },
  {
    on: '2020-06-16',
    starts: '10:00',
    ends: '12:30',
    link: 'https://riunioni.example/cultura-e-turismo',
    agenda: [
      'Ripresa dopo la chiusura dei luoghi della cultura',
      'La consultazione è aperta: chi risponde, e quando',
      'Avvio della fase Make or Buy',
    ],
    attendance: { 'Rosa Imbriani': 'absent' },
    minutes: {
      text: [
        'La riunione si tiene in videoconferenza.',
        'La chiusura di musei e monumenti ha reso urgenti prenotazione e ingressi contingentati: il gruppo li vuole tra i servizi prioritari.',
        'La consultazione è aperta da ieri. Le risposte si preparano per temi e si pubblicano insieme, la prima volta a luglio.',
        'Si prende atto che le schede sull’accoglienza sono in ritardo.',
      ],
      state: 'sent',
      agreed: ['Michele Ardigò'],
      pending: {
        by: 'Beatrice Altomare',
        asks: 'Dove si parla di prenotazione va detto che riguarda anche gli uffici di informazione turistica.',
      },
    },
    decisions: [
      {
        kind: 'general',
        title: 'Prenotazione e ingressi contingentati tra i servizi prioritari',
        text: 'La prenotazione degli ingressi entra tra i servizi prioritari dell’ecosistema.',
        votes: [8, 0, 0],
      },
    ],
    tasks: [
      {
        owner: 'Sara Colonnese',
        text: 'Preparare le risposte alle osservazioni su orari e aperture.',
        due: '2020-07-15',
      },
      { owner: 'Paolo Righetti', text: 'Registrare le osservazioni arrivate su carta e per posta certificata.', due: '2020-07-31' },
      { owner: 'Elena Bassani', text: 'Presentare al centro di competenza il calendario delle risposte.', due: '2020-08-07' },
    ],
  },
  {
    on: '2020-07-21',
    starts: '10:00',
    ends: '12:00',
    link: 'https://riunioni.example/cultura-e-turismo',
    agenda: ['Osservazioni arrivate: temi e prime risposte', 'Proposte del tavolo tecnico sugli identificativi'],
    answers: { 'Sara Colonnese': 'yes', 'Niccolò Serra': 'yes', 'Gianmarco Pellizzari': 'no' },
  },
  {
    on: '2020-09-08',
    starts: '10:00',
    ends: '13:00',
    convenedOn: '2020-07-20',
    agenda: ['Osservazioni: risposte da pubblicare', 'Testo finale del documento di strategia', 'Forum tematici'],
    answers: { 'Beatrice Altomare': 'yes', 'Tommaso Verdini': 'no' },
  },
]
