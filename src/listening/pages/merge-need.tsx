import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { SuggestField, suggestButton } from '../../ui/suggest.tsx'
import { MergeForm, mergeNeeds, SeparateForm, separateNeeds } from '../actions/merging.ts'
import { needWords } from '../messages/needs.ts'
import { mustBeMerged } from '../rules/merging.ts'
import { codeOf, mustStand, placeOfNeed } from '../rules/needs.ts'
import { searchNeeds } from '../store/need-list.ts'
import { findNeed, getNeed } from '../store/needs.ts'
import { homeOf, needOption, needOptionsFor, needTrail } from './need-around.tsx'

export const mergeNeedPages = router()

const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)
const toNeed = (c: Ctx, id: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.need(id), { fatto })), 303)

/** Answers the search-as-you-type of whoever chooses a need of an ecosystem. */
mergeNeedPages.get('/ecosistemi/:slug/esigenze/suggerimenti', async (c) => {
  const { db, today } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  return c.json({ options: (await searchNeeds(db, ecosystem.id, c.req.query('q') ?? '')).map(needOption) })
})

mergeNeedPages.get('/esigenze/:id/unione', (c) => mergePage(c, { values: { intoId: c.req.query('con') }, errors: {} }))

mergeNeedPages.post('/esigenze/:id/unione', async (c) => {
  const form = await readForm(c, MergeForm)
  if (form.values[suggestButton('intoId')]) return mergePage(c, { values: form.values, errors: {} })
  if (!form.data) return mergePage(c, form)
  try {
    return toNeed(c, (await mergeNeeds(c.var, c.req.param('id'), form.data)).id, 'unita')
  } catch (error) {
    return mergePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function mergePage(c: Ctx, filled: Filled) {
  const { db, actor, reader } = c.var
  const need = await getNeed(db, c.req.param('id') ?? '')
  mustBeAble(actor, 'listening.merge-needs', placeOfNeed(need))
  mustStand(need, need.mergedInto ? await findNeed(db, need.mergedInto) : null)
  const home = await homeOf(db, need.ecosystemId, reader.lang)
  const options = await needOptionsFor(c, need.ecosystemId, 'intoId', filled.values)
  const t = wordsFor(reader, needWords)
  const code = codeOf(need)
  const title = t('mergeTitle', { code })
  return c.html(
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={needTrail(reader.lang, home, { label: code, to: paths.need(need.id) }, { label: t('merge') })}
      address={paths.needMerge(need.id)}
      rejected={statusOf(filled) === 422}
      scripts={['suggest.js']}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ intoId: t('intoId'), reason: t('mergeReason') }} />
        <PageHead title={title} kicker={[home.name, <span lang="it">{need.statement}</span>]} lead={t('mergeLead')} />
        <Form action={paths.needMerge(need.id)} class="form">
          <SuggestField
            name="intoId"
            label={t('intoId')}
            help={t('intoHelp')}
            source={paths.needOptions(home.slug)}
            options={options.filter(({ value }) => value !== need.id)}
            {...filled}
          />
          <TextArea name="reason" label={t('mergeReason')} rows={3} maxlength={2000} {...filled} />
          <FormEnd cancel={paths.need(need.id)}>
            <SubmitButton>{t('saveMerge')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    statusOf(filled),
  )
}

mergeNeedPages.get('/esigenze/:id/separazione', (c) => separatePage(c, { values: {}, errors: {} }))

mergeNeedPages.post('/esigenze/:id/separazione', async (c) => {
  const form = await readForm(c, SeparateForm)
  if (!form.data) return separatePage(c, form)
  try {
    return toNeed(c, (await separateNeeds(c.var, c.req.param('id'), form.data)).id, 'separata')
  } catch (error) {
    return separatePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function separatePage(c: Ctx, filled: Filled) {
  const { db, actor, reader } = c.var
  const need = await getNeed(db, c.req.param('id') ?? '')
  mustBeAble(actor, 'listening.separate-needs', placeOfNeed(need))
  mustBeMerged(need)
  const into = await getNeed(db, need.mergedInto as string)
  const home = await homeOf(db, need.ecosystemId, reader.lang)
  const t = wordsFor(reader, needWords)
  const title = t('separateTitle', { code: codeOf(need), into: codeOf(into) })
  return c.html(
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={needTrail(reader.lang, home, { label: codeOf(need), to: paths.need(need.id) }, { label: t('separate') })}
      address={paths.needSeparate(need.id)}
      rejected={statusOf(filled) === 422}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ reason: t('separateReason') }} />
        <PageHead title={title} kicker={[home.name, <span lang="it">{need.statement}</span>]} lead={t('separateLead')} />
        <Form action={paths.needSeparate(need.id)} class="form">
          <TextArea name="reason" label={t('separateReason')} rows={3} maxlength={2000} {...filled} />
          <FormEnd cancel={paths.need(need.id)}>
            <SubmitButton>{t('saveSeparate')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    statusOf(filled),
  )
}
