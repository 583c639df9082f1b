import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { Problem, signInFirst } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { Done } from '../../ui/done.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { EvaluationForm, evaluate } from '../actions/evaluate.ts'
import { evaluationWords } from '../messages/evaluation.ts'
import { evaluationQuestions } from '../rules/evaluation.ts'
import { evaluationBy } from '../store/evaluations.ts'
import { aroundConsultation, trailIn } from './around.tsx'

export const evaluationPages = router()

evaluationPages.get('/consultazioni/:id/valutazione', (c) => evaluationPage(c, null))

evaluationPages.post('/consultazioni/:id/valutazione', async (c) => {
  const id = c.req.param('id')
  if (!c.var.actor.id) throw new Problem(signInFirst)
  const form = await readForm(c, EvaluationForm)
  if (!form.data) return evaluationPage(c, form)
  try {
    await evaluate(c.var, id, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.evaluation(id), { fatto: 'valutata' })), 303)
  } catch (error) {
    return evaluationPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

const grades = ['1', '2', '3', '4', '5'] as const

async function evaluationPage(c: Ctx, sent: Filled | null) {
  const { db, actor, reader } = c.var
  if (!actor.id) throw new Problem(signInFirst)
  const around = await aroundConsultation(c, c.req.param('id') ?? '')
  const { id } = around.consultation
  const given = await evaluationBy(db, id, actor.id)
  const { values, errors } = sent ?? {
    values: given
      ? {
          easy: String(given.easy),
          clear: String(given.clear),
          heard: given.heard ? String(given.heard) : '',
          again: given.again ? 'yes' : 'no',
          comment: given.comment ?? '',
        }
      : {},
    errors: {},
  }
  const filled = { values, errors }
  const t = wordsFor(reader, evaluationWords)
  return c.html(
    <Page
      reader={reader}
      title={t('title')}
      section="consultations"
      trail={trailIn(around, { label: t('title') })}
      address={paths.evaluation(id)}
      rejected={sent !== null}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ easy: t('easy'), clear: t('clear'), again: t('again'), comment: t('comment') }} />
        <Done words={evaluationWords} done={c.req.query('fatto')} />
        <PageHead title={t('title')} kicker={[around.ecosystem.name, around.title]} lead={t('lead')} />
        <Form action={paths.evaluation(id)} class="form">
          {evaluationQuestions.map((name) => (
            <RadioGroup
              name={name}
              label={t(name)}
              help={name === 'heard' ? t('heardHelp') : undefined}
              optional={name === 'heard'}
              options={grades.map((value) => ({ value, label: t(`grade.${value}`) }))}
              {...filled}
            />
          ))}
          <RadioGroup
            name="again"
            label={t('again')}
            options={[
              { value: 'yes', label: t('yes') },
              { value: 'no', label: t('no') },
            ]}
            {...filled}
          />
          <TextArea name="comment" label={t('comment')} help={t('commentHelp')} rows={4} maxlength={2000} optional {...filled} />
          <FormEnd cancel={paths.consultation(id)}>
            <SubmitButton>{t(given ? 'sendAgain' : 'send')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    sent ? 422 : 200,
  )
}
