import { inLang, paths } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { SelectField } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { addSection, NewSectionForm } from '../actions/add-section.ts'
import { draftWords } from '../messages/draft.ts'
import { movingWords } from '../messages/moving.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { flatten, sectionsOf } from '../rules/sections.ts'
import { draftOf } from '../store/draft.ts'
import { aroundDocument, type Neighbours, trailIn } from './around.tsx'
import { inOutline } from './move.tsx'

export function newSectionPages(neighbours: Neighbours) {
  const pages = router()
  pages.get('/documenti/:id/bozza/nuova-sezione', (c) => newSectionPage(c, neighbours, null))
  pages.post('/documenti/:id/bozza/nuova-sezione', async (c) => {
    const { id } = c.req.param()
    const form = await readForm(c, NewSectionForm)
    if (!form.data) return newSectionPage(c, neighbours, form)
    try {
      const heading = await addSection(c.var, id, form.data)
      return c.redirect(inLang(c.var.reader.lang, paths.draftSection(id, heading.id)), 303)
    } catch (error) {
      return newSectionPage(c, neighbours, { values: form.values, errors: refusal(c, error) })
    }
  })
  return pages
}

async function newSectionPage(c: Ctx, neighbours: Neighbours, sent: Filled | null) {
  const { db, actor, reader } = c.var
  const around = await aroundDocument(c, neighbours)
  const { document } = around
  mustBeAble(actor, 'documents.write', placeOfDocument(document))
  const sections = flatten(sectionsOf(await draftOf(db, document.id)))
  const t = wordsFor(reader, movingWords)
  const d = wordsFor(reader, draftWords)
  const filled = sent ?? { values: { title: '', level: '1', after: '' }, errors: {} }
  const address = paths.newSection(document.id)
  const labels = { title: t('sectionTitle'), level: t('sectionLevel'), after: t('sectionAfter') }
  const levels = (['1', '2', '3', '4'] as const).map((value) => ({ value, label: t(`sectionLevel.${value}`) }))
  const places = sections.flatMap((one) => (one.heading ? [{ value: one.heading.id as string, label: inOutline(one) }] : []))
  return c.html(
    <Page
      reader={reader}
      title={t('newSection')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: d('draft'), to: paths.draft(document.id) }, { label: t('newSection') })}
      address={address}
      rejected={sent !== null}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        <PageHead title={t('newSection')} kicker={[around.title]} lead={t('newSectionLead')} />
        <Form action={address} class="form">
          <TextField name="title" label={t('sectionTitle')} maxlength={500} lang="it" {...filled} />
          <SelectField name="level" label={t('sectionLevel')} empty={null} options={levels} {...filled} />
          <SelectField name="after" label={t('sectionAfter')} empty={t('sectionLast')} options={places} optional {...filled} />
          <FormEnd cancel={paths.draft(document.id)}>
            <SubmitButton>{t('newSectionButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    sent ? 422 : 200,
  )
}
