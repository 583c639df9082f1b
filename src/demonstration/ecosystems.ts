import type { Phase } from '../charter/phases.ts'

/** How far a phase had come by 22 July 2020 in the demonstration: an invented history on real dates of the plan. */
export interface SamplePhase {
  readonly startedOn: string
  /** A phase whose evidence is older than the platform is concluded by AGID's derogation, with its published reason. */
  readonly derogation?: { readonly on: string; readonly reason: string }
}

export interface SampleEcosystem {
  readonly nameIt: string
  readonly nameEn: string
  readonly summaryIt: string
  readonly summaryEn: string
  readonly priority: boolean
  readonly leads: readonly string[]
  readonly actors: readonly string[]
  readonly within?: string
  readonly cycleBegunOn: string
  readonly phases: Partial<Record<Phase, SamplePhase>>
}

const economy = 'Ministero dell’Economia e delle Finanze'
const transport = 'Ministero delle Infrastrutture e dei Trasporti'
const agriculture = 'Ministero delle Politiche Agricole Alimentari e Forestali e del Turismo'
const education = 'Ministero dell’Istruzione, dell’Università e della Ricerca'
const enterprise = 'Ministero dello Sviluppo Economico'
const interior = 'Ministero dell’Interno'
const culture = 'Ministero dei Beni e delle Attività Culturali'
const older =
  'Il lavoro è cominciato prima di questa piattaforma: le prove sono agli atti delle amministrazioni capofila e saranno registrate nel prossimo ciclo.'

/** Names, leads and actors are facts of the 2019–2021 plan; summaries and histories are samples, in our words. */
export const sampleEcosystems: readonly SampleEcosystem[] = [
  {
    nameIt: 'Sanità',
    nameEn: 'Health',
    summaryIt:
      'Cure, diagnosi e assistenza che seguono la persona, attorno al Fascicolo sanitario elettronico; dati utili alla ricerca e al governo della spesa.',
    summaryEn:
      'Care, diagnosis and assistance that follow the person, around the electronic health record; data for research and for governing spending.',
    priority: false,
    leads: ['Ministero della Salute', economy],
    actors: ['ISS', 'Regioni', 'Aziende sanitarie', 'AGID', 'Istituti zooprofilattici', 'AGENAS', 'AIFA', 'INAIL'],
    cycleBegunOn: '2017-06-01',
    phases: {
      envisioning: { startedOn: '2017-06-12', derogation: { on: '2018-03-15', reason: older } },
      design: { startedOn: '2018-04-09' },
      'make-or-buy': { startedOn: '2020-06-08' },
    },
  },
  {
    nameIt: 'Finanza pubblica',
    nameEn: 'Public finance',
    summaryIt:
      'Dal fabbisogno all’acquisto, dalla fattura al pagamento: i sistemi che seguono la spesa e le entrate di tutte le amministrazioni.',
    summaryEn: 'From needs to purchase, from invoice to payment: the systems that follow the spending and revenue of every administration.',
    priority: true,
    leads: [economy],
    actors: [
      interior,
      'Agenzia delle Entrate',
      'Agenzia delle Dogane e dei Monopoli',
      'Agenzia del Demanio',
      transport,
      'Regioni',
      'Province',
      'Comuni',
      'ANCI',
    ],
    cycleBegunOn: '2019-01-15',
    phases: {
      envisioning: {
        startedOn: '2019-02-04',
        derogation: {
          on: '2019-11-21',
          reason:
            'Audizioni ed esigenze sono state raccolte nel comitato già previsto dalla norma di settore; i verbali sono pubblici sul sito del capofila.',
        },
      },
      design: { startedOn: '2020-01-20' },
      'make-or-buy': { startedOn: '2020-06-15' },
    },
  },
  {
    nameIt: 'Sviluppo e sostenibilità',
    nameEn: 'Development and sustainability',
    summaryIt:
      'I procedimenti che un’impresa incontra, dallo sportello unico al fascicolo informatico, insieme ai rifiuti e alle valutazioni ambientali.',
    summaryEn:
      'The procedures a firm meets, from the one-stop shop to its digital file, with waste management and environmental assessments.',
    priority: true,
    leads: [enterprise, 'Ministero dell’Ambiente e della Tutela del Territorio e del Mare'],
    actors: [economy, education, 'ENEA', 'ANPA', 'ARPA', 'UnionCamere', 'Regioni', 'Province', 'Comuni', 'ANCI'],
    cycleBegunOn: '2019-01-31',
    phases: { envisioning: { startedOn: '2019-02-03' } },
  },
  {
    nameIt: 'Giustizia',
    nameEn: 'Justice',
    summaryIt: 'I processi telematici, gli strumenti di magistrati e avvocati e i punti da cui vi si accede.',
    summaryEn: 'Online proceedings, the tools of judges and lawyers, and the points from which they are reached.',
    priority: false,
    leads: ['Ministero della Giustizia'],
    actors: [economy, 'INAIL', 'Avvocatura dello Stato', 'Corte dei Conti', 'Consiglio di Stato', 'Corte di Cassazione', 'CSM'],
    cycleBegunOn: '2019-09-02',
    phases: { envisioning: { startedOn: '2020-03-02' } },
  },
  {
    nameIt: 'Beni culturali e turismo',
    nameEn: 'Culture and tourism',
    summaryIt:
      'I servizi per conoscere, visitare e tutelare il patrimonio e quelli che accompagnano chi viaggia: musei, opere digitalizzate, infrastrutture per i turisti.',
    summaryEn:
      'Services to know, visit and protect the heritage, and those that go with whoever travels: museums, digitised works, infrastructure for tourists.',
    priority: true,
    leads: [culture, agriculture],
    actors: [economy, 'Regioni', 'Province', 'Comuni', 'ANCI', 'ENIT', 'EPT'],
    cycleBegunOn: '2019-01-14',
    phases: {
      envisioning: { startedOn: '2019-01-21' },
      design: { startedOn: '2020-01-13' },
      'make-or-buy': { startedOn: '2020-06-22' },
    },
  },
  {
    nameIt: 'Ecosistema digitale dei musei italiani',
    nameEn: 'Digital ecosystem of Italian museums',
    summaryIt: 'I musei statali, regionali, privati ed ecclesiastici uniti dal Sistema museale nazionale.',
    summaryEn: 'State, regional, private and church museums joined by the national museum system.',
    priority: false,
    leads: [culture],
    actors: ['AGID', 'Regioni'],
    within: 'Beni culturali e turismo',
    cycleBegunOn: '2019-03-04',
    phases: { envisioning: { startedOn: '2019-03-11' } },
  },
  {
    nameIt: 'Welfare',
    nameEn: 'Welfare',
    summaryIt: 'Politiche sociali, previdenza e lavoro: servizi più semplici per chi ha bisogno, per chi lavora e per chi cerca lavoro.',
    summaryEn: 'Social policies, pensions and work: simpler services for those in need, those who work and those who seek work.',
    priority: true,
    leads: ['Ministero del Lavoro e delle Politiche Sociali'],
    actors: [
      economy,
      education,
      'INPS',
      'INAIL',
      'Ministero della Famiglia e per la Disabilità',
      'Regioni',
      'Province',
      'ANCI',
      'Comuni',
      'COVIP',
    ],
    cycleBegunOn: '2019-01-31',
    phases: { envisioning: { startedOn: '2020-06-29' } },
  },
  {
    nameIt: 'Scuola',
    nameEn: 'School',
    summaryIt: 'Una didattica e una segreteria scolastica più digitali, dai poli per l’infanzia alle superiori.',
    summaryEn: 'More digital teaching and school offices, from nurseries to secondary schools.',
    priority: false,
    leads: [education],
    actors: ['Istituti scolastici', 'Regioni', 'Province', 'Comuni', 'ANCI'],
    cycleBegunOn: '2019-10-01',
    phases: { envisioning: { startedOn: '2020-02-10' } },
  },
  {
    nameIt: 'Istruzione superiore e ricerca',
    nameEn: 'Higher education and research',
    summaryIt: 'Piattaforme per università e ricerca: una banca dati unica, biblioteche digitali, laboratori.',
    summaryEn: 'Platforms for universities and research: one database, digital libraries, laboratories.',
    priority: false,
    leads: [education],
    actors: ['Sistema universitario e istituti superiori di ricerca', 'CNR'],
    cycleBegunOn: '2019-10-01',
    phases: { envisioning: { startedOn: '2020-05-04' } },
  },
  {
    nameIt: 'Difesa, sicurezza e soccorso – Legalità',
    nameEn: 'Defence, security and rescue – Legality',
    summaryIt: 'La tecnologia delle forze armate, la sicurezza del territorio e delle coste, la difesa cibernetica.',
    summaryEn: 'The technology of the armed forces, the safety of land and coasts, cyber defence.',
    priority: false,
    leads: ['Ministero della Difesa', interior],
    actors: [economy, transport, agriculture],
    cycleBegunOn: '2019-11-04',
    phases: {},
  },
  {
    nameIt: 'Infrastruttura e logistica – Mobilità',
    nameEn: 'Infrastructure and logistics – Mobility',
    summaryIt: 'Strade, ferrovie, navi e città: le infrastrutture con cui ci si muove e la riqualificazione urbana.',
    summaryEn: 'Roads, railways, ships and cities: the infrastructure by which people move, and urban renewal.',
    priority: false,
    leads: [transport],
    actors: [economy, 'Regioni', 'Province', 'Comuni', 'ANCI', 'ACI', 'ANSF'],
    cycleBegunOn: '2019-11-04',
    phases: { envisioning: { startedOn: '2020-04-06' } },
  },
  {
    nameIt: 'Comunicazioni',
    nameEn: 'Communications',
    summaryIt: 'Reti, radio, televisione e poste; la banda larga e ultralarga; l’inquinamento elettromagnetico.',
    summaryEn: 'Networks, radio, television and post; broadband and ultra-broadband; electromagnetic pollution.',
    priority: false,
    leads: [enterprise],
    actors: ['AGCOM', transport, economy],
    cycleBegunOn: '2019-11-04',
    phases: {},
  },
  {
    nameIt: 'Agricoltura',
    nameEn: 'Agriculture',
    summaryIt: 'Meno carta per chi coltiva e alleva; la promozione dei prodotti italiani.',
    summaryEn: 'Less paperwork for farmers; the promotion of Italian products.',
    priority: false,
    leads: [agriculture],
    actors: [economy, 'Regioni'],
    cycleBegunOn: '2019-11-04',
    phases: {},
  },
  {
    nameIt: 'L’Italia in Europa e nel Mondo',
    nameEn: 'Italy in Europe and the world',
    summaryIt: 'La cooperazione europea e internazionale, i servizi per le imprese e i cittadini italiani all’estero.',
    summaryEn: 'European and international cooperation, services for Italian firms and citizens abroad.',
    priority: false,
    leads: ['Ministero degli Affari Esteri e della Cooperazione Internazionale', 'Ministero per gli Affari Europei'],
    actors: [economy, transport, enterprise],
    cycleBegunOn: '2019-11-04',
    phases: {},
  },
]
