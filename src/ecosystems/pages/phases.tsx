import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { isPhase, type Phase, phases } from '../../charter/phases.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { formatDay } from '../../kernel/words.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { DateField, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { StartForm, setPhaseTerm, startPhase, TermForm } from '../actions/phases.ts'
import { messages } from '../messages.ts'
import { phaseMessages } from '../phase-messages.ts'
import type { PhaseRun } from '../phase-rules.ts'
import { type EcosystemView, nameIn, placeOf } from '../rules.ts'
import { getEcosystem } from '../store/views.ts'
import { phaseName } from '../words.ts'

export const phasePages = router()

function asked(c: Ctx): { slug: string; phase: Phase } {
  const { slug = '', phase = '' } = c.req.param()
  if (!isPhase(phase)) throw new Problem(notFound, { phase })
  return { slug, phase }
}

phasePages.get('/ecosistemi/:slug/fasi/:phase/avvio', (c) => startPage(c, { values: {}, errors: {} }))

phasePages.post('/ecosistemi/:slug/fasi/:phase/avvio', async (c) => {
  const { slug, phase } = asked(c)
  const form = await readForm(c, StartForm.omit({ phase: true }))
  if (!form.data) return startPage(c, form)
  try {
    await startPhase(c.var, slug, { phase, ...form.data })
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.gate(slug, phase), { fatto: 'avviata' })), 303)
  } catch (error) {
    return startPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

phasePages.get('/ecosistemi/:slug/fasi/:phase/termine', (c) => termPage(c, null))

phasePages.post('/ecosistemi/:slug/fasi/:phase/termine', async (c) => {
  const { slug, phase } = asked(c)
  const form = await readForm(c, TermForm.omit({ phase: true }))
  if (!form.data) return termPage(c, form)
  try {
    await setPhaseTerm(c.var, slug, { phase, ...form.data })
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.gate(slug, phase), { fatto: 'date' })), 303)
  } catch (error) {
    return termPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function startPage(c: Ctx, filled: Filled) {
  const { slug, phase } = asked(c)
  const ecosystem = await getEcosystem(c.var.db, slug, c.var.today)
  mustBeAble(c.var.actor, 'ecosystems.start-phase', placeOf(ecosystem))
  return c.html(<StartPage reader={c.var.reader} ecosystem={ecosystem} phase={phase} {...filled} />, statusOf(filled))
}

async function termPage(c: Ctx, sent: Filled | null) {
  const { slug, phase } = asked(c)
  const ecosystem = await getEcosystem(c.var.db, slug, c.var.today)
  mustBeAble(c.var.actor, 'ecosystems.set-term', placeOf(ecosystem))
  const filled = sent ?? { values: valuesOf(ecosystem.phases[phase]), errors: {} }
  return c.html(<TermPage reader={c.var.reader} ecosystem={ecosystem} phase={phase} {...filled} />, statusOf(filled))
}

const hasAny = ({ errors }: Filled) => Object.keys(errors).length > 0
const statusOf = (filled: Filled) => (hasAny(filled) ? 422 : 200)

function valuesOf({ expected, due, source }: PhaseRun): Filled['values'] {
  return {
    expectedOn: expected?.on ?? '',
    dueOn: due?.on ?? '',
    precision: due?.precision ?? expected?.precision ?? 'month',
    qualifier: due?.qualifier ?? 'by',
    source: source ?? '',
  }
}

interface PhasePageProps extends Filled {
  readonly reader: Reader
  readonly ecosystem: EcosystemView
  readonly phase: Phase
}

function trailOf({ reader, ecosystem, phase }: PhasePageProps, last: string) {
  const t = wordsFor(reader, messages)
  return [
    { label: t('ecosystems'), to: paths.ecosystems },
    { label: nameIn(reader.lang, ecosystem), to: paths.ecosystem(ecosystem.slug) },
    { label: phaseName(reader.lang, phase), to: paths.gate(ecosystem.slug, phase) },
    { label: last },
  ]
}

function StartPage(props: PhasePageProps) {
  const { reader, ecosystem, phase, values, errors } = props
  const { lang, today } = reader
  const t = wordsFor(reader, phaseMessages)
  const title = t('start', { phase: phaseName(lang, phase) })
  const address = paths.phaseStart(ecosystem.slug, phase)
  const { begunOn } = ecosystem.cycle
  const before = phases
    .slice(0, phases.indexOf(phase))
    .filter((one) => ecosystem.phases[one].startedOn && !ecosystem.phases[one].concludedOn)
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailOf(props, t('startTrail'))}
      address={address}
      rejected={hasAny(props)}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ on: t('startDay') }} />
        <PageHead title={title} kicker={[nameIn(lang, ecosystem)]} lead={t('startLead')} />
        {before.map((one) => (
          <Notice title={t('overlapTitle', { phase: phaseName(lang, one) })}>
            <p>{t('overlap')}</p>
          </Notice>
        ))}
        <Form action={address} class="form">
          <DateField
            name="on"
            label={t('startDay')}
            help={t('startDayHelp', { begun: formatDay(lang, begunOn) })}
            optional
            min={begunOn}
            max={today}
            values={values}
            errors={errors}
          />
          <FormEnd cancel={paths.gate(ecosystem.slug, phase)}>
            <SubmitButton>{title}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function TermPage(props: PhasePageProps) {
  const { reader, ecosystem, phase, values, errors } = props
  const t = wordsFor(reader, phaseMessages)
  const title = t('term', { phase: phaseName(reader.lang, phase) })
  const address = paths.phaseTerm(ecosystem.slug, phase)
  const filled = { values, errors }
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailOf(props, t('termTrail'))}
      address={address}
      rejected={hasAny(props)}
    >
      <div class="container">
        <ErrorSummary
          errors={errors}
          labels={{
            expectedOn: t('expectedOn'),
            dueOn: t('dueOn'),
            precision: t('precision'),
            qualifier: t('qualifier'),
            source: t('source'),
          }}
        />
        <PageHead title={title} kicker={[nameIn(reader.lang, ecosystem)]} lead={t('termLead')} />
        <Form action={address} class="form">
          <DateField name="expectedOn" label={t('expectedOn')} optional {...filled} />
          <DateField name="dueOn" label={t('dueOn')} optional {...filled} />
          <RadioGroup
            name="precision"
            label={t('precision')}
            options={[
              { value: 'month', label: t('precisionMonth'), help: t('precisionMonthHelp') },
              { value: 'day', label: t('precisionDay') },
            ]}
            {...filled}
          />
          <RadioGroup
            name="qualifier"
            label={t('qualifier')}
            options={[
              { value: 'by', label: t('qualifierBy') },
              { value: 'in', label: t('qualifierIn') },
            ]}
            {...filled}
          />
          <TextField name="source" label={t('source')} help={t('sourceHelp')} size="medium" maxlength={200} {...filled} />
          <FormEnd cancel={paths.gate(ecosystem.slug, phase)}>
            <SubmitButton>{t('saveTerm')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
