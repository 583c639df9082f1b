import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { fieldErrors, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { FieldGroup, SelectField } from '../../ui/choice.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Say, useWords, wordsFor } from '../../ui/reader.tsx'
import { CriterionForm, placeOfRanking, setMethod } from '../actions/rankings.ts'
import { rankingWords } from '../messages/rankings.ts'
import { type Criterion, directions, mostCriteria } from '../rules/rankings.ts'
import { criteriaOf } from '../store/rankings.ts'
import { type AroundRanking, aroundRanking, trailInRanking } from './around-ranking.ts'

export const methodPages = router()

const rows = Array.from({ length: mostCriteria }, (_, index) => index + 1)
const fields = ['name', 'weight', 'direction', 'explanation'] as const

methodPages.get('/classifiche/:id/metodo', async (c) => {
  const criteria = await criteriaOf(c.var.db, c.req.param('id'))
  return page(c, { values: valuesOf(criteria), errors: {} })
})

methodPages.post('/classifiche/:id/metodo', async (c) => {
  const body = await c.req.parseBody()
  const values = Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  const { criteria, errors } = criteriaIn(c, values)
  if (Object.keys(errors).length > 0) return page(c, { values, errors })
  try {
    await setMethod(c.var, c.req.param('id'), { criteria })
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.ranking(c.req.param('id')), { fatto: 'metodo' })), 303)
  } catch (error) {
    return page(c, { values, errors: refusal(c, error) })
  }
})

/** The rows in which somebody wrote; a row without a name but with a weight lacks its name. */
function criteriaIn(c: Ctx, values: Filled['values']) {
  const errors: Record<string, string> = {}
  const criteria = rows.flatMap((n) => {
    const [name, weight, direction, explanation] = fields.map((field) => valueOf(values, `${field}-${n}`).trim())
    if (!name && !weight && !explanation) return []
    const parsed = CriterionForm.safeParse({
      name,
      weight: weight === '' ? undefined : Number(weight?.replace(',', '.')),
      direction: direction || 'more',
      explanation: explanation || null,
    })
    if (parsed.success) return [parsed.data]
    for (const [field, words] of Object.entries(fieldErrors(c.var.reader.lang, parsed.error))) errors[`${field}-${n}`] = words
    return []
  })
  return { criteria, errors }
}

function valuesOf(criteria: readonly Criterion[]): Filled['values'] {
  return Object.fromEntries(
    criteria.flatMap((criterion, index) => fields.map((field) => [`${field}-${index + 1}`, String(criterion[field] ?? '')])),
  )
}

async function page(c: Ctx, filled: Filled) {
  const around = await aroundRanking(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'portfolio.set-ranking-method', placeOfRanking(around.ranking))
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<MethodPage reader={c.var.reader} around={around} {...filled} />, status)
}

const labelsOf = (t: Say<keyof typeof rankingWords.it & string>) =>
  Object.fromEntries(
    rows.flatMap((n) =>
      (['weight', 'direction', 'explanation'] as const)
        .map((field): [string, string] => [`${field}-${n}`, `${t('criterionN', { n })}, ${t(field).toLowerCase()}`])
        .concat([[`name-${n}`, t('criterionN', { n })]]),
    ),
  )

interface MethodProps extends Filled {
  readonly reader: Reader
  readonly around: AroundRanking
}

function MethodPage({ reader, around, ...filled }: MethodProps) {
  const t = wordsFor(reader, rankingWords)
  const { ranking } = around
  const title = t('methodTitle', { number: ranking.number })
  const address = paths.rankingMethod(ranking.id)
  const rejected = Object.keys(filled.errors).length > 0
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailInRanking(reader.lang, around, { label: t('method') })}
      address={address}
      rejected={rejected}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={title} kicker={[ranking.title]} lead={t('methodFormLead')} />
        <Form action={address} class="form">
          {rows.map((n) => (
            <Row n={n} {...filled} />
          ))}
          <FormEnd cancel={paths.ranking(ranking.id)}>
            <SubmitButton>{t('saveMethod')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function Row({ n, ...filled }: Filled & { readonly n: number }) {
  const t = useWords(rankingWords)
  const options = directions.map((value) => ({ value, label: t(`directionLabel.${value}`) }))
  const optional = n > 1
  return (
    <FieldGroup legend={t('criterionN', { n })}>
      <TextField name={`name-${n}`} label={t('criterion')} maxlength={120} optional={optional} {...filled} />
      <TextField
        name={`weight-${n}`}
        label={`${t('weight')} (%)`}
        size="short"
        inputmode="numeric"
        maxlength={3}
        optional={optional}
        {...filled}
      />
      <SelectField name={`direction-${n}`} label={t('direction')} options={options} empty={null} {...filled} />
      <TextArea
        name={`explanation-${n}`}
        label={t('explanation')}
        help={t('explanationHelp')}
        rows={2}
        maxlength={1000}
        optional
        {...filled}
      />
    </FieldGroup>
  )
}
