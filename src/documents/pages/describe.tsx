import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { DescribeForm, describeDocument } from '../actions/documents.ts'
import { documentWords } from '../messages/documents.ts'
import { aroundDocument, type Neighbours, trailIn } from './around.tsx'
import { TitleFields } from './list.tsx'

export function describePages(neighbours: Neighbours) {
  const pages = router()
  pages.get('/documenti/:id/modifica', (c) => describePage(c, neighbours, null))
  pages.post('/documenti/:id/modifica', async (c) => {
    const form = await readForm(c, DescribeForm)
    if (!form.data) return describePage(c, neighbours, form)
    const { id } = c.req.param()
    try {
      await describeDocument(c.var, id, form.data, neighbours.bodiesOf)
      return c.redirect(inLang(c.var.reader.lang, withQuery(paths.document(id), { fatto: 'descritto' })), 303)
    } catch (error) {
      return describePage(c, neighbours, { values: form.values, errors: refusal(c, error) })
    }
  })
  return pages
}

async function describePage(c: Ctx, neighbours: Neighbours, sent: Filled | null) {
  const { db, actor, reader, today } = c.var
  const around = await aroundDocument(c, neighbours)
  const { document, ecosystem } = around
  mustBeAble(actor, 'documents.describe', { kind: 'ecosystem', id: document.ecosystemId })
  const bodies = await neighbours.bodiesOf(db, document.ecosystemId, today)
  const { titleIt, titleEn } = document
  const filled = sent ?? { values: { titleIt, titleEn: titleEn ?? '', bodies: document.bodies }, errors: {} }
  const t = wordsFor(reader, documentWords)
  const address = paths.documentEdit(document.id)
  const labels = { titleIt: t('titleIt'), titleEn: t('titleEn'), bodies: t('bodies') }
  return c.html(
    <Page
      reader={reader}
      title={t('describe')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('describe') })}
      address={address}
      rejected={sent !== null}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        <PageHead title={t('describe')} kicker={[ecosystem.name, around.title]} lead={t('describeLead')} />
        <Form action={address} class="form">
          <TitleFields bodies={bodies} {...filled} />
          <FormEnd cancel={paths.document(document.id)}>
            <SubmitButton>{t('describeButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    sent ? 422 : 200,
  )
}
