import { cad, health, law, type SampleLandscape } from './sample.ts'

const ministry = 'Ministero della Salute'
const economy = 'Ministero dell’Economia e delle Finanze'
const tessera = law('decreto.legge:2003-09-30;269~art50')

export const healthLandscape: SampleLandscape = {
  ecosystem: health,
  group: { body: 'health', keeper: 'Federica Maranzano' },
  on: '2018-06-11',
  systems: [
    {
      key: 'fse',
      kind: 'information-system',
      name: ['Fascicoli sanitari elettronici', 'Electronic health records'],
      acronym: 'FSE',
      holder: ministry,
      says: [
        'I documenti e i dati di cura di ogni persona, raccolti Regione per Regione: ogni Regione e Provincia autonoma tiene il proprio sistema, secondo regole comuni.',
        'The documents and data of each person’s care, gathered region by region: each region and autonomous province keeps its own system, by common rules.',
      ],
      data: [
        'Referti, ricette, lettere di dimissione, profilo sanitario sintetico',
        'Reports, prescriptions, discharge letters, patient summary',
      ],
      personal: true,
      access: 'on-request',
      rule: law('decreto.legge:2012-10-18;179~art12'),
      page: 'https://www.fascicolosanitario.gov.it',
      since: ['2018-06-11', 'by'],
    },
    {
      key: 'nsis',
      kind: 'information-system',
      name: ['Nuovo sistema informativo sanitario', 'New health information system'],
      acronym: 'NSIS',
      holder: ministry,
      says: [
        'Raccoglie dalle Regioni i flussi con cui si misurano livelli di assistenza, attività e costi del Servizio sanitario nazionale.',
        'Gathers from the regions the flows by which the levels of care, the activity and the costs of the national health service are measured.',
      ],
      data: [
        'Ricoveri, pronto soccorso, assistenza domiciliare, farmaci, dispositivi',
        'Hospital stays, emergency care, home care, medicines, devices',
      ],
      personal: true,
      access: 'agreement',
      page: 'https://www.salute.gov.it',
      since: ['2018-06-11', 'by'],
    },
    {
      key: 'ts',
      kind: 'information-system',
      name: ['Sistema Tessera Sanitaria', 'Health card system'],
      acronym: 'TS',
      holder: economy,
      says: [
        'Identifica gli assistiti e segue le ricette e le spese sanitarie, dalla prescrizione all’erogazione.',
        'Identifies those assisted and follows prescriptions and health expenses, from prescription to supply.',
      ],
      data: [
        'Assistiti, medici prescrittori, ricette, spese sanitarie',
        'Persons assisted, prescribing doctors, prescriptions, health expenses',
      ],
      personal: true,
      access: 'agreement',
      rule: tessera,
      page: 'https://sistemats1.sanita.finanze.it',
      since: ['2018-06-11', 'by'],
      also: ['Finanza pubblica'],
    },
    {
      key: 'ana',
      kind: 'database',
      name: ['Anagrafe nazionale degli assistiti', 'National register of persons assisted'],
      acronym: 'ANA',
      holder: economy,
      says: [
        'Prevista dal Codice dell’amministrazione digitale per prendere il posto degli elenchi tenuti dalle aziende sanitarie.',
        'Foreseen by the Digital Administration Code, to take the place of the lists kept by health authorities.',
      ],
      data: ['Assistiti, medico scelto, esenzioni', 'Persons assisted, chosen doctor, exemptions'],
      personal: true,
      national: true,
      access: 'agreement',
      rule: cad('62ter'),
    },
    {
      key: 'farmaci',
      kind: 'database',
      name: ['Banca dati farmaci', 'Medicines database'],
      holder: 'AIFA',
      says: [
        'Foglietti illustrativi e caratteristiche dei medicinali autorizzati in Italia.',
        'Leaflets and characteristics of the medicines authorised in Italy.',
      ],
      data: ['Medicinali, confezioni, principi attivi', 'Medicines, packages, active substances'],
      personal: false,
      access: 'open',
      page: 'https://www.aifa.gov.it',
      since: ['2018-06-11', 'by'],
    },
    {
      key: 'pne',
      kind: 'information-system',
      name: ['Programma nazionale esiti', 'National outcomes programme'],
      acronym: 'PNE',
      holder: 'AGENAS',
      says: [
        'Confronta gli esiti delle cure tra strutture e territori, e pubblica gli indicatori ogni anno.',
        'Compares the outcomes of care among hospitals and territories, and publishes its indicators every year.',
      ],
      data: ['Indicatori di esito, volumi, processi', 'Indicators of outcomes, volumes, processes'],
      personal: false,
      access: 'open',
      page: 'https://pne.agenas.it',
      since: ['2018-06-11', 'by'],
    },
  ],
  joinedOn: '2020-06-30',
  interconnections: [
    {
      from: 'nsis',
      to: 'pne',
      purpose: ['Calcolare gli esiti senza chiedere altri dati agli ospedali', 'Compute outcomes without asking hospitals for other data'],
      data: ['Schede di dimissione ospedaliera', 'Hospital discharge records'],
      means: 'copy',
      exists: { on: '2020-06-30', precision: 'by', evidence: 'https://pne.agenas.it' },
    },
    {
      from: 'ts',
      to: 'tributaria',
      purpose: [
        'Trovare le spese sanitarie già scritte nella dichiarazione dei redditi',
        'Find health expenses written already in the tax return',
      ],
      data: ['Spese sanitarie per persona e per anno', 'Health expenses by person and year'],
      means: 'file',
      exists: { on: '2016-01-01', precision: 'year', evidence: law('decreto.legislativo:2014-11-21;175~art3') },
    },
    {
      from: 'ts',
      to: 'fse',
      purpose: [
        'Portare nel fascicolo le ricette, senza che nessuno le carichi',
        'Bring prescriptions into the record, with nobody uploading them',
      ],
      data: ['Ricette elettroniche e loro erogazione', 'Electronic prescriptions and their supply'],
      planned: ['2019-12-01', 'month'],
    },
    {
      from: 'anpr',
      to: 'ana',
      purpose: [
        'Seguire nascite, decessi e trasferimenti senza chiederli alle persone',
        'Follow births, deaths and moves without asking people',
      ],
      data: ['Generalità e residenza', 'Personal details and residence'],
    },
    {
      from: 'ana',
      to: 'fse',
      purpose: ['Sapere in ogni Regione di chi è il fascicolo di una persona', 'Know in each region whose record a person’s is'],
      data: ['Regione di assistenza, medico scelto, esenzioni', 'Region of assistance, chosen doctor, exemptions'],
      means: 'api',
      planned: ['2021-06-01', 'month'],
    },
  ],
}
