import { agriculture, cad, culture, development, finance, health, justice, law, legality, type SampleLandscape, welfare } from './sample.ts'

const enterprise = 'Ministero dello Sviluppo Economico'
const oneStop = law('decreto.del.presidente.della.repubblica:2010-09-07;160')

export const legalityLandscape: SampleLandscape = {
  ecosystem: legality,
  on: '2020-05-18',
  systems: [
    {
      key: 'anpr',
      kind: 'database',
      name: ['Anagrafe nazionale della popolazione residente', 'National register of the resident population'],
      acronym: 'ANPR',
      holder: 'Ministero dell’Interno',
      says: [
        'L’anagrafe unica in cui confluiscono quelle dei Comuni e degli italiani residenti all’estero.',
        'The one register into which those of municipalities, and of Italians living abroad, flow.',
      ],
      data: ['Persone residenti, famiglie, residenze', 'Residents, families, residences'],
      personal: true,
      national: true,
      access: 'agreement',
      rule: cad('62'),
      page: 'https://www.anagrafenazionale.interno.it',
      since: ['2016-10-01', 'month'],
      also: [health, finance, justice, welfare, development],
    },
  ],
  joinedOn: '2020-07-06',
  interconnections: [
    {
      from: 'tributaria',
      to: 'anpr',
      purpose: ['Attribuire e verificare i codici fiscali', 'Give and check tax codes'],
      data: ['Codici fiscali e generalità', 'Tax codes and personal details'],
      means: 'api',
      exists: { on: '2019-12-31', precision: 'by', evidence: cad('62') },
    },
  ],
}

export const developmentLandscape: SampleLandscape = {
  ecosystem: development,
  group: { body: 'development', keeper: 'Lucia Gherardini' },
  on: '2020-06-08',
  systems: [
    {
      key: 'imprese',
      kind: 'database',
      name: ['Registro delle imprese', 'Business register'],
      holder: 'UnionCamere',
      says: [
        'L’anagrafe legale delle imprese, tenuta dalle Camere di commercio.',
        'The legal register of firms, kept by the chambers of commerce.',
      ],
      data: ['Imprese, sedi, amministratori, bilanci', 'Firms, offices, directors, accounts'],
      personal: true,
      national: true,
      access: 'on-request',
      rule: law('legge:1993-12-29;580~art8'),
      page: 'https://www.registroimprese.it',
      since: ['1996-01-01', 'year'],
      also: [finance, justice, culture, agriculture],
    },
    {
      key: 'suap',
      kind: 'information-system',
      name: ['Sportello unico per le attività produttive', 'One-stop shop for productive activities'],
      acronym: 'SUAP',
      holder: enterprise,
      says: [
        'Il portale da cui un’impresa presenta in via telematica le pratiche al proprio Comune.',
        'The portal through which a firm sends its procedures to its municipality online.',
      ],
      data: ['Segnalazioni, domande, esiti', 'Notices, applications, outcomes'],
      personal: true,
      access: 'on-request',
      rule: oneStop,
      page: 'https://www.impresainungiorno.gov.it',
      since: ['2011-01-01', 'year'],
    },
    {
      key: 'sistri',
      kind: 'information-system',
      name: ['Sistema di tracciabilità dei rifiuti', 'Waste tracking system'],
      acronym: 'SISTRI',
      holder: 'Ministero dell’Ambiente e della Tutela del Territorio e del Mare',
      says: [
        'Seguiva il percorso dei rifiuti speciali, da chi li produceva a chi li smaltiva.',
        'It followed special waste from those who produced it to those who disposed of it.',
      ],
      data: ['Produttori, trasportatori, quantità di rifiuti', 'Producers, carriers, quantities of waste'],
      personal: true,
      access: 'on-request',
      rule: law('decreto.legge:2018-12-14;135~art6'),
      since: ['2013-10-01', 'by'],
      retired: { on: '2019-01-01', reason: 'Soppresso dal decreto-legge 14 dicembre 2018, n. 135, articolo 6.' },
    },
  ],
  joinedOn: '2020-07-07',
  interconnections: [
    {
      from: 'imprese',
      to: 'suap',
      purpose: [
        'Presentare una sola volta la segnalazione che accompagna l’iscrizione',
        'Send only once the notice that goes with the registration',
      ],
      data: ['Segnalazioni presentate con la comunicazione unica', 'Notices sent with the single communication'],
      means: 'file',
      exists: { on: '2011-01-01', precision: 'year', evidence: `${oneStop}~art5` },
    },
    {
      from: 'imprese',
      to: 'inipec',
      purpose: ['Non chiedere di nuovo alle imprese il loro indirizzo', 'Not ask firms for their address again'],
      data: ['Indirizzi di posta certificata delle imprese', 'Certified mail addresses of firms'],
      means: 'copy',
      exists: { on: '2013-01-01', precision: 'year', evidence: cad('6bis') },
    },
    {
      from: 'imprese',
      to: 'tributaria',
      purpose: ['Aprire un’impresa con una comunicazione sola', 'Open a firm with one communication only'],
      data: ['Comunicazione unica di avvio, modifica, cessazione', 'Single communication of start, change, end'],
      means: 'file',
      exists: { on: '2010-04-01', precision: 'month', evidence: law('decreto.legge:2007-01-31;7~art9') },
    },
    {
      from: 'suap',
      to: 'imprese',
      purpose: [
        'Tenere in un posto solo le pratiche e le autorizzazioni di un’impresa',
        'Keep a firm’s procedures and permits in one place',
      ],
      data: ['Estremi delle pratiche e dei loro esiti', 'References of procedures and of their outcomes'],
      means: 'api',
      planned: ['2020-06-01', 'month'],
    },
  ],
}

export const welfareLandscape: SampleLandscape = {
  ecosystem: welfare,
  on: '2020-06-15',
  systems: [
    {
      key: 'isee',
      kind: 'information-system',
      name: ['Sistema informativo dell’ISEE', 'Information system of the ISEE'],
      acronym: 'ISEE',
      holder: 'INPS',
      says: [
        'Riceve le dichiarazioni delle famiglie e calcola l’indicatore della loro situazione economica.',
        'Receives the declarations of families and computes the indicator of their economic situation.',
      ],
      data: ['Famiglie, redditi, patrimoni', 'Families, incomes, assets'],
      personal: true,
      access: 'agreement',
      page: 'https://www.inps.it',
      since: ['2015-01-01', 'year'],
    },
  ],
  joinedOn: '2020-07-08',
  interconnections: [
    {
      from: 'tributaria',
      to: 'isee',
      purpose: ['Non chiedere alle famiglie i redditi che il fisco conosce', 'Not ask families for incomes that the tax office knows'],
      data: ['Redditi e patrimoni finanziari', 'Incomes and financial assets'],
      means: 'file',
      exists: { on: '2015-01-01', precision: 'year', evidence: law('decreto.legge:2011-12-06;201~art5') },
    },
    {
      from: 'anpr',
      to: 'isee',
      purpose: ['Trovare la famiglia già scritta nella dichiarazione', 'Find the family written already in the declaration'],
      data: ['Composizione della famiglia', 'Members of the family'],
      means: 'api',
    },
  ],
}

export const agricultureLandscape: SampleLandscape = {
  ecosystem: agriculture,
  on: '2020-06-15',
  systems: [
    {
      key: 'sian',
      kind: 'information-system',
      name: ['Sistema informativo agricolo nazionale', 'National agricultural information system'],
      acronym: 'SIAN',
      holder: 'Ministero delle Politiche Agricole Alimentari e Forestali e del Turismo',
      says: [
        'I servizi con cui si gestiscono gli aiuti e gli adempimenti delle aziende agricole, forestali e della pesca.',
        'The services by which the aid and the duties of farms, forestry and fishing firms are managed.',
      ],
      data: ['Aziende, terreni, domande di aiuto, controlli', 'Farms, land, aid applications, checks'],
      personal: true,
      access: 'on-request',
      rule: law('legge:1984-06-04;194~art15'),
      page: 'https://www.sian.it',
      since: ['2020-06-15', 'by'],
    },
    {
      key: 'aziende-agricole',
      kind: 'database',
      name: ['Anagrafe delle aziende agricole', 'Register of farms'],
      holder: 'Ministero delle Politiche Agricole Alimentari e Forestali e del Turismo',
      says: [
        'Le aziende agricole che hanno rapporti con la pubblica amministrazione, con il loro fascicolo.',
        'The farms that deal with public administration, with their file.',
      ],
      data: ['Aziende agricole, terreni, allevamenti', 'Farms, land, livestock'],
      personal: true,
      national: true,
      access: 'agreement',
      rule: law('decreto.del.presidente.della.repubblica:1999-12-01;503'),
      page: 'https://www.sian.it',
      since: ['2020-06-15', 'by'],
    },
  ],
  joinedOn: '2020-07-08',
  interconnections: [
    {
      from: 'imprese',
      to: 'aziende-agricole',
      purpose: [
        'Non chiedere agli agricoltori ciò che hanno già detto alla Camera di commercio',
        'Not ask farmers for what they told the chamber of commerce',
      ],
      data: ['Denominazione, sede, titolare', 'Name, office, owner'],
    },
  ],
}
