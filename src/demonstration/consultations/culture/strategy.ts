import { about, heading, listed, paragraph, type SampleBlock } from '../../texts/sample.ts'
import { cultureServices } from './strategy-services.ts'

/** The first half of the document: why, where to, within which borders, on which data. */
const foundations: readonly SampleBlock[] = [
  heading(1, 'Perché una strategia'),
  paragraph(
    'I luoghi della cultura sono migliaia, e quasi tutti piccoli. Ognuno tiene i propri orari, le proprie schede, la propria biglietteria. Chi visita vede i confini tra gli enti; chi lavora nei musei li attraversa ogni giorno, riscrivendo gli stessi dati.',
  ),
  paragraph(
    'La chiusura della primavera 2020 lo ha mostrato a tutti: dove mancava un modo comune di prenotare e contare gli ingressi, si è tornati al telefono e ai fogli.',
  ),
  paragraph(
    'Questo documento dice che cosa facciamo insieme fino al 2022, chi lo fa e come ne rendiamo conto. Nasce dalle audizioni e dalle esigenze raccolte dal gruppo di lavoro.',
  ),

  heading(1, 'La visione'),
  paragraph(
    'Chi parte per una visita trova in un posto solo ciò che gli serve: se è aperto, se c’è posto, se può entrare, quanto costa, come si arriva.',
  ),
  paragraph(
    'Chi custodisce un luogo scrive ogni dato una volta. Il dato raggiunge da sé i siti, le mappe, gli uffici turistici e le statistiche.',
  ),
  paragraph('Le imprese si collegano allo stesso modo a un grande museo e a una raccolta civica.'),
  ...listed(
    'Una visita si prepara e si compra in una volta sola, anche tra enti diversi.',
    'Ogni dato sui luoghi si scrive una volta e vale per tutti.',
    'Chiunque sa prima di partire se un luogo è per lui accessibile.',
    'Opere, luoghi ed eventi si riconoscono in ogni banca dati.',
  ),

  heading(1, 'Il perimetro'),
  paragraph(
    'Sono dentro musei, parchi archeologici, archivi e biblioteche dello Stato, delle Regioni e dei Comuni, con gli uffici di informazione turistica. I musei privati ed ecclesiastici possono aderire.',
  ),
  paragraph(
    'Sono al confine i trasporti, la scuola e le comunicazioni sugli ospiti delle strutture ricettive: l’ecosistema ne usa i dati, ma non ne decide le regole.',
  ),
  paragraph('Restano fuori la vendita di viaggi, la promozione commerciale, i vincoli paesaggistici e lo spettacolo dal vivo.'),

  heading(1, 'Gli identificativi'),
  about(
    paragraph(
      'Ogni luogo, opera ed evento riceve un identificativo che resta lo stesso quando cambia sala, ente o proprietario. L’identificativo è un indirizzo sul web: chi lo apre trova i dati essenziali.',
    ),
    'luoghi',
    'catalogo',
  ),
  paragraph(
    'La tabella di corrispondenza con i codici già in uso è aperta a tutti e si aggiorna ogni tre mesi. Ogni Regione indica chi la cura per il proprio territorio.',
  ),
  paragraph(
    'Si comincia dai luoghi, entro dicembre 2020. Le opere seguono nel 2021, a partire da quelle esposte; gli eventi dalla stagione estiva del 2021.',
  ),

  heading(1, 'Orari e aperture'),
  about(
    paragraph(
      'Orari, chiusure straordinarie e capienza si scrivono nel calendario unico. Siti, mappe e uffici turistici li leggono da lì, entro un quarto d’ora.',
    ),
    'luoghi',
  ),
  paragraph(
    'Chi non ha un sistema proprio usa una pagina semplice, anche dal telefono. Chi ne ha uno si collega con l’interfaccia comune.',
  ),
  paragraph(
    'Dal gennaio 2021 nessuna amministrazione dell’ecosistema chiede di nuovo gli orari a un luogo che li tiene aggiornati nel calendario.',
  ),
  {
    kind: 'table',
    level: 0,
    source:
      '| Luoghi | Entro | Chi aiuta |\n| --- | --- | --- |\n| Musei e parchi statali | ottobre 2020 | Ministero |\n| Musei dei Comuni capoluogo | dicembre 2020 | ANCI e Regioni |\n| Musei con meno di cinque addetti | giugno 2021 | sportello di aiuto |',
  },

  heading(1, 'Le schede e le immagini'),
  about(
    paragraph(
      'Le schede di catalogo si leggono da altri sistemi attraverso un’interfaccia pubblica, con la data dell’ultimo aggiornamento e il nome dell’istituto che ne risponde.',
    ),
    'catalogo',
    'sigec',
  ),
  paragraph(
    'Le immagini delle opere di pubblico dominio si possono riusare, anche a fini commerciali, con l’indicazione dell’istituto che le conserva. Le immagini ad alta definizione seguono un tariffario unico, pubblicato.',
  ),
  about(
    paragraph(
      'Archivi, biblioteche e musei rispondono a una ricerca comune. Ciascuno tiene il proprio catalogo; la ricerca porta a chi ha la scheda.',
    ),
    'catalogo',
    'san',
    'sbn',
  ),
]

/** A text of twelve sections, as it went to the public on 15 June 2020. */
export const cultureStrategy: readonly SampleBlock[] = [...foundations, ...cultureServices]
