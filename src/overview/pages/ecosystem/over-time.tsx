import { phases } from '../../../charter/phases.ts'
import { phaseName, phaseSteps } from '../../../ecosystems/index.ts'
import { messages as frame } from '../../../ui/messages.ts'
import { PhaseChart } from '../../../ui/phase-chart.tsx'
import { useFormats, useReader, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { TimeLine } from '../../../ui/time-line.tsx'
import { ecosystemWords } from '../../messages/ecosystem.ts'
import { type Happening, happenings } from '../../rules/happenings.ts'
import type { Whole } from './gather.ts'
import { workTold } from './work-told.ts'

/** The phases drawn over time, and the same told point by point. */
export function OverTime({ whole }: { readonly whole: Whole }) {
  const reader = useReader()
  const { lang, today } = reader
  const { ecosystem } = whole
  const { day } = useFormats()
  const t = useWords(ecosystemWords)
  const states = useWords(frame)
  const steps = phaseSteps(lang, today, ecosystem.phases)
  const inWords = steps.map(({ label, state, dates }) => t('chartPhase', { phase: label, state: states(`state.${state}.f`), dates }))
  return (
    <Section id="time" title={t('time')} band="plain">
      <PhaseChart
        label={t('chart', { phases: inWords.join(' ').replaceAll(', .', '.') })}
        spans={phases.flatMap((phase, index) => {
          const step = steps[index]
          const { startedOn, concludedOn, expected, due } = ecosystem.phases[phase]
          if (!step) return []
          return [
            {
              label: step.label,
              state: step.state,
              begun: startedOn,
              ended: concludedOn,
              planned: expected?.on ?? null,
              due: due?.on ?? null,
            },
          ]
        })}
      />
      <TimeLine
        items={[
          ...happenings(ecosystem, today).map((one) => ({ day: one.day, text: tell(one), ...when(one) })),
          ...workTold(reader, whole),
        ]}
      />
    </Section>
  )

  function tell(happening: Happening): string {
    if (happening.what === 'begun') return t('begun', { number: ecosystem.cycle.number })
    const phase = phaseName(lang, happening.phase)
    if (happening.what === 'started' && happening.former) return t('startedEarly', { phase, former: phaseName(lang, happening.former) })
    const reason = ecosystem.phases[happening.phase].derogationReason ?? ''
    return t(happening.what, { phase, reason })
  }

  /** A month stays a month: 'entro dicembre 2020', never its last day. */
  function when(happening: Happening) {
    if (!('precision' in happening)) return {}
    const words = day(happening.day, happening.precision === 'month' ? 'month' : 'long')
    return { when: happening.what === 'expected' ? words : t('by', { when: words }) }
  }
}
