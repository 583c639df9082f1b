import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { phases } from '../../charter/phases.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import type { Lang } from '../../kernel/lang.ts'
import { formatDay, say } from '../../kernel/words.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { DateField, TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { type PhaseStep, Stepper } from '../../ui/stepper.tsx'
import { beginCycle, CycleForm } from '../actions/phases.ts'
import { messages } from '../messages.ts'
import { phaseMessages } from '../phase-messages.ts'
import { type EcosystemView, nameIn, placeOf } from '../rules.ts'
import { type CycleView, cyclesOf } from '../store/cycles.ts'
import { getEcosystem } from '../store/views.ts'
import { phaseName, phaseSteps } from '../words.ts'

export const cyclePages = router()

cyclePages.get('/ecosistemi/:slug/cicli', (c) => cyclesPage(c, c.req.param('slug'), { values: {}, errors: {} }))

cyclePages.post('/ecosistemi/:slug/cicli', async (c) => {
  const { slug } = c.req.param()
  const form = await readForm(c, CycleForm)
  if (!form.data) return cyclesPage(c, slug, form)
  try {
    await beginCycle(c.var, slug, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.cycles(slug), { fatto: 'cominciato' })), 303)
  } catch (error) {
    return cyclesPage(c, slug, { values: form.values, errors: refusal(c, error) })
  }
})

async function cyclesPage(c: Ctx, slug: string, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, slug, today)
  if (c.req.method === 'POST') mustBeAble(actor, 'ecosystems.begin-cycle', placeOf(ecosystem))
  const cycles = await cyclesOf(db, ecosystem.id, today)
  const mayBegin = can(actor, 'ecosystems.begin-cycle', placeOf(ecosystem))
  const page = <CyclesPage {...{ reader, ecosystem, cycles, mayBegin }} {...filled} begun={c.req.query('fatto') === 'cominciato'} />
  return c.html(page, Object.keys(filled.errors).length > 0 ? 422 : 200)
}

interface CyclesPageProps extends Filled {
  readonly reader: Reader
  readonly ecosystem: EcosystemView
  readonly cycles: readonly CycleView[]
  readonly mayBegin: boolean
  readonly begun: boolean
}

function CyclesPage({ reader, ecosystem, cycles, mayBegin, begun, values, errors }: CyclesPageProps) {
  const t = wordsFor(reader, phaseMessages)
  const room = wordsFor(reader, messages)
  const name = nameIn(reader.lang, ecosystem)
  const title = t('cyclesOf', { name })
  const { slug } = ecosystem
  const trail = [{ label: room('ecosystems'), to: paths.ecosystems }, { label: name, to: paths.ecosystem(slug) }, { label: t('cycles') }]
  const rejected = Object.keys(errors).length > 0
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={paths.cycles(slug)} rejected={rejected}>
      <div class="container">
        <ErrorSummary errors={errors} labels={{ on: t('beginDay'), outcome: t('outcome') }} />
        {begun && (
          <Notice kind="done" live title={t('begun')}>
            <p>{room('recorded')}</p>
          </Notice>
        )}
        <PageHead title={title} lead={t('cyclesLead')} />
        {cycles.map((cycle, index) => (
          <OneCycle cycle={cycle} slug={slug} present={index === 0} />
        ))}
        {mayBegin && <BeginForm slug={slug} number={ecosystem.cycle.number + 1} values={values} errors={errors} />}
      </div>
    </Page>
  )
}

function OneCycle({ cycle, slug, present }: { readonly cycle: CycleView; readonly slug: string; readonly present: boolean }) {
  const t = useWords(phaseMessages)
  const { lang, today } = useReader()
  const since = t('cycleFrom', { begun: formatDay(lang, cycle.begunOn, 'month') })
  const steps = phaseSteps(lang, today, cycle.phases)
  const linked = present ? steps.map((step, index) => ({ ...step, ...gateLink(lang, slug, index) })) : steps
  return (
    <Section
      id={`ciclo-${cycle.number}`}
      title={t('cycle', { number: cycle.number })}
      lead={cycle.outcome ? `${since}. ${t('cycleOutcome', { outcome: cycle.outcome })}` : since}
    >
      <Stepper steps={linked} />
    </Section>
  )
}

function gateLink(lang: Lang, slug: string, index: number): Pick<PhaseStep, 'link'> {
  const phase = phases[index]
  return phase
    ? { link: { to: paths.gate(slug, phase), label: say(lang, phaseMessages, 'conditionsOf', { phase: phaseName(lang, phase) }) } }
    : {}
}

function BeginForm({ slug, number, ...filled }: Filled & { readonly slug: string; readonly number: number }) {
  const t = useWords(phaseMessages)
  const room = useWords(messages)
  const { today } = useReader()
  return (
    <Section id="nuovo-ciclo" title={t('beginTitle', { number })} lead={t('beginLead')}>
      <Form action={paths.cycles(slug)} class="form">
        <DateField name="on" label={t('beginDay')} help={room('todayIfEmpty')} optional max={today} {...filled} />
        <TextArea name="outcome" label={t('outcome')} help={t('outcomeHelp')} optional rows={4} maxlength={2000} {...filled} />
        <FormEnd cancel={paths.ecosystem(slug)}>
          <SubmitButton>{t('begin', { number })}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}
