import { heading, intervention, objective, paragraph, type SampleText, stands } from './sample.ts'

const said = { body: 'development', ecosystem: 'Sviluppo e sostenibilità', writer: 'Lucia Gherardini' } as const

/** Read by the two lead administrations, and not adopted yet. */
export const developmentPerimeter: SampleText = {
  ...said,
  kind: 'perimeter',
  title: 'Perimetro dell’ecosistema Sviluppo e sostenibilità',
  titleEn: 'Perimeter of the ecosystem Development and sustainability',
  begunOn: '2020-06-11',
  writtenOn: '2020-06-29',
  blocks: [
    heading(1, 'Che cosa sta dentro'),
    paragraph(
      'Tutto ciò che un’impresa chiede o dichiara a un’amministrazione per cominciare, cambiare e chiudere un’attività, con i dati ambientali che le servono per farlo.',
    ),
    ...stands('inside', 'services', 'Sportello unico per le attività produttive', 'Autorizzazioni per rumore, scarichi ed emissioni'),
    ...stands('inside', 'data', 'Fascicolo informatico d’impresa', 'Registri e formulari dei rifiuti', 'Misure di aria e acqua'),
    ...stands('inside', 'processes', 'Valutazioni ambientali dei progetti'),
    heading(1, 'Che cosa sta al confine'),
    ...stands('border', 'services', 'Bandi e incentivi alle imprese'),
    ...stands('border', 'data', 'Catasto dei fabbricati'),
    ...stands('border', 'ecosystems', 'Agricoltura: le imprese agricole hanno un fascicolo proprio'),
    heading(1, 'Che cosa resta fuori'),
    ...stands('outside', 'processes', 'Adempimenti fiscali', 'Rapporti di lavoro'),
  ],
  comments: [
    {
      block: 5,
      by: 'Valentina Orrù',
      on: '2020-07-03',
      text: 'Qui manca il catasto degli impianti energetici: i Comuni lo chiedono, e i dati ci sono già.',
      answers: [
        {
          by: 'Lucia Gherardini',
          on: '2020-07-06',
          text: 'D’accordo. Lo aggiungo dopo aver sentito chi lo tiene: vorrei capire chi lo aggiorna.',
        },
        { by: 'Stefano Barbagli', on: '2020-07-07', text: 'Le Camere di commercio hanno una parte di quei dati: ne parlo con gli uffici.' },
      ],
    },
    {
      block: 9,
      by: 'Carlo Emanuele Frassetto',
      on: '2020-07-09',
      text: 'I bandi li metterei dentro: per un Comune piccolo sono la prima ragione per cui un’impresa apre lo sportello in linea.',
    },
    {
      block: 6,
      by: 'Marta Dallolio',
      on: '2020-07-15',
      text: '«Misure di aria e acqua» è molto largo: proporrei di dire quali reti, e con quale frequenza.',
    },
    {
      block: 11,
      by: 'Stefano Barbagli',
      on: '2020-07-20',
      text: 'Va spiegato come il fascicolo agricolo e quello d’impresa si parlano, altrimenti chi trasforma i propri prodotti li compila tutti e due.',
    },
  ],
}

export const developmentVision: SampleText = {
  ...said,
  kind: 'vision',
  title: 'Visione dell’ecosistema Sviluppo e sostenibilità',
  titleEn: 'Vision of the ecosystem Development and sustainability',
  begunOn: '2020-07-02',
  writtenOn: '2020-07-17',
  blocks: [
    heading(1, 'Prima stesura'),
    paragraph(
      'Un’impresa racconta di sé una volta. Chi deve controllare legge, non chiede copie. Chi abita vicino sa che aria respira e che cosa si vuole costruire.',
    ),
    objective('Una pratica, un fascicolo, uno stato visibile a tutti quelli che aspettano', 'fascicolo', 'stato-pratica', 'allegati'),
    objective('I rifiuti si seguono dal carico alla dichiarazione senza riscrivere nulla', 'formulario'),
    objective('I dati ambientali si capiscono e arrivano in tempo', 'aria', 'valutazioni'),
    intervention('Stato della pratica visibile a impresa ed enti', 'stato-pratica'),
    intervention('Registro elettronico dei trasporti di rifiuti', 'formulario'),
  ],
  comments: [
    {
      block: 2,
      by: 'Antonella Ricciardelli',
      on: '2020-07-20',
      text: 'È l’obiettivo che le imprese hanno chiesto di più in audizione: lo metterei per primo anche nel testo.',
    },
  ],
}
