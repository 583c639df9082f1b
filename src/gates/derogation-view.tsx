import { paths } from '../charter/paths.ts'
import type { Phase } from '../charter/phases.ts'
import { type EcosystemView, nameIn, phaseName } from '../ecosystems/index.ts'
import type { Reader } from '../platform/reader.ts'
import { TextArea } from '../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../ui/form.tsx'
import { Form } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { wordsFor } from '../ui/reader.tsx'
import { Section } from '../ui/section.tsx'
import { messages } from './messages.ts'
import type { ConditionId } from './rules.ts'
import { conditionWords } from './words.ts'

interface DerogationPageProps extends Filled {
  readonly reader: Reader
  readonly ecosystem: EcosystemView
  readonly phase: Phase
  readonly missing: readonly ConditionId[]
}

export function DerogationPage({ reader, ecosystem, phase, missing, values, errors }: DerogationPageProps) {
  const { lang } = reader
  const t = wordsFor(reader, messages)
  const { slug } = ecosystem
  const gate = paths.gate(slug, phase)
  const address = paths.derogation(slug, phase)
  const title = t('derogation', { phase: phaseName(lang, phase) })
  const trail = [
    { label: t('ecosystems'), to: paths.ecosystems },
    { label: nameIn(lang, ecosystem), to: paths.ecosystem(slug) },
    { label: phaseName(lang, phase), to: gate },
    { label: t('derogationTrail') },
  ]
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={address} rejected={Object.keys(errors).length > 0}>
      <div class="container">
        <ErrorSummary errors={errors} labels={{ reason: t('reason') }} />
        <PageHead title={title} kicker={[nameIn(lang, ecosystem)]} lead={t('derogationLead')} />
        <Section id="manca" title={t('stillMissing')}>
          <ul>
            {missing.map((id) => (
              <li>{conditionWords(lang, id).sentence}</li>
            ))}
          </ul>
        </Section>
        <Form action={address} class="form">
          <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} rows={6} maxlength={2000} values={values} errors={errors} />
          <FormEnd cancel={gate}>
            <SubmitButton>{t('grantDerogation')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
