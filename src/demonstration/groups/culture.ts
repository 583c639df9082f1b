import { cultureMeetings } from './culture-meetings.ts'
import { heritageTable } from './culture-table.ts'
import type { SampleGroup } from './sample.ts'

const ministry = 'Ministero dei Beni e delle Attività Culturali'

/** Constituted in time, with a technical table at work; the people whom one can enter as keep it going. */
export const culture: SampleGroup = {
  key: 'culture',
  ecosystem: 'Beni culturali e turismo',
  name: 'Gruppo di lavoro Beni culturali e turismo',
  mandate:
    'Definisce il perimetro e la visione dell’ecosistema, ascolta chi custodisce il patrimonio e chi accompagna i viaggiatori, propone progetti e servizi prioritari e segue i tavoli tecnici.',
  act: { number: 'D.D. 41/2019', day: '2019-02-12' },
  place: 'Roma, via del Collegio Romano 27, sala al secondo piano',
  members: [
    { name: 'Elena Bassani', role: 'chair', organisation: ministry },
    { name: 'Paolo Righetti', role: 'secretary', organisation: ministry },
    { name: 'Sara Colonnese', role: 'rapporteur', organisation: 'AGID' },
    {
      name: 'Tommaso Verdini',
      role: 'member',
      organisation: 'Ministero delle Politiche Agricole Alimentari e Forestali e del Turismo',
      named: true,
    },
    { name: 'Beatrice Altomare', role: 'member', organisation: 'ENIT', named: true },
    { name: 'Niccolò Serra', role: 'member', organisation: 'Conferenza delle Regioni e delle Province autonome' },
    { name: 'Gianmarco Pellizzari', role: 'member', organisation: 'Ministero dell’Economia e delle Finanze' },
    { name: 'Ilaria Fontanelli', role: 'member', organisation: 'ANCI', to: '2019-12-31' },
    { name: 'Michele Ardigò', role: 'member', organisation: 'ANCI', from: '2020-01-07', named: true },
    { name: 'Rosa Imbriani', role: 'observer', organisation: 'Musei in Rete (associazione di esempio)' },
  ],
  meetings: cultureMeetings,
  tables: [heritageTable],
}
