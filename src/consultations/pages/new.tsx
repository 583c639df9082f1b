import { inLang, paths } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { documentsOf, titleIn as titleOfDocument, versionsOfAll } from '../../documents/index.ts'
import { getEcosystem, nameIn, placeOf } from '../../ecosystems/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { SelectField } from '../../ui/choice.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { PrepareForm, prepareConsultation } from '../actions/set-up.ts'
import { consultationWords } from '../messages/consultations.ts'
import { setUpWords } from '../messages/set-up.ts'
import { nothing, statusOf } from './form-page.tsx'

export const newConsultationPages = router()

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

newConsultationPages.get('/ecosistemi/:slug/consultazioni/nuova', (c) => newPage(c, nothing))

newConsultationPages.post('/ecosistemi/:slug/consultazioni/nuova', async (c) => {
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
