import type { Deed } from '../../history.ts'
import { livesOfContributions, livesOfSupports } from '../contributions.ts'
import { livesOfOpening, type Place, type SampleConsultation } from '../lives.ts'
import { organisationKindsOf } from '../organisations.ts'
import { comparedOn, livesOfReplies } from '../replies.ts'
import { cultureContributions } from './contributions.ts'
import { writingOrganisations } from './people.ts'
import { firstReplies, secondReplies, waitingReplies } from './replies.ts'
import { cultureStrategy } from './strategy.ts'
import { livesOfWorkingText } from './working-text.ts'

export const cultureConsultation: SampleConsultation = {
  body: 'culture',
  ecosystem: 'Beni culturali e turismo',
  lead: 'Elena Bassani',
  secretary: 'Paolo Righetti',
  writer: 'Sara Colonnese',
  title: 'Documento di strategia dell’ecosistema Beni culturali e turismo',
  titleEn: 'Strategy document of the ecosystem Culture and tourism',
  aims: 'Chiediamo a chi visita, a chi custodisce e a chi fa impresa se la strategia risponde ai bisogni raccolti, che cosa manca e che cosa non funzionerebbe. Ogni osservazione riceve una risposta; ciò che accogliamo si vedrà nel testo finale.',
  aimsEn:
    'We ask visitors, keepers and firms whether the strategy answers the needs that were gathered, what is missing and what would not work. Every contribution gets an answer; what we accept will be seen in the final text.',
  office: 'Segreteria del gruppo di lavoro Beni culturali e turismo',
  mail: 'consultazione.cultura@example.org',
  certifiedMail: 'cultura@pec.example.org',
  address: 'Via del Collegio Romano 27, 00186 Roma',
  begunOn: '2020-02-20',
  writtenOn: '2020-05-20',
  frozenOn: '2020-06-05',
  openedOn: '2020-06-12',
  opensOn: '2020-06-15',
  closesOn: '2020-08-14',
  blocks: cultureStrategy,
  materials: [
    {
      titleIt: 'Piano triennale 2019–2021, capitolo 7: gli ecosistemi',
      titleEn: 'Three-year plan 2019–2021, chapter 7: ecosystems (in Italian)',
      address: 'https://docs.italia.it/italia/piano-triennale-ict/pianotriennale-ict-doc/it/2019-2021/07_ecosistemi.html',
    },
    {
      titleIt: 'Codice dell’amministrazione digitale, articolo 18',
      titleEn: 'Code of the digital administration, article 18 (in Italian)',
      address: 'https://docs.italia.it/italia/piano-triennale-ict/codice-amministrazione-digitale-docs/',
    },
  ],
  meetings: [
    {
      kind: 'webinar',
      titleIt: 'Che cosa propone la strategia, in un’ora',
      titleEn: 'What the strategy proposes, in one hour',
      day: '2020-06-25',
      starts: '16:00',
      ends: '17:00',
      place: null,
    },
    {
      kind: 'meeting',
      titleIt: 'Musei e archivi civici: leggiamo insieme la strategia',
      titleEn: 'Civic museums and archives: reading the strategy together',
      day: '2020-07-30',
      starts: '10:30',
      ends: '13:00',
      place: 'Biblioteca Salaborsa, Bologna',
    },
  ],
}

export const organisationsOnCulture = organisationKindsOf(writingOrganisations)

export function livesOfCultureConsultation(place: Place, organisations: ReadonlyMap<string, string>): Deed[] {
  const around = { sample: cultureConsultation, place, organisations }
  const all = cultureContributions
  return [
    ...livesOfOpening(cultureConsultation, place),
    ...livesOfContributions(all, around),
    ...livesOfSupports(all, 'culture', ['2020-06-25', '2020-07-03', '2020-07-10', '2020-07-17', '2020-07-21']),
    ...livesOfReplies({ name: 'first', replies: firstReplies, preparedOn: '2020-07-09', publishedOn: '2020-07-10' }, all, around),
    ...livesOfReplies({ name: 'second', replies: secondReplies, preparedOn: '2020-07-16', publishedOn: '2020-07-17' }, all, around),
    ...livesOfReplies({ name: 'waiting', replies: waitingReplies, preparedOn: '2020-07-20' }, all, around),
    comparedOn('2020-07-21', 'culture'),
    ...livesOfWorkingText(place),
  ]
}
