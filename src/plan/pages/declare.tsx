import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { type Act, mustBeAble, platform } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { DeclareForm, declareState, type ResultPlace, WithdrawForm, withdrawDeclaration } from '../actions/declare.ts'
import { noSuchResult } from '../declaration-rules.ts'
import { formMessages } from '../messages/forms.ts'
import { planMessages } from '../messages/plan.ts'
import { declarableStates } from '../rules.ts'
import type { Declaration } from '../store/declarations.ts'
import { type ActionView, getAction } from '../views.ts'
import { DeclarationWords } from './result.tsx'
import { yearsOf } from './words.tsx'

export const declarePages = router()

const place = '/piano/:edition{\\d{4}-\\d{4}}/azioni/:number{\\d{1,4}}/risultati/:position{\\d{1,3}}/dichiarazione'

declarePages.get(place, async (c) => {
  const asked = await resultAsked(c, 'plan.declare')
  return c.html(<DeclarePage c={c} {...asked} values={{}} errors={{}} />)
})

declarePages.post(place, async (c) => {
  const asked = await resultAsked(c, 'plan.declare')
  const form = await readForm(c, DeclareForm)
  let errors: Filled['errors'] = form.errors
  if (form.data) {
    try {
      await declareState(c.var, asked.place, form.data)
      return c.redirect(doneAddress(c, asked.place, 'dichiarato'), 303)
    } catch (error) {
      errors = refusal(c, error)
    }
  }
  return c.html(<DeclarePage c={c} {...asked} values={form.values} errors={errors} />, 422)
})

declarePages.get(`${place}/:id/ritiro`, async (c) => {
  const asked = await resultAsked(c, 'plan.withdraw-declaration')
  return c.html(<WithdrawPage c={c} {...asked} declaration={declarationAsked(c, asked)} values={{}} errors={{}} />)
})

declarePages.post(`${place}/:id/ritiro`, async (c) => {
  const asked = await resultAsked(c, 'plan.withdraw-declaration')
  const declaration = declarationAsked(c, asked)
  const form = await readForm(c, WithdrawForm)
  let errors: Filled['errors'] = form.errors
  if (form.data) {
    try {
      await withdrawDeclaration(c.var, asked.place, declaration.id, form.data)
      return c.redirect(doneAddress(c, asked.place, 'ritirato'), 303)
    } catch (error) {
      errors = refusal(c, error)
    }
  }
  return c.html(<WithdrawPage c={c} {...asked} declaration={declaration} values={form.values} errors={errors} />, 422)
})

interface AskedResult {
  readonly place: ResultPlace
  readonly view: ActionView
  readonly words: string
}

/** Whoever may not do it is told before filling the form in. */
async function resultAsked(c: Ctx, act: Act): Promise<AskedResult> {
  mustBeAble(c.var.actor, act, platform)
  const { edition = '', number, position } = c.req.param() as Record<string, string>
  const place = { edition, number: Number(number), position: Number(position) }
  const view = await getAction(c.var.db, edition, place.number, c.var.today)
  const words = view.text.content.results[place.position - 1]?.text
  if (words === undefined) throw new Problem(noSuchResult, { code: view.action.code, position: place.position })
  return { place, view, words }
}

function declarationAsked(c: Ctx, { view, place }: AskedResult): Declaration {
  const result = view.action.results.find(({ position }) => position === place.position)
  const found = view.declarations.find(({ id, resultId }) => id === c.req.param('id') && resultId === result?.id)
  if (!found) throw new Problem(notFound)
  return found
}

function doneAddress(c: Ctx, { edition, number }: ResultPlace, done: string): string {
  return inLang(c.var.reader.lang, withQuery(paths.action(edition, number), { fatto: done }))
}

interface FormPageProps extends Filled, AskedResult {
  readonly c: Ctx
}

function trailOf(c: Ctx, { place, view }: Pick<AskedResult, 'place' | 'view'>, label: string) {
  const p = wordsFor(c.var.reader, planMessages)
  return [
    { label: p('edition', { years: yearsOf(place.edition) }), to: paths.edition(place.edition) },
    { label: p('action', { number: view.action.number }), to: paths.action(place.edition, place.number) },
    { label },
  ]
}

function DeclarePage({ c, place, view, words, values, errors }: FormPageProps) {
  const { reader } = c.var
  const t = wordsFor(reader, formMessages)
  const back = paths.action(place.edition, place.number)
  const address = paths.declaration(place.edition, place.number, place.position)
  const title = t('declareTitle')
  return (
    <Page
      reader={reader}
      title={title}
      section="plan"
      trail={trailOf(c, { place, view }, title)}
      address={address}
      rejected={hasAny(errors)}
    >
      <div class="container">
        <ErrorSummary
          errors={errors}
          labels={{ state: t('short.state'), since: t('short.day'), evidenceUrl: t('evidenceUrl'), note: t('note') }}
        />
        <PageHead title={title} lead={t('declareLead', { code: view.action.code, position: place.position })} />
        <ResultWords words={words} />
        <Form action={address} class="form">
          <DeclareFields values={values} errors={errors} />
          <FormEnd cancel={back}>
            <SubmitButton>{t('declare')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function DeclareFields(filled: Filled) {
  const t = useWords(formMessages)
  const { today } = useReader()
  const options = declarableStates.map((value) => ({ value, label: t(`state.${value}`), help: t(`state.${value}.help`) }))
  return (
    <>
      <RadioGroup name="state" label={t('state')} options={options} {...filled} />
      <DateField name="since" label={t('since')} help={t('sinceHelp')} max={today} {...filled} />
      <TextField name="evidenceUrl" type="url" label={t('evidenceUrl')} help={t('evidenceHelp')} maxlength={2000} {...filled} />
      <TextArea name="note" label={t('note')} help={t('noteHelp')} rows={3} maxlength={2000} optional {...filled} />
    </>
  )
}

function WithdrawPage({ c, place, view, words, declaration, values, errors }: FormPageProps & { readonly declaration: Declaration }) {
  const { reader } = c.var
  const t = wordsFor(reader, formMessages)
  const back = paths.action(place.edition, place.number)
  const address = paths.declarationEnd(place.edition, place.number, place.position, declaration.id)
  const title = t('withdrawTitle')
  return (
    <Page
      reader={reader}
      title={title}
      section="plan"
      trail={trailOf(c, { place, view }, title)}
      address={address}
      rejected={hasAny(errors)}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ reason: t('short.reason') }} />
        <PageHead title={title} lead={t('withdrawLead')} />
        <ResultWords words={words} />
        <DeclarationWords declaration={declaration} />
        <Form action={address} class="form">
          <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} maxlength={2000} values={values} errors={errors} />
          <FormEnd cancel={back} keeps>
            <SubmitButton kind="danger">{t('withdraw')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function ResultWords({ words }: { readonly words: string }) {
  const t = useWords(formMessages)
  return (
    <Section id="risultato" title={t('resultWords')}>
      <p class="prose" lang="it">
        {words}
      </p>
    </Section>
  )
}

export function hasAny(errors: Filled['errors']): boolean {
  return Object.keys(errors).length > 0
}
