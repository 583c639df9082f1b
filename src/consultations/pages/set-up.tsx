import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { blocksOf, missingPartsInWords } from '../../documents/index.ts'
import { daysBetween } from '../../kernel/day.ts'
import { refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Checklist } from '../../ui/checklist.tsx'
import { Done } from '../../ui/done.tsx'
import { ErrorSummary, type Filled, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatsFor, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { openConsultation } from '../actions/set-up.ts'
import { besideOf } from '../beside.ts'
import { discardWords } from '../messages/discard.ts'
import { setUpWords } from '../messages/set-up.ts'
import { type Beside, optionalSteps, type Step, steps, unmet } from '../rules/set-up.ts'
import { shownMaterials } from '../shown-materials.ts'
import { type Around, aroundFor, mayDo, trailIn } from './around.tsx'
import { discardedPage } from './discarded.tsx'
import { nothing, statusOf } from './form-page.tsx'
import { Preview } from './preview.tsx'

export const setUpPages = router()

export const stepSlugs = {
  object: 'testo',
  aims: 'obiettivi',
  questions: 'domande',
  participation: 'partecipazione',
  contacts: 'contatti',
  calendar: 'date',
} as const

/** Materials and dates go on after the opening, so they have an address of their own. */
function stepAddress(id: string, step: Step): string {
  if (step === 'materials') return paths.consultationMaterials(id)
  if (step === 'dates') return paths.consultationDates(id)
  return paths.consultationStep(id, stepSlugs[step])
}

setUpPages.get('/consultazioni/:id/preparazione', (c) => checklistPage(c, nothing))

setUpPages.post('/consultazioni/:id/apertura', async (c) => {
  const { id } = c.req.param()
  try {
    await openConsultation(c.var, id)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.consultation(id), { fatto: 'aperta' })), 303)
  } catch (error) {
    return checklistPage(c, { values: {}, errors: refusal(c, error) })
  }
})

const countOf: Partial<Record<Step, (beside: Beside) => number>> = {
  materials: ({ materials }) => materials.length,
  questions: ({ questions }) => questions.length,
  dates: ({ milestones }) => milestones.length,
}

async function checklistPage(c: Ctx, filled: Filled) {
  const { db, reader, today } = c.var
  const whole: Around = await aroundFor(c, 'consultations.prepare')
  const { consultation } = whole
  if (consultation.openedAt) return c.redirect(inLang(reader.lang, paths.consultation(consultation.id)), 303)
  if (consultation.discardedAt) return discardedPage(c, whole)
  const materials = await shownMaterials(db, consultation.id)
  const beside = await besideOf(db, consultation)
  const { questions, milestones } = beside
  const missing = unmet(consultation, beside, today)
  const parts = missingPartsInWords(reader.lang, consultation.kind, await blocksOf(db, consultation.versionId))
  const t = wordsFor(reader, setUpWords)
  const { day } = formatsFor(reader)
  const mayOpen = mayDo(c, 'consultations.open', consultation)
  const { opensOn, closesOn } = consultation
  const next = steps.find((step) => missing.some((one) => one.step === step))
  const items = steps.map((step) => {
    const lacking = missing.filter((one) => one.step === step)
    const empty = optionalSteps.includes(step) && countOf[step]?.(beside) === 0
    return {
      state: lacking.length > 0 || empty ? ('todo' as const) : ('done' as const),
      word: t(lacking.length > 0 ? 'incomplete' : empty ? 'without' : 'complete'),
      title: <Link to={stepAddress(consultation.id, step)}>{t(`step.${step}`)}</Link>,
      missing: lacking.length > 0 ? lacking.map(({ what }) => t(`unmet.${what}`)).join(' ') : undefined,
    }
  })
  return c.html(
    <Page
      reader={reader}
      title={`${t('title')}: ${whole.title}`}
      section="consultations"
      trail={trailIn(reader.lang, whole)}
      address={paths.consultationSetUp(consultation.id)}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} />
        {c.req.query('fatto') === 'salvato' && (
          <Notice kind="done" live title={t('saved')}>
            <p>{t('savedText')}</p>
          </Notice>
        )}
        <Done words={discardWords} done={c.req.query('fatto')} />
        <PageHead title={whole.title} kicker={[t('title'), whole.ecosystem.name]} lead={t('lead')}>
          {next && (
            <p class="actions">
              <ButtonLink to={stepAddress(consultation.id, next)} kind="primary">
                {t('next', { step: t(`step.${next}`) })}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        <Section id="passi" title={t('steps')}>
          <Checklist items={items} />
          {parts && (
            <Notice kind="late" title={t('partsMissing', { parts })}>
              <p>{t(beside.lacking.length > 0 ? 'partsNeededText' : 'partsMissingText')}</p>
              <p>
                <Link to={paths.draft(consultation.documentId)}>{t('toDraft')}</Link>
              </p>
            </Notice>
          )}
        </Section>
        {mayOpen && (
          <Section id="apertura" title={t('open')} lead={t('openLead')}>
            {missing.length === 0 && opensOn && closesOn ? (
              <>
                <p>{t('openWill', { opens: day(opensOn), closes: day(closesOn), days: daysBetween(opensOn, closesOn) })}</p>
                <Form action={paths.consultationOpening(consultation.id)}>
                  <SubmitButton>{t('open')}</SubmitButton>
                </Form>
              </>
            ) : (
              <p>{t('openNot')}</p>
            )}
          </Section>
        )}
        <Preview consultation={consultation} {...{ questions, materials, milestones }} />
        {mayDo(c, 'consultations.discard', consultation) && (
          <p class="more">
            <Link to={paths.consultationDiscard(consultation.id)}>{wordsFor(reader, discardWords)('way')}</Link>
          </p>
        )}
      </div>
    </Page>,
    statusOf(filled),
  )
}
