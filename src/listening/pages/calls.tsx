import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem, nameIn, placeOf } from '../../ecosystems/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Empty } from '../../ui/empty.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { CallForm, changeCall, openCall } from '../actions/calls.ts'
import { callWords } from '../messages/calls.ts'
import { callState, markOfCall, type NeedCall } from '../rules/calls.ts'
import { placeOfNeed } from '../rules/needs.ts'
import { callsOf, countsOf, getCall, noCounts } from '../store/calls.ts'
import { type Home, homeOf, may, needTrail } from './need-around.tsx'

export const callsPages = router()

const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)
const toCall = (c: Ctx, id: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.needCall(id), { fatto })), 303)

callsPages.get('/ecosistemi/:slug/raccolte', async (c) => {
  const { db, today, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  const home = { ...ecosystem, name: nameIn(reader.lang, ecosystem) }
  const calls = await callsOf(db, [ecosystem.id])
  const counts = await countsOf(
    db,
    calls.map(({ id }) => id),
  )
  const t = wordsFor(reader, callWords)
  const title = t('callsOf', { name: home.name })
  return c.html(
    <Page
      reader={reader}
      title={title}
      description={t('callsLead')}
      section="ecosystems"
      trail={needTrail(reader.lang, home, { label: t('calls') })}
    >
      <div class="container">
        <PageHead title={title} lead={t('callsLead')}>
          {may(c, 'listening.open-call', home) && (
            <p class="actions">
              <ButtonLink kind="primary" to={paths.newNeedCall(home.slug)}>
                {t('newCall')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        {calls.length === 0 ? (
          <Empty>
            <p>{t('callsNone')}</p>
          </Empty>
        ) : (
          <Table
            caption={t('calls')}
            captionHidden
            rows={calls}
            columns={[
              { label: t('title'), rowHeader: true, cell: (call) => <Link to={paths.needCall(call.id)}>{call.title}</Link> },
              {
                label: t('state'),
                cell: (call) => {
                  const state = callState(call, today)
                  return <StateMark state={markOfCall[state]} label={t(`state.${state}`)} />
                },
              },
              { label: t('opensOn'), cell: ({ opensOn }) => <Time day={opensOn} /> },
              { label: t('closesOn'), cell: ({ closesOn }) => <Time day={closesOn} /> },
              { label: t('received'), numeric: true, cell: ({ id }) => (counts.get(id) ?? noCounts).received },
              { label: t('waiting'), numeric: true, cell: ({ id }) => (counts.get(id) ?? noCounts).waiting },
            ]}
          />
        )}
      </div>
    </Page>,
  )
})

callsPages.get('/ecosistemi/:slug/raccolte/nuova', (c) => newPage(c, { values: {}, errors: {} }))

callsPages.post('/ecosistemi/:slug/raccolte/nuova', async (c) => {
  const form = await readForm(c, CallForm)
  if (!form.data) return newPage(c, form)
  try {
    return toCall(c, (await openCall(c.var, c.req.param('slug'), form.data)).id, 'indetta')
  } catch (error) {
    return newPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function newPage(c: Ctx, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  mustBeAble(actor, 'listening.open-call', placeOf(ecosystem))
  return drawForm(c, { ...ecosystem, name: nameIn(reader.lang, ecosystem) }, null, filled)
}

callsPages.get('/raccolte/:id/modifica', async (c) => {
  const { title, guidance, opensOn, closesOn } = await getCall(c.var.db, c.req.param('id'))
  return editPage(c, { values: { title, guidance, opensOn, closesOn }, errors: {} })
})

callsPages.post('/raccolte/:id/modifica', async (c) => {
  const form = await readForm(c, CallForm)
  if (!form.data) return editPage(c, form)
  try {
    return toCall(c, (await changeCall(c.var, c.req.param('id'), form.data)).id, 'cambiata')
  } catch (error) {
    return editPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function editPage(c: Ctx, filled: Filled) {
  const { db, actor, reader } = c.var
  const call = await getCall(db, c.req.param('id') ?? '')
  mustBeAble(actor, 'listening.change-call', placeOfNeed(call))
  return drawForm(c, await homeOf(db, call.ecosystemId, reader.lang), call, filled)
}

function drawForm(c: Ctx, home: Home, call: NeedCall | null, filled: Filled) {
  const { reader } = c.var
  const t = wordsFor(reader, callWords)
  const title = t(call ? 'editCall' : 'newCall')
  const address = call ? paths.needCallEdit(call.id) : paths.newNeedCall(home.slug)
  const back = call ? paths.needCall(call.id) : paths.needCalls(home.slug)
  const labels = { title: t('title'), guidance: t('guidance'), opensOn: t('opensOn'), closesOn: t('closesOn') }
  return c.html(
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={needTrail(reader.lang, home, { label: t('calls'), to: paths.needCalls(home.slug) }, { label: title })}
      address={address}
      rejected={statusOf(filled) === 422}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        <PageHead title={title} kicker={[home.name]} lead={t(call ? 'editCallLead' : 'newCallLead')} />
        <Form action={address} class="form">
          <TextField name="title" label={t('title')} maxlength={200} {...filled} />
          <TextArea name="guidance" label={t('guidance')} help={t('guidanceHelp')} maxlength={5000} {...filled} />
          <DateField name="opensOn" label={t('opensOn')} {...filled} />
          <DateField name="closesOn" label={t('closesOn')} help={t('windowHelp')} {...filled} />
          <FormEnd cancel={back}>
            <SubmitButton>{t(call ? 'saveEdit' : 'saveNew')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    statusOf(filled),
  )
}
