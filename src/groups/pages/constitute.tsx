import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { type EcosystemView, getEcosystem, nameIn, placeOf } from '../../ecosystems/index.ts'
import { formatDay } from '../../kernel/words.ts'
import { readUpload } from '../../platform/files.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { ConstituteForm, constituteBody } from '../actions/bodies.ts'
import { bodyWords } from '../messages/bodies.ts'
import { bodyKinds } from '../rules/bodies.ts'
import type { Decision } from '../rules/decisions.ts'
import { holds } from '../rules/decisions.ts'
import { bodiesOfCycle } from '../store/bodies.ts'
import { decisionsOnTables } from '../store/decisions.ts'
import { ActFields, labelsOf, QuorumFields } from './body-fields.tsx'

export const constitutePages = router()

constitutePages.get('/ecosistemi/:slug/gruppi/nuovo', (c) => constitutePage(c, { values: valuesAsked(c), errors: {} }))

/** A decision that defines tables leads here with itself chosen. */
function valuesAsked(c: Ctx): Filled['values'] {
  const decisionId = c.req.query('decisione')
  return { kind: decisionId ? 'technical-table' : '', quorumKind: 'majority', decisionId }
}

constitutePages.post('/ecosistemi/:slug/gruppi/nuovo', async (c) => {
  const form = await readForm(c, ConstituteForm)
  if (!form.data) return constitutePage(c, form)
  try {
    const body = await constituteBody(c.var, c.req.param('slug'), form.data, await readUpload(c, 'actFile'))
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.body(body.id), { fatto: 'costituito' })), 303)
  } catch (error) {
    return constitutePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function constitutePage(c: Ctx, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  mustBeAble(actor, 'groups.constitute', placeOf(ecosystem))
  const bodies = await bodiesOfCycle(db, ecosystem.cycle.id)
  const decided = await decisionsOnTables(
    db,
    bodies.map(({ id }) => id),
    today,
  )
  const decisions = decided.filter((decision) => decision.kind === 'tables' && holds(decision))
  return c.html(<ConstitutePage {...{ reader, ecosystem, decisions }} {...filled} />, Object.keys(filled.errors).length > 0 ? 422 : 200)
}

interface ConstitutePageProps extends Filled {
  readonly reader: Reader
  readonly ecosystem: EcosystemView
  readonly decisions: readonly Decision[]
}

function ConstitutePage({ reader, ecosystem, decisions, ...filled }: ConstitutePageProps) {
  const t = wordsFor(reader, bodyWords)
  const name = nameIn(reader.lang, ecosystem)
  const address = paths.newBody(ecosystem.slug)
  const trail = [
    { label: t('ecosystems'), to: paths.ecosystems },
    { label: name, to: paths.ecosystem(ecosystem.slug) },
    { label: t('groups'), to: paths.bodies(ecosystem.slug) },
    { label: t('constitute') },
  ]
  const born = decisions.map(({ id, number, takenOn, title }) => ({
    value: id,
    label: t('decisionOption', { number, day: formatDay(reader.lang, takenOn), title }),
  }))
  return (
    <Page
      reader={reader}
      title={t('constitute')}
      section="ecosystems"
      trail={trail}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={t('constitute')} kicker={[name]} lead={t('constituteLead')} />
        <Form action={address} class="form" enctype="multipart/form-data">
          <RadioGroup
            name="kind"
            label={t('kind')}
            options={bodyKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`), help: t(`kindHelp.${kind}`) }))}
            {...filled}
          />
          <TextField name="name" label={t('name')} help={t('nameHelp')} maxlength={200} {...filled} />
          <TextArea name="mandate" label={t('mandate')} help={t('mandateHelp')} maxlength={5000} {...filled} />
          <ActFields there={false} {...filled} />
          <SelectField
            name="decisionId"
            label={t('decision')}
            help={t('decisionHelp')}
            optional
            empty={t('noDecision')}
            options={born}
            {...filled}
          />
          <DateField name="from" label={t('from')} help={t('fromHelp')} optional {...filled} />
          <DateField name="to" label={t('to')} help={t('toHelp')} optional {...filled} />
          <QuorumFields {...filled} />
          <FormEnd cancel={paths.bodies(ecosystem.slug)}>
            <SubmitButton>{t('create')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
