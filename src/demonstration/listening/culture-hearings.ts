import { openingHearings } from './culture-hearings-2019.ts'
import type { SampleHearing } from './sample.ts'

/** Three held before the vision, one whose minutes wait for those heard, and one to come. */
export const cultureHearings: readonly SampleHearing[] = [
  ...openingHearings,
  {
    key: 'reopening',
    calledOn: '2020-06-19',
    title: 'La riapertura: prenotazioni, ingressi contati, turni',
    reason:
      'Musei, parchi e guide hanno riaperto con regole nuove. Vogliamo sapere che cosa della riapertura va tenuto anche dopo, e che cosa ha funzionato male.',
    questions: [
      'Quali strumenti avete usato per prenotare e contare gli ingressi?',
      'Chi è rimasto fuori, e perché?',
      'Che cosa terreste anche senza obblighi?',
    ],
    openTo: 'stakeholders',
    opensOn: '2020-06-22',
    closesOn: '2020-07-06',
    ...{ on: '2020-07-08', starts: '15:00', ends: '17:30', link: 'https://riunioni.example/audizione-riapertura', capacity: 12 },
    invited: ['Parco archeologico della Valle Sorda', 'Cooperativa Guide Senza Fretta', 'Lega dei Visitatori Curiosi'],
    registered: [
      ['Parco archeologico della Valle Sorda', 'Come abbiamo contato gli ingressi in un parco senza tornelli.'],
      ['Cooperativa Guide Senza Fretta', 'I gruppi piccoli e i turni persi.'],
      ['Lega dei Visitatori Curiosi', 'Che cosa ci hanno scritto i soci in giugno.'],
    ],
    recording: 'https://video.example.org/audizione-riapertura',
    statements: [
      {
        by: 'Parco archeologico della Valle Sorda',
        text: 'Il parco ha tre accessi e nessun tornello. In giugno abbiamo contato le persone con un foglio condiviso tra i custodi: funziona fino a duecento visitatori, poi si sbaglia. Le prenotazioni arrivano da due sistemi che non si parlano, e il terzo canale resta il telefono. Chiediamo un conteggio unico, che valga per ogni canale.',
        needs: [
          {
            key: 'conteggio',
            says: 'Contare i posti ancora liberi di un luogo sommando tutti i canali da cui si prenota',
            why: 'Oggi ogni canale vende i suoi posti: il parco ne blocca un terzo per prudenza, e resta vuoto.',
            voice: 'administration',
            ...{ often: 5, badly: 4 },
            evidence: 'In giugno 2020 il parco ha tenuto fermi 1.900 posti su 6.200.',
          },
        ],
      },
      {
        by: 'Cooperativa Guide Senza Fretta',
        text: 'Le guide lavorano con gruppi di dieci persone. Ogni museo chiede l’elenco dei partecipanti in modo diverso: chi per posta, chi con un modulo, chi per telefono la mattina stessa. Abbiamo perso turni già pagati perché l’elenco era arrivato nel formato sbagliato.',
        needs: [
          {
            key: 'elenchi-gruppi',
            says: 'Prenotare per un gruppo allo stesso modo in ogni museo, con un solo elenco dei partecipanti',
            voice: 'firms',
            ...{ often: 4, badly: 3 },
          },
        ],
      },
      {
        by: 'Lega dei Visitatori Curiosi',
        text: 'Ai soci la prenotazione piace, ma chi non ha una carta di credito è rimasto fuori. Alcuni musei hanno tolto la biglietteria senza dirlo sul sito. Chiediamo che prenotare resti possibile anche per telefono e allo sportello.',
        needs: [
          {
            key: 'prenotare-senza-carta',
            says: 'Prenotare una visita anche senza carta di credito e senza Internet',
            why: 'Chi è anziano o non ha un conto resta fuori dai luoghi che accettano solo la prenotazione in linea.',
            voice: 'citizens',
            ...{ often: 4, badly: 5 },
          },
        ],
      },
    ],
    minutes: {
      sentOn: '2020-07-15',
      until: '2020-07-29',
      agreed: ['Lega dei Visitatori Curiosi'],
      amended: {
        by: 'Cooperativa Guide Senza Fretta',
        on: '2020-07-18',
        text: 'Le guide lavorano con gruppi di dieci persone. Ogni museo chiede l’elenco dei partecipanti in modo diverso: chi per posta, chi con un modulo, chi per telefono la mattina stessa. In due casi abbiamo perso turni già pagati perché l’elenco era arrivato nel formato sbagliato; un museo ce li ha poi rimborsati.',
      },
    },
  },
  {
    key: 'small-museums',
    calledOn: '2020-07-10',
    title: 'Piccoli musei e dati: che cosa serve davvero',
    reason:
      'Due musei su tre hanno meno di cinque addetti. Prima di chiedere loro nuovi dati vogliamo sapere che cosa già raccolgono, con quali strumenti e quanto tempo costa.',
    questions: [
      'Quali dati mandate oggi, e a quante amministrazioni?',
      'Quale strumento usate per orari, biglietti e schede?',
      'Che cosa vi farebbe risparmiare una giornata di lavoro al mese?',
    ],
    openTo: 'anybody',
    opensOn: '2020-07-13',
    closesOn: '2020-07-26',
    on: '2020-07-28',
    starts: '15:00',
    ends: '17:30',
    place: 'Roma, via del Collegio Romano 27, sala al secondo piano',
    link: 'https://riunioni.example/audizione-piccoli-musei',
    capacity: 20,
    invited: [
      'Museo Civico delle Acque Basse',
      'Musei in Rete (associazione di esempio)',
      'Rete delle Biblioteche di Valle',
      'Università degli Studi di Perugia',
      'Livia Santarcangelo',
    ],
    registered: [
      ['Museo Civico delle Acque Basse', 'Un museo con due addetti e sette moduli diversi da compilare.'],
      ['Musei in Rete (associazione di esempio)', 'I risultati del nuovo questionario ai direttori.'],
      ['Rete delle Biblioteche di Valle', 'Orari e prestiti: che cosa possiamo mettere in comune.'],
      ['Livia Santarcangelo', 'I dati del restauro restano nel cassetto.'],
    ],
  },
]
