import { actionOf, type Phase, phases } from '../charter/phases.ts'
import { appointLead, type EcosystemView, involveActor, setPhaseTerm, startPhase } from '../ecosystems/index.ts'
import { derogate } from '../gates/index.ts'
import { type Day, day } from '../kernel/day.ts'
import { type SampleEcosystem, sampleEcosystems } from './ecosystems.ts'
import type { Deed } from './history.ts'
import { kindsOfActor } from './organisations.ts'

/** When the 2019–2021 plan wants each phase to begin and to be concluded (actions 51–54). */
const terms: Record<Phase, { expectedOn: Day; dueOn: Day; qualifier: 'by' | 'in' }> = {
  envisioning: { expectedOn: day('2019-01-01'), dueOn: day('2019-12-31'), qualifier: 'by' },
  design: { expectedOn: day('2020-01-01'), dueOn: day('2020-06-30'), qualifier: 'in' },
  'make-or-buy': { expectedOn: day('2020-06-01'), dueOn: day('2020-12-31'), qualifier: 'in' },
  growth: { expectedOn: day('2021-01-01'), dueOn: day('2021-12-31'), qualifier: 'in' },
}

/** Actions 51 and 52 bind the priority ecosystems alone; 53 and 54 bind all. */
const bound = (phase: Phase, { priority }: SampleEcosystem) => priority || phase === 'make-or-buy' || phase === 'growth'

/** Everything that happened to the ecosystems and is not there yet, in no order. */
export function livesOf(ecosystems: readonly EcosystemView[], organisations: ReadonlyMap<string, string>): Deed[] {
  return sampleEcosystems.flatMap((sample) => {
    const ecosystem = ecosystems.find(({ nameIt }) => nameIt === sample.nameIt)
    return ecosystem ? [...partiesOf(sample, ecosystem, organisations), ...phasesOf(sample, ecosystem)] : []
  })
}

function partiesOf(sample: SampleEcosystem, { slug, leads }: EcosystemView, organisations: ReadonlyMap<string, string>): Deed[] {
  if (leads.length > 0) return []
  const on = day(sample.cycleBegunOn)
  const appointed = sample.leads.map((name) => ({
    on,
    run: (desk) => appointLead(desk, slug, { organisationId: organisations.get(name) as string, fromDay: on }),
  })) satisfies Deed[]
  const involved = sample.actors.map((name) => ({
    on,
    run: (desk) => {
      const organisationId = organisations.get(name) ?? null
      return involveActor(desk, slug, { organisationId, label: kindsOfActor.has(name) ? name : null, fromDay: on })
    },
  })) satisfies Deed[]
  return [...appointed, ...involved]
}

function phasesOf(sample: SampleEcosystem, { slug, phases: runs }: EcosystemView): Deed[] {
  return phases.flatMap((phase) => {
    const deeds: Deed[] = []
    const told = sample.phases[phase]
    const { expectedOn, dueOn, qualifier } = terms[phase]
    const published = day('2019-03-12')
    if (bound(phase, sample) && !sample.within && !runs[phase].due) {
      const on = sample.cycleBegunOn > published ? day(sample.cycleBegunOn) : published
      const begins = expectedOn < sample.cycleBegunOn ? null : expectedOn
      const input = {
        phase,
        expectedOn: begins,
        dueOn,
        precision: 'month',
        qualifier,
        source: `LA${actionOf[phase]}, Piano 2019–2021`,
      } as const
      deeds.push({ on, run: (desk) => setPhaseTerm(desk, slug, input) })
    }
    if (told && !runs[phase].startedOn) {
      const on = day(told.startedOn)
      deeds.push({ on, run: (desk) => startPhase(desk, slug, { phase, on }) })
    }
    if (told?.derogation && !runs[phase].concludedOn) {
      const { on, reason } = told.derogation
      deeds.push({ on: day(on), run: (desk) => derogate(desk, slug, phase, { reason }) })
    }
    return deeds
  })
}
