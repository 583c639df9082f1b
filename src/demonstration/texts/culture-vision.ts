import { decisionKey } from '../groups/names.ts'
import { heading, intervention, objective, paragraph, type SampleText, stands } from './sample.ts'

const ecosystem = 'Beni culturali e turismo'
const adopted = { decision: decisionKey('culture', 4), on: '2019-12-03' }
const said = { body: 'culture', ecosystem, writer: 'Sara Colonnese', adopted } as const

export const culturePerimeter: SampleText = {
  ...said,
  kind: 'perimeter',
  title: 'Perimetro dell’ecosistema Beni culturali e turismo',
  titleEn: 'Perimeter of the ecosystem Culture and tourism',
  begunOn: '2019-09-26',
  writtenOn: '2019-11-12',
  blocks: [
    heading(1, 'Che cosa sta dentro'),
    paragraph(
      'L’ecosistema comprende i luoghi della cultura aperti al pubblico, le schede che descrivono ciò che custodiscono e i servizi con cui si prepara, si fa e si ricorda una visita.',
    ),
    ...stands(
      'inside',
      'subjects',
      'Musei, parchi archeologici, archivi e biblioteche dello Stato, delle Regioni e dei Comuni',
      'Uffici di informazione e accoglienza turistica',
    ),
    ...stands(
      'inside',
      'services',
      'Prenotazione, biglietti e ingressi',
      'Informazioni per la visita: orari, chiusure, accessibilità, prezzi',
    ),
    ...stands('inside', 'processes', 'Catalogazione e aggiornamento delle schede', 'Prestito di opere tra istituti'),
    ...stands(
      'inside',
      'data',
      'Elenco dei luoghi della cultura con i loro identificativi',
      'Schede di catalogo e immagini di pubblico dominio',
      'Visite e presenze, in forma aggregata',
    ),
    ...stands('inside', 'territories', 'Tutto il territorio nazionale, cominciando dalle sei Regioni che hanno già un registro dei musei'),
    heading(1, 'Che cosa sta al confine'),
    paragraph('Di ciò che sta al confine l’ecosistema usa i dati o i servizi, ma non ne decide le regole.'),
    ...stands('border', 'data', 'Comunicazioni sugli ospiti delle strutture ricettive, tenute dall’Interno e dalle Regioni'),
    ...stands(
      'border',
      'services',
      'Orari di treni, autobus e traghetti che portano ai luoghi della cultura',
      'Pagamenti elettronici della pubblica amministrazione',
    ),
    ...stands('border', 'ecosystems', 'Scuola: visite e laboratori delle classi', 'Infrastruttura e logistica – Mobilità: come si arriva'),
    ...stands('border', 'subjects', 'Musei privati ed ecclesiastici che scelgono di aderire'),
    heading(1, 'Che cosa resta fuori'),
    ...stands('outside', 'services', 'Vendita di viaggi e pernottamenti', 'Promozione commerciale delle destinazioni'),
    ...stands('outside', 'processes', 'Autorizzazioni paesaggistiche e vincoli', 'Scavi e restauri, salvo i dati che ne risultano'),
    ...stands('outside', 'subjects', 'Spettacolo dal vivo e cinema'),
  ],
  frozen: { on: '2019-11-20', note: 'Testo letto dal gruppo nella riunione di novembre.' },
}

export const cultureVision: SampleText = {
  ...said,
  kind: 'vision',
  title: 'Visione dell’ecosistema Beni culturali e turismo',
  titleEn: 'Vision of the ecosystem Culture and tourism',
  begunOn: '2019-09-26',
  writtenOn: '2019-11-08',
  blocks: [
    heading(1, 'Dove vogliamo arrivare'),
    paragraph(
      'Nel 2022 chi parte per una visita trova in un posto solo, e sempre giusto, ciò che gli serve: se è aperto, se c’è posto, se può entrare, quanto costa, come si arriva.',
    ),
    paragraph(
      'Chi custodisce i luoghi scrive ogni dato una volta. Chi fa impresa si collega allo stesso modo a un grande museo e a una raccolta civica.',
    ),
    heading(1, 'Obiettivi'),
    objective('Una visita si prepara e si compra in una volta sola, anche tra enti diversi', 'biglietto-unico', 'scuole', 'pagamenti'),
    objective('Ogni dato sui luoghi si scrive una volta e vale per tutti', 'orari', 'registri-regionali', 'visite-automatiche'),
    objective('Chiunque sa prima di partire se un luogo è per lui accessibile', 'accessibilita', 'lingue'),
    objective(
      'Opere, luoghi ed eventi si riconoscono in ogni banca dati e si possono riusare',
      'identificativi',
      'schede-riusabili',
      'immagini-aperte',
      'eventi',
    ),
    objective('Le imprese costruiscono servizi su interfacce comuni', 'interfacce', 'ospiti-una-volta', 'presenze'),
    heading(1, 'Interventi prioritari'),
    intervention('Identificativi comuni per luoghi, opere ed eventi', 'identificativi', 'schede-riusabili'),
    intervention('Calendario unico di aperture e chiusure', 'orari'),
    intervention('Biglietterie che si parlano', 'biglietto-unico'),
    intervention('Scheda di accessibilità di ogni luogo', 'accessibilita'),
    intervention('Catalogo di interfacce per chi fa servizi', 'interfacce'),
    intervention('Conto delle visite senza moduli', 'visite-automatiche', 'presenze'),
    heading(1, 'Come sapremo di esserci'),
    paragraph(
      'Contiamo quanti luoghi aggiornano gli orari in un posto solo, quanti biglietti valgono in più enti, quante schede di accessibilità sono complete e verificate da chi le usa.',
    ),
  ],
  frozen: { on: '2019-11-20', note: 'Con gli interventi nell’ordine della classifica chiusa il 19 novembre.' },
}
