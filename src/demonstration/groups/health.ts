import type { SampleGroup } from './sample.ts'

const ministry = 'Ministero della Salute'

/** Older than the others: it brought its strategy through a consultation to the final version. */
export const health: SampleGroup = {
  key: 'health',
  ecosystem: 'Sanità',
  name: 'Gruppo di lavoro Sanità',
  mandate:
    'Guida l’ecosistema attorno al fascicolo sanitario elettronico: ascolta chi cura e chi è curato, scrive la strategia, risponde a chi la commenta e ne segue la realizzazione.',
  act: { number: 'D.M. 212/2017', day: '2017-09-18' },
  place: 'Roma, lungotevere Ripa 1, sala Auditorium',
  members: [
    { name: 'Lorenza Quaglia', role: 'chair', organisation: ministry },
    { name: 'Ivo Marchegiani', role: 'secretary', organisation: ministry },
    { name: 'Federica Maranzano', role: 'rapporteur', organisation: 'AGID' },
    { name: 'Ernesto Fadda', role: 'member', organisation: 'AGENAS', named: true },
    { name: 'Michela Trentin', role: 'member', organisation: 'ISS' },
    { name: 'Giuseppe Arcuri Neri', role: 'member', organisation: 'Conferenza delle Regioni e delle Province autonome' },
    { name: 'Adele Montecchi', role: 'observer', organisation: 'INAIL' },
  ],
  meetings: [
    {
      on: '2018-04-19',
      starts: '10:00',
      ends: '12:00',
      agenda: ['Che cosa deve dire la strategia', 'Chi scrive, entro quando'],
      attendance: { 'Adele Montecchi': 'absent' },
      minutes: {
        text: [
          'Il documento partirà dal fascicolo, perché è ciò che le persone vedono.',
          'Scrive la relatrice; il gruppo legge in ottobre.',
        ],
        state: 'approved',
        agreed: ['Ernesto Fadda'],
      },
      tasks: [
        {
          owner: 'Federica Maranzano',
          text: 'Scrivere la prima stesura del documento di strategia.',
          due: '2018-09-28',
          doneOn: '2018-10-08',
          note: 'Nove sezioni; la tabella dei tempi va ancora confrontata con le Regioni.',
        },
      ],
    },
    {
      on: '2018-10-16',
      starts: '10:00',
      ends: '12:30',
      agenda: ['Documento di strategia: testo da mettere in consultazione'],
      attendance: {},
      minutes: {
        text: ['Il gruppo legge il documento e lo ritiene maturo per la consultazione, da novembre a gennaio.'],
        state: 'approved',
        agreed: ['Ernesto Fadda'],
      },
      decisions: [
        {
          kind: 'general',
          title: 'Il documento di strategia va in consultazione',
          text: 'Il testo va in consultazione dal 5 novembre 2018, per almeno sessanta giorni.',
          votes: [6, 0, 0],
        },
      ],
    },
    {
      on: '2019-03-12',
      starts: '14:30',
      ends: '18:00',
      agenda: ['Che cosa hanno scritto le persone', 'Proposte di risposta'],
      attendance: { 'Giuseppe Arcuri Neri': 'remote', 'Adele Montecchi': 'excused' },
      minutes: {
        text: [
          'La relatrice porta ottantotto osservazioni, raccolte per argomento, e una proposta di risposta per ciascuno.',
          'Sui documenti nascosti il gruppo non può decidere diversamente dalla legge, e lo dirà.',
          'Il paragrafo sull’elenco dei farmaci si toglie: le farmacie stesse lo chiedono.',
        ],
        state: 'approved',
        corrected: {
          by: 'Michela Trentin',
          asks: 'Sulla ricerca avevamo concordato un termine: sessanta giorni per rispondere a chi chiede i dati.',
          text: [
            'La relatrice porta ottantotto osservazioni, raccolte per argomento, e una proposta di risposta per ciascuno.',
            'Sui documenti nascosti il gruppo non può decidere diversamente dalla legge, e lo dirà.',
            'Il paragrafo sull’elenco dei farmaci si toglie: le farmacie stesse lo chiedono.',
            'A chi fa ricerca si risponde entro sessanta giorni.',
          ],
        },
      },
    },
    {
      on: '2019-04-17',
      starts: '10:00',
      ends: '12:00',
      agenda: ['Esiti della consultazione', 'Testo finale del documento di strategia'],
      attendance: { 'Michela Trentin': 'remote' },
      minutes: {
        text: [
          'La relatrice mostra, paragrafo per paragrafo, che cosa è cambiato per le osservazioni accolte.',
          'Il gruppo adotta il testo finale.',
        ],
        state: 'approved',
        agreed: ['Michela Trentin', 'Ernesto Fadda'],
      },
      decisions: [
        {
          kind: 'adoption',
          title: 'Documento di strategia della Sanità',
          text: 'Il gruppo adotta il documento nel testo congelato il 10 aprile 2019.',
          votes: [5, 0, 1],
        },
      ],
    },
    {
      on: '2020-06-18',
      starts: '10:00',
      ends: '11:30',
      link: 'https://riunioni.example/sanita',
      agenda: ['Televisite durante l’emergenza: che cosa resta', 'Make or Buy: da dove cominciare'],
      attendance: {},
      minutes: {
        text: [
          'In videoconferenza. Tra marzo e maggio le televisite sono aumentate di dodici volte in quattro Regioni: i dati vanno confrontati prima di usarli.',
          'Si comincia dal calendario unico delle visite, che è in ritardo.',
        ],
        state: 'approved',
        agreed: ['Ernesto Fadda'],
      },
      tasks: [
        { owner: 'Giuseppe Arcuri Neri', text: 'Chiedere alle Regioni a che punto sono le agende degli accreditati.', due: '2020-09-15' },
      ],
    },
  ],
}
