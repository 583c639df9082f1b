import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { documentsOf, titleIn as titleOfDocument, versionsOfAll } from '../../documents/index.ts'
import { getEcosystem, nameIn, placeOf } from '../../ecosystems/index.ts'
import { daysBetween } from '../../kernel/day.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Checklist } from '../../ui/checklist.tsx'
import { SelectField } from '../../ui/choice.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatsFor, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { openConsultation, PrepareForm, prepareConsultation } from '../actions/set-up.ts'
import { consultationWords } from '../messages/consultations.ts'
import { setUpWords } from '../messages/set-up.ts'
import { steps, unmet } from '../rules/set-up.ts'
import { questionsOf } from '../store/questions.ts'
import { type Around, aroundFor, mayDo, trailIn } from './around.tsx'
import { nothing, statusOf } from './form-page.tsx'
import { Preview } from './preview.tsx'

export const setUpPages = router()

/** The frozen versions of an ecosystem's documents, the last first. */
export async function versionChoices(c: Ctx, ecosystemId: string) {
  const { db, reader } = c.var
  const documents = await documentsOf(db, ecosystemId)
  const versions = await versionsOfAll(
    db,
    documents.map(({ id }) => id),
  )
  const t = wordsFor(reader, setUpWords)
  const k = wordsFor(reader, consultationWords)
  return versions.toReversed().flatMap((version) => {
    const document = documents.find(({ id }) => id === version.documentId)
    if (!document) return []
    const words = { title: titleOfDocument(reader.lang, document), number: version.number, kind: k(`kind.${document.kind}`) }
    return [{ value: version.id as string, label: t('versionOption', words), documentId: document.id as string }]
  })
}

setUpPages.get('/ecosistemi/:slug/consultazioni/nuova', (c) => newPage(c, nothing))

setUpPages.post('/ecosistemi/:slug/consultazioni/nuova', async (c) => {
  const form = await readForm(c, PrepareForm)
  if (!form.data) return newPage(c, form)
  try {
    const { id } = await prepareConsultation(c.var, form.data)
    return c.redirect(inLang(c.var.reader.lang, paths.consultationSetUp(id)), 303)
  } catch (error) {
    return newPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function newPage(c: Ctx, filled: Filled) {
  const { db, today, reader, actor } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  mustBeAble(actor, 'consultations.prepare', placeOf(ecosystem))
  const options = await versionChoices(c, ecosystem.id)
  const t = wordsFor(reader, setUpWords)
  const name = nameIn(reader.lang, ecosystem)
  const address = paths.newConsultation(ecosystem.slug)
  const list = paths.ecosystemConsultations(ecosystem.slug)
  const trail = [{ label: name, to: paths.ecosystem(ecosystem.slug) }, { label: t('newTitle') }]
  const rejected = Object.keys(filled.errors).length > 0
  return c.html(
    <Page reader={reader} title={t('newTitle')} section="consultations" trail={trail} address={address} rejected={rejected}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ versionId: t('versionId') }} />
        <PageHead title={t('newTitle')} kicker={[name]} lead={t('newLead')} />
        {options.length > 0 ? (
          <Form action={address} class="form">
            <SelectField name="versionId" label={t('versionId')} help={t('versionHelp')} options={options} {...filled} />
            <FormEnd cancel={list}>
              <SubmitButton>{t('begin')}</SubmitButton>
            </FormEnd>
          </Form>
        ) : (
          <Empty>
            <p>{t('noVersions')}</p>
            <p>{t('noVersionsHint')}</p>
          </Empty>
        )}
      </div>
    </Page>,
    statusOf(filled),
  )
}

export const stepSlugs = {
  object: 'testo',
  aims: 'obiettivi',
  questions: 'domande',
  participation: 'partecipazione',
  contacts: 'contatti',
  calendar: 'date',
} as const

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

async function checklistPage(c: Ctx, filled: Filled) {
  const { db, reader, today } = c.var
  const whole: Around = await aroundFor(c, 'consultations.prepare')
  const { consultation } = whole
  if (consultation.openedAt) return c.redirect(inLang(reader.lang, paths.consultation(consultation.id)), 303)
  const questions = await questionsOf(db, consultation.id)
  const missing = unmet(consultation, questions, today)
  const t = wordsFor(reader, setUpWords)
  const { day } = formatsFor(reader)
  const mayOpen = mayDo(c, 'consultations.open', consultation)
  const { opensOn, closesOn } = consultation
  const items = steps.map((step) => {
    const lacking = missing.filter((one) => one.step === step)
    return {
      state: lacking.length > 0 ? ('todo' as const) : ('done' as const),
      word: t(lacking.length > 0 ? 'incomplete' : 'complete'),
      title: <Link to={paths.consultationStep(consultation.id, stepSlugs[step])}>{t(`step.${step}`)}</Link>,
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
        <PageHead title={whole.title} kicker={[t('title'), whole.ecosystem.name]} lead={t('lead')} />
        <Section id="passi" title={t('steps')}>
          <Checklist items={items} />
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
        <Preview consultation={consultation} questions={questions} />
      </div>
    </Page>,
    statusOf(filled),
  )
}
