import { extendConsultation, recordInterruption } from '../../../consultations/index.ts'
import { day } from '../../../kernel/day.ts'
import type { Deed } from '../../history.ts'
import { inOffice } from '../../people.ts'
import { livesOfContributions, livesOfSupports } from '../contributions.ts'
import { consultationKey, livesOfOpening, type Place, type SampleConsultation } from '../lives.ts'
import { organisationKindsOf } from '../organisations.ts'
import { financeContributions } from './contributions.ts'
import { writingOrganisations } from './people.ts'
import { financeStrategy } from './text.ts'

export const financeConsultation: SampleConsultation = {
  body: 'public-finance',
  ecosystem: 'Finanza pubblica',
  lead: 'Roberto Gallinari',
  secretary: 'Silvia Marchetti Oddo',
  writer: 'Giorgio Tedeschini',
  title: 'Documento di strategia dell’ecosistema Finanza pubblica',
  titleEn: 'Strategy document of the ecosystem Public finance',
  aims: 'Chiediamo a chi vende alle amministrazioni, a chi ci lavora e a chi ne segue i conti se la strategia toglie davvero lavoro inutile, e che cosa manca.',
  aimsEn:
    'We ask those who sell to administrations, those who work in them and those who follow their accounts whether the strategy really spares useless work, and what is missing.',
  office: 'Segreteria del gruppo di lavoro Finanza pubblica',
  mail: 'consultazione.finanza@example.org',
  certifiedMail: 'finanza@pec.example.org',
  address: 'Via XX Settembre 97, 00187 Roma',
  begunOn: '2020-02-10',
  writtenOn: '2020-05-29',
  frozenOn: '2020-06-15',
  openedOn: '2020-06-24',
  opensOn: '2020-06-29',
  closesOn: '2020-08-28',
  blocks: financeStrategy,
}

export const organisationsOnFinance = organisationKindsOf(writingOrganisations)

/** Opened on the last day but one of the plan's term, and lengthened twice since. */
export function livesOfFinanceConsultation(place: Place, organisations: ReadonlyMap<string, string>): Deed[] {
  const { body } = financeConsultation
  const key = consultationKey(body)
  const by = inOffice(place.id, body, financeConsultation.lead, 'lead')
  const fromDay = day('2020-07-07')
  const interruption = { fromDay, fromTime: '21:00', toDay: day('2020-07-08'), toTime: '07:30' }
  return [
    ...livesOfOpening(financeConsultation, place),
    ...livesOfContributions(financeContributions, { sample: financeConsultation, place, organisations }),
    ...livesOfSupports(financeContributions, body, ['2020-07-10', '2020-07-20']),
    {
      on: day('2020-07-08'),
      key: `${key}/interrupted`,
      by,
      run: (desk, memory) =>
        recordInterruption(desk, memory.id(key), {
          ...interruption,
          reason: 'Manutenzione notturna durata più del previsto: il sito non rispondeva.',
        }),
    },
    {
      on: day('2020-07-16'),
      key: `${key}/extended`,
      by,
      run: (desk, memory) =>
        extendConsultation(desk, memory.id(key), {
          closesOn: day('2020-09-18'),
          reason: 'I Comuni hanno chiesto più tempo: in agosto gli uffici di ragioneria lavorano alla verifica dei bilanci.',
        }),
    },
  ]
}
