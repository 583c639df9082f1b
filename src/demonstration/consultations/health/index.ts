import { concludeConsultation, evaluate, writeReport } from '../../../answers/index.ts'
import { extendConsultation, recordInterruption } from '../../../consultations/index.ts'
import { declareFinal, freezeDraft, importBlocks } from '../../../documents/index.ts'
import { addDays, day } from '../../../kernel/day.ts'
import { decisionKey } from '../../groups/names.ts'
import type { Deed } from '../../history.ts'
import { inOffice } from '../../people.ts'
import { inForce, parsed } from '../../texts/lives.ts'
import { textKey, versionKey } from '../../texts/sample.ts'
import { carriedOn, placedOn } from '../carrying.ts'
import { livesOfContributions, livesOfSupports } from '../contributions.ts'
import { consultationKey, livesOfOpening, type Place, type SampleConsultation } from '../lives.ts'
import { organisationKindsOf } from '../organisations.ts'
import { comparedOn, livesOfReplies } from '../replies.ts'
import { speaking } from '../speakers.ts'
import { closesOn, healthContributions } from './contributions.ts'
import { healthEvaluations } from './evaluations.ts'
import { narrative, narrativeEn } from './narrative.ts'
import { writingOrganisations } from './people.ts'
import { changingReplies, otherReplies } from './replies.ts'
import { healthFinal, healthStrategy } from './text.ts'

export const healthConsultation: SampleConsultation = {
  body: 'health',
  ecosystem: 'Sanità',
  lead: 'Lorenza Quaglia',
  secretary: 'Ivo Marchegiani',
  writer: 'Federica Maranzano',
  title: 'Documento di strategia dell’ecosistema Sanità',
  titleEn: 'Strategy document of the ecosystem Health',
  aims: 'Chiediamo a chi cura e a chi è curato se la strategia attorno al fascicolo sanitario risponde ai bisogni, che cosa manca e che cosa non funzionerebbe. Ogni osservazione riceve una risposta.',
  aimsEn:
    'We ask those who give care and those who receive it whether the strategy around the health record answers their needs, what is missing and what would not work. Every contribution gets an answer.',
  office: 'Segreteria del gruppo di lavoro Sanità',
  mail: 'consultazione.sanita@example.org',
  certifiedMail: 'sanita@pec.example.org',
  address: 'Lungotevere Ripa 1, 00153 Roma',
  begunOn: '2018-05-14',
  writtenOn: '2018-10-08',
  frozenOn: '2018-10-22',
  openedOn: '2018-10-31',
  opensOn: '2018-11-05',
  closesOn: '2019-01-11',
  blocks: healthStrategy,
}

export const organisationsOnHealth = organisationKindsOf(writingOrganisations)

const body = 'health'
const key = consultationKey(body)
const final = versionKey(body, 'strategy', 2)

/** The whole way of a strategy: consulted upon, answered, concluded, adopted and in force. */
export function livesOfHealthConsultation(place: Place, organisations: ReadonlyMap<string, string>): Deed[] {
  const around = { sample: healthConsultation, place, organisations }
  const all = healthContributions
  return [
    ...livesOfOpening(healthConsultation, place),
    ...lengthened(inOffice(place.id, body, healthConsultation.lead, 'lead')),
    ...livesOfContributions(all, around),
    ...livesOfSupports(all, body, ['2018-12-17', '2019-01-29']),
    comparedOn('2019-01-31', body),
    ...livesOfReplies({ name: 'changing', replies: changingReplies, preparedOn: '2019-03-18', publishedOn: '2019-03-25' }, all, around),
    ...livesOfReplies({ name: 'other', replies: otherReplies, preparedOn: '2019-03-26', publishedOn: '2019-04-01' }, all, around),
    ...rewritten(place),
    ...concluded(place),
    ...evaluated(),
  ]
}

/** An evening without the site, and the holidays: the window grew twice. */
function lengthened(by: NonNullable<Deed['by']>): Deed[] {
  const [fromDay, toDay] = [day('2018-12-11'), day('2018-12-11')]
  const interruption = {
    fromDay,
    fromTime: '17:20',
    toDay,
    toTime: '23:05',
    reason: 'Il sito non rispondeva: guasto alla rete del centro dati.',
  }
  return [
    {
      on: addDays(toDay, 1),
      key: `${key}/interrupted`,
      by,
      run: (desk, memory) => recordInterruption(desk, memory.id(key), interruption),
    },
    {
      on: day('2018-12-20'),
      key: `${key}/extended`,
      by,
      run: (desk, memory) =>
        extendConsultation(desk, memory.id(key), {
          closesOn,
          reason: 'Medici e associazioni hanno chiesto più tempo, perché le feste cadono alla fine della consultazione.',
        }),
    },
  ]
}

function rewritten({ id }: Place): Deed[] {
  const { writer, secretary } = healthConsultation
  const text = textKey(body, 'strategy')
  const writing = inOffice(id, body, writer, 'rapporteur')
  return [
    {
      on: day('2019-04-08'),
      key: `${text}/rewritten`,
      by: writing,
      run: (desk, memory) => importBlocks(desk, memory.id(text), parsed(body, healthFinal, memory)),
    },
    {
      on: day('2019-04-10'),
      key: final,
      by: writing,
      run: (desk, memory) => freezeDraft(desk, memory.id(text), { note: 'Testo finale, con le osservazioni accolte.' }),
    },
    carriedOn('2019-04-10', body),
    placedOn('2019-04-11', body, final, inOffice(id, body, secretary, 'secretary')),
  ]
}

function concluded({ id }: Place): Deed[] {
  const by = inOffice(id, body, healthConsultation.lead, 'lead')
  return [
    {
      on: day('2019-04-12'),
      key: `${key}/report`,
      by,
      run: (desk, memory) =>
        writeReport(desk, memory.id(key), { narrativeIt: narrative, narrativeEn, finalVersionId: memory.id(final), base: 0 }),
    },
    { on: day('2019-04-15'), key: `${key}/concluded`, by, run: (desk, memory) => concludeConsultation(desk, memory.id(key)) },
    { on: day('2019-04-16'), key: `${final}/final`, by, run: (desk, memory) => declareFinal(desk, memory.id(final)) },
    ...inForce(final, { decision: decisionKey(body, 4), on: '2019-05-06' }, by),
  ]
}

/** Those who had taken part said what they thought of it, in the fortnight after. */
function evaluated(): Deed[] {
  const people = [...new Set(healthContributions.filter(({ channel }) => !channel).map(({ name }) => name))]
  return healthEvaluations.map(({ again, comment = null, ...grades }, index): Deed => {
    const who = people[(index * 3 + 1) % people.length] ?? ''
    return {
      on: addDays(day('2019-04-16'), index % 14),
      minute: 120 + index * 17,
      key: `${key}/evaluated/${index + 1}`,
      by: (memory) => speaking(memory, who, null),
      run: (desk, memory) => evaluate(desk, memory.id(key), { ...grades, again: again ? 'yes' : 'no', comment }),
    }
  })
}
