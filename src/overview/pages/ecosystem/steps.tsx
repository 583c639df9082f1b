import { paths } from '../../../charter/paths.ts'
import { phases } from '../../../charter/phases.ts'
import { phaseSteps } from '../../../ecosystems/index.ts'
import { useReader, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { Stepper } from '../../../ui/stepper.tsx'
import { gapOf } from '../../gaps.ts'
import { ecosystemWords } from '../../messages/ecosystem.ts'
import type { Whole } from './gather.ts'

/** The four phases, each leading to its conditions. */
export function Steps({ whole: { ecosystem, gaps } }: { readonly whole: Whole }) {
  const { lang, today } = useReader()
  const t = useWords(ecosystemWords)
  const inWords = phaseSteps(lang, today, ecosystem.phases)
  return (
    <Section id="phases" title={t('phases')} quietTitle band="bare">
      <Stepper
        steps={phases.flatMap((phase, index) => {
          const step = inWords[index]
          if (!step) return []
          const { met, total } = gapOf(gaps, ecosystem.id, phase)
          return [
            {
              ...step,
              link: {
                to: paths.gate(ecosystem.slug, phase),
                label: t(ecosystem.phases[phase].derogationReason ? 'derogation' : 'conditions', { met, total }),
              },
            },
          ]
        })}
      />
    </Section>
  )
}
