import { inLang, paths } from '../../charter/paths.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { CheckField, FieldGroup, SelectField } from '../../ui/choice.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { type Filled, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { MoveForm } from '../actions/materials.ts'
import { addQuestion, changeQuestion, moveQuestion, QuestionForm, removeQuestion } from '../actions/questions.ts'
import { setUpWords } from '../messages/set-up.ts'
import type { Way } from '../rules/order.ts'
import { type Option, optionIn, type Question, questionIn, questionKinds } from '../rules/questions.ts'
import { mustBeInPreparation } from '../rules/windows.ts'
import { questionsOf } from '../store/questions.ts'
import { aroundFor } from './around.tsx'
import { FormPage, nothing, statusOf } from './form-page.tsx'

export const questionPages = router()

const back = (c: Ctx, id: string) => c.redirect(inLang(c.var.reader.lang, paths.consultationStep(id, 'domande')), 303)

questionPages.get('/consultazioni/:id/preparazione/domande', (c) => questionPage(c, null, nothing))
questionPages.get('/consultazioni/:id/preparazione/domande/:question', async (c) => questionPage(c, c.req.param('question'), null))

questionPages.post('/consultazioni/:id/preparazione/domande', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, QuestionForm)
  if (!form.data) return questionPage(c, null, form)
  try {
    await addQuestion(c.var, id, form.data)
    return back(c, id)
  } catch (error) {
    return questionPage(c, null, { values: form.values, errors: refusal(c, error) })
  }
})

questionPages.post('/consultazioni/:id/preparazione/domande/:question', async (c) => {
  const { id, question } = c.req.param()
  const form = await readForm(c, QuestionForm)
  if (!form.data) return questionPage(c, question, form)
  try {
    await changeQuestion(c.var, id, question, form.data)
    return back(c, id)
  } catch (error) {
    return questionPage(c, question, { values: form.values, errors: refusal(c, error) })
  }
})

questionPages.post('/consultazioni/:id/preparazione/domande/:question/posto', async (c) => {
  const { id, question } = c.req.param()
  const form = await readForm(c, MoveForm)
  if (!form.data) return questionPage(c, null, { values: {}, errors: form.errors })
  try {
    await moveQuestion(c.var, id, question, form.data)
    return back(c, id)
  } catch (error) {
    return questionPage(c, null, { values: {}, errors: refusal(c, error) })
  }
})

questionPages.post('/consultazioni/:id/preparazione/domande/:question/elimina', async (c) => {
  const { id, question } = c.req.param()
  try {
    await removeQuestion(c.var, id, question)
    return back(c, id)
  } catch (error) {
    return questionPage(c, null, { values: {}, errors: refusal(c, error) })
  }
})

const names = ['kind', 'textIt', 'textEn', 'optionsIt', 'optionsEn', 'rowsIt', 'rowsEn', 'scaleFrom', 'scaleTo', 'showIf'] as const

/** The questions there are, and the form of one: a new one, or one being changed. */
async function questionPage(c: Ctx, questionId: string | null, sent: Filled | null) {
  const { db, reader } = c.var
  const whole = await aroundFor(c, 'consultations.prepare')
  const { id } = whole.consultation
  mustBeInPreparation(whole.consultation)
  const all = await questionsOf(db, id)
  const one = questionId === null ? null : (all.find((question) => question.id === questionId) ?? null)
  if (questionId !== null && !one) throw new Problem(notFound)
  const t = wordsFor(reader, setUpWords)
  const filled = sent ?? { values: one ? valuesOf(one) : {}, errors: {} }
  const title = t(one ? 'changeQuestion' : 'step.questions')
  const address = one ? paths.consultationQuestion(id, one.id) : paths.consultationStep(id, 'domande')
  const earlier = all.filter(({ kind, position }) => (kind === 'single' || kind === 'multiple') && (!one || position < one.position))
  const props = { reader, whole, filled, title, address, lead: t('questionsLead'), submit: t(one ? 'changeQuestion' : 'addQuestion') }
  const labels = Object.fromEntries(names.map((name) => [name, t(name)]))
  return c.html(
    <FormPage
      {...props}
      labels={labels}
      cancel={one ? paths.consultationStep(id, 'domande') : paths.consultationSetUp(id)}
      {...(one ? {} : { head: t('addQuestion') })}
      before={!one && <Existing c={c} id={id} questions={all} />}
    >
      <SelectField
        name="kind"
        label={t('kind')}
        help={t('kindHelp')}
        options={questionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...filled}
      />
      <TextField name="textIt" label={t('textIt')} maxlength={1000} lang="it" {...filled} />
      <TextField name="textEn" label={t('textEn')} optional maxlength={1000} lang="en" {...filled} />
      <CheckField name="required" label={t('required')} {...filled} />
      <SelectField
        name="showIf"
        label={t('showIf')}
        optional
        empty={t('showIfAlways')}
        options={earlier.map((question) => ({
          label: questionIn(reader.lang, question),
          options: question.options.map((option, at) => ({ value: `${question.id}:${at}`, label: optionIn(reader.lang, option) })),
        }))}
        {...filled}
      />
      <FieldGroup legend={t('forChoices')}>
        <TextArea name="optionsIt" label={t('optionsIt')} help={t('optionsHelp')} optional rows={4} lang="it" {...filled} />
        <TextArea name="optionsEn" label={t('optionsEn')} optional rows={4} lang="en" {...filled} />
      </FieldGroup>
      <FieldGroup legend={t('forTable')}>
        <TextArea name="rowsIt" label={t('rowsIt')} help={t('rowsHelp')} optional rows={4} lang="it" {...filled} />
        <TextArea name="rowsEn" label={t('rowsEn')} optional rows={4} lang="en" {...filled} />
      </FieldGroup>
      <FieldGroup legend={t('forScale')}>
        <TextField name="scaleFrom" label={t('scaleFrom')} optional size="short" inputmode="numeric" {...filled} />
        <TextField name="scaleTo" label={t('scaleTo')} optional size="short" inputmode="numeric" {...filled} />
      </FieldGroup>
    </FormPage>,
    statusOf(filled),
  )
}

function Existing({ c, id, questions }: { readonly c: Ctx; readonly id: string; readonly questions: readonly Question[] }) {
  const { reader } = c.var
  const t = wordsFor(reader, setUpWords)
  if (questions.length === 0) return <p class="quiet">{t('questionsNone')}</p>
  return (
    <ol>
      {questions.map((question, at) => (
        <li>
          <Link to={paths.consultationQuestion(id, question.id)}>{questionIn(reader.lang, question)}</Link>{' '}
          <span class="quiet small">({t(`kind.${question.kind}`)})</span>
          <div class="actions">
            {at > 0 && <Move id={id} question={question} way="earlier" />}
            {at < questions.length - 1 && <Move id={id} question={question} way="later" />}
            <Form action={paths.consultationQuestionEnd(id, question.id)}>
              <SubmitButton kind="secondary" small>
                {t('removeQuestion')}
                <span class="visually-hidden">: {questionIn(reader.lang, question)}</span>
              </SubmitButton>
            </Form>
          </div>
        </li>
      ))}
    </ol>
  )
}

interface MoveProps {
  readonly id: string
  readonly question: Question
  readonly way: Way
}

function Move({ id, question, way }: MoveProps) {
  const t = useWords(setUpWords)
  const { lang } = useReader()
  return (
    <Form action={paths.consultationQuestionPlace(id, question.id)}>
      <HiddenField name="way" value={way} />
      <SubmitButton kind="secondary" small>
        {t(way)}
        <span class="visually-hidden">: {questionIn(lang, question)}</span>
      </SubmitButton>
    </Form>
  )
}

const linesOf = (options: readonly Option[], lang: 'it' | 'en') => options.map((option) => option[lang] ?? '').join('\n')

function valuesOf({ kind, textIt, textEn, required, options, rows, scale, showIf }: Question): Filled['values'] {
  return {
    kind,
    textIt,
    textEn: textEn ?? '',
    required: required ? 'on' : '',
    optionsIt: linesOf(options, 'it'),
    optionsEn: linesOf(options, 'en').trim(),
    rowsIt: linesOf(rows, 'it'),
    rowsEn: linesOf(rows, 'en').trim(),
    scaleFrom: scale ? String(scale.from) : '',
    scaleTo: scale ? String(scale.to) : '',
    showIf: showIf ? `${showIf.question}:${showIf.option}` : '',
  }
}
