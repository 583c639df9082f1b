import { paths, withQuery } from '../charter/paths.ts'
import { phases } from '../charter/phases.ts'
import { phaseSteps } from '../ecosystems/index.ts'
import { formatDay } from '../kernel/words.ts'
import { DateField } from '../ui/field.tsx'
import { SubmitButton } from '../ui/form.tsx'
import { Form } from '../ui/link.tsx'
import { useWords } from '../ui/reader.tsx'
import { Section } from '../ui/section.tsx'
import { Stepper } from '../ui/stepper.tsx'
import type { GateView } from './gate.ts'
import { messages } from './messages.ts'
import { conditionsOf, unmet } from './rules.ts'

/** From each phase to the others, on the same day. */
export function FourPhases({ reader, day, ecosystem, evidence, past }: GateView) {
  const t = useWords(messages)
  const steps = phaseSteps(reader.lang, day, ecosystem.phases).map((step, index) => {
    const phase = phases[index] ?? 'envisioning'
    const total = conditionsOf(phase).length
    const label = t('conditionsMet', { met: total - unmet(phase, evidence).length, total })
    return { ...step, link: { to: withQuery(paths.gate(ecosystem.slug, phase), { al: past ? day : null }), label } }
  })
  return (
    <Section id="fasi" title={t('otherPhases')}>
      <Stepper steps={steps} />
    </Section>
  )
}

/** The same page as it stood on a day of the past. */
export function AnotherDay({ reader, asked, ecosystem, phase, errors }: GateView) {
  const t = useWords(messages)
  const since = formatDay(reader.lang, ecosystem.since)
  return (
    <Section id="giorno" title={t('onAnotherDay')}>
      <Form action={paths.gate(ecosystem.slug, phase)} method="get" class="form">
        <DateField name="al" label={t('day')} help={t('dayHelp', { since })} min={ecosystem.since} values={{ al: asked }} errors={errors} />
        <p>
          <SubmitButton kind="secondary">{t('show')}</SubmitButton>
        </p>
      </Form>
    </Section>
  )
}
