import type { SampleGroup } from './sample.ts'

const ministry = 'Ministero del Lavoro e delle Politiche Sociali'

/** Constituted only in July 2020: its first meeting is convened and still to be held. */
export const welfare: SampleGroup = {
  key: 'welfare',
  ecosystem: 'Welfare',
  name: 'Gruppo di lavoro Welfare',
  mandate:
    'Avvia l’ecosistema: trova chi va ascoltato tra enti, servizi sociali, imprese e persone, raccoglie le esigenze e ne ricava perimetro e visione.',
  act: { number: 'D.M. 77/2020', day: '2020-07-09' },
  place: 'Roma, via Veneto 56, sala D’Antona',
  members: [
    { name: 'Maria Teresa Colaianni', role: 'chair', organisation: ministry },
    { name: 'Andrea Lombardini', role: 'secretary', organisation: ministry },
    { name: 'Simona Passalacqua', role: 'member', organisation: 'INPS', named: true },
    { name: 'Vittorio Canepari', role: 'member', organisation: 'INAIL' },
    { name: 'Daniela Ruffolo', role: 'member', organisation: 'ANCI', from: '2020-07-15' },
  ],
  meetings: [
    {
      on: '2020-07-30',
      starts: '10:30',
      ends: '12:30',
      convenedOn: '2020-07-16',
      agenda: ['Insediamento', 'Il calendario fino a dicembre', 'Chi ascoltare per primo'],
      answers: { 'Simona Passalacqua': 'yes' },
    },
  ],
}
