import type { Subject } from './sample.ts'

/** What was written on data, times and the document as a whole. */
export const onTheWhole: readonly Subject[] = [
  {
    topic: 'research',
    at: '8.1',
    said: [
      { at: '1.2', words: 'prima a curare', text: 'L’ordine è giusto: prima la cura, poi i numeri. Non cambiatelo.' },
      {
        words: 'con una domanda motivata',
        text: 'Una domanda motivata senza un termine per rispondere è una porta chiusa. Chi fa ricerca epidemiologica aspetta oggi undici mesi in media; le borse di dottorato ne durano trentasei. Proponiamo sessanta giorni, e l’obbligo di pubblicare i risultati per chi riceve i dati.',
        organisation: 'Università degli Studi di Padova',
      },
      { text: 'Chi usa i nostri dati dica che cosa ha scoperto. È il minimo.' },
      { words: 'senza nomi', text: 'Senza nomi non vuol dire anonimi: in un Comune di trecento abitanti bastano età e malattia.' },
    ],
  },
  {
    topic: 'insurance',
    at: '8.2',
    said: [
      { text: 'È la frase che cercavo. Mettetela in grassetto.' },
      { text: 'E chi controlla? Una riga non ferma nessuno.' },
      { at: '8', text: 'Non voglio che i miei dati finiscano alle assicurazioni. Vedo che l’avete scritto: bene.' },
    ],
  },
  {
    topic: 'regions',
    at: '9.1',
    said: [
      { text: 'Le Regioni promettono dal 2015. Chi non arriva, che cosa rischia?' },
      { words: 'entro il 2020', text: 'Mi sono trasferito e il mio fascicolo è rimasto indietro. Mettete una data vera, con il mese.' },
      { at: '1.3', words: 'con il proprio passo', text: 'Il passo di ciascuno vuol dire che chi nasce nel posto sbagliato aspetta.' },
      {
        at: null,
        text: 'Nel documento non c’è una parola sui soldi. Le Regioni piccole hanno gli stessi obblighi e un decimo degli informatici.',
      },
      {
        text: 'Vergognatevi tutti, ladri.',
        who: 'Fausto Gambini',
        hidden: { rule: 'offence', reason: 'Insulta e non parla del testo.' },
        appeal: {
          reason: 'Ho il diritto di essere arrabbiato.',
          outcome: 'upheld',
          answer: 'La rabbia si può scrivere; chiamare «ladri» delle persone, no. L’osservazione si può mandare di nuovo senza insulti.',
        },
      },
      {
        at: '9.2',
        text: 'La tabella è una vergogna: tre scadenze su quattro erano già nel documento del 2016, con le stesse parole e un altro anno.',
        who: 'Nerina Castagnoli',
        hidden: { rule: 'offence', reason: 'Usa un’espressione offensiva verso chi ha scritto la tabella.' },
        appeal: {
          reason: 'Ho detto che è una vergogna la tabella, non le persone. E ho citato un fatto che si può controllare.',
          outcome: 'restored',
          answer: 'Chi ha chiesto il riesame ha ragione: la critica è dura ma riguarda il testo. L’osservazione torna visibile.',
        },
      },
    ],
  },
  {
    topic: 'numbers',
    at: '9.3',
    said: [
      { at: '3.6', text: 'Pubblicate i numeri per Regione, non solo il totale. Qui lo dite, alla fine del documento no.' },
      { at: '5.4', words: 'Regione per Regione', text: 'Meglio azienda per azienda: dentro una Regione ci sono differenze enormi.' },
      { words: 'quante persone lo aprono', text: 'Contate anche chi ci prova e non ci riesce.' },
      { at: '4.3', text: 'Numeri scaricabili, per favore, non fotografie di tabelle.' },
    ],
  },
  {
    topic: 'perimeter',
    at: '2.2',
    said: [
      {
        words: 'l’assistenza sociale',
        text: 'Per chi assiste un disabile la sanità e il sociale sono la stessa giornata. Metterla «al confine» vuol dire due domande per ogni cosa.',
        organisation: 'Chi Cura in Casa',
      },
      { at: '2.3', text: 'Restano fuori gli acquisti? Ma se i programmi si comprano con gare diverse non si parleranno mai.' },
      { at: '2', text: 'Manca la veterinaria.' },
    ],
  },
  {
    topic: 'praise',
    at: null,
    said: [
      { text: 'Si legge in un quarto d’ora e si capisce. Grazie.' },
      { at: '1.1', words: 'senza cartelle sotto il braccio', text: 'Questa è la mia vita da tre anni. Se succede davvero, grazie.' },
      { text: 'Belle parole. Torno tra un anno a rileggerle.' },
      { text: 'Osservazione di prova, scusate.', withdrawn: true },
      { text: 'Ripeto quanto già scritto sul ticket.', withdrawn: true },
    ],
  },
  {
    topic: 'off',
    at: null,
    said: [
      { text: 'Davanti all’ospedale manca il parcheggio per i disabili.' },
      { text: 'Quando riaprite il punto nascite? È l’unica cosa che ci interessa.' },
      {
        text: 'La dottoressa del secondo piano, quella con il marito in politica, non risponde mai: le sue cartelle cliniche sono tutte sbagliate.',
        who: 'Silvestro Manna',
        hidden: { rule: 'personal-data', reason: 'Racconta fatti privati di una persona riconoscibile.' },
      },
    ],
  },
]
