import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { formatDay } from '../../kernel/words.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { SelectField } from '../../ui/choice.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { AdoptForm, adoptVersion, declareFinal, FreezeForm, freezeDraft, publishVersion } from '../actions/versions.ts'
import { restoreVersion } from '../actions/write.ts'
import { versionWords } from '../messages/versions.ts'
import { missingPartsInWords } from '../parts-in-words.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { nothingToFreeze } from '../rules/versions.ts'
import { draftOf } from '../store/draft.ts'
import { blocksOf } from '../store/versions.ts'
import { hashOf } from '../text/hash.ts'
import { aroundDocument, aroundVersion, type Neighbours, trailIn } from './around.tsx'

const done = (c: Ctx, to: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(to, { fatto })), 303)

/** What makes a version go on: freezing, final, adoption, publication, and back into the draft. */
export function versionActPages(neighbours: Neighbours) {
  const pages = router()

  pages.get('/documenti/:id/versioni/nuova', (c) => freezePage(c, neighbours, { values: {}, errors: {} }))

  pages.post('/documenti/:id/versioni/nuova', async (c) => {
    const { id } = c.req.param()
    const form = await readForm(c, FreezeForm)
    if (!form.data) return freezePage(c, neighbours, form)
    try {
      const { number } = await freezeDraft(c.var, id, form.data)
      return done(c, paths.version(id, number), 'congelata')
    } catch (error) {
      return freezePage(c, neighbours, { values: form.values, errors: refusal(c, error) })
    }
  })

  pages.get('/documenti/:id/versioni/:number/adozione', (c) => adoptPage(c, neighbours, { values: {}, errors: {} }))

  pages.post('/documenti/:id/versioni/:number/adozione', async (c) => {
    const { version } = await aroundVersion(c, neighbours)
    const form = await readForm(c, AdoptForm)
    if (!form.data) return adoptPage(c, neighbours, form)
    try {
      await adoptVersion(c.var, version.id, form.data.decisionId, neighbours.findDecision)
      return done(c, paths.version(version.documentId, version.number), 'adottata')
    } catch (error) {
      return adoptPage(c, neighbours, { values: form.values, errors: refusal(c, error) })
    }
  })

  pages.post('/documenti/:id/versioni/:number/definitiva', async (c) => {
    const { version } = await aroundVersion(c, neighbours)
    await declareFinal(c.var, version.id)
    return done(c, paths.version(version.documentId, version.number), 'definitiva')
  })

  pages.post('/documenti/:id/versioni/:number/pubblicazione', async (c) => {
    const { version } = await aroundVersion(c, neighbours)
    await publishVersion(c.var, version.id, neighbours.findDecision)
    return done(c, paths.version(version.documentId, version.number), 'pubblicata')
  })

  pages.post('/documenti/:id/versioni/:number/ripristino', async (c) => {
    const { version } = await aroundVersion(c, neighbours)
    await restoreVersion(c.var, version.id)
    return done(c, paths.draft(version.documentId), 'ripristinata')
  })
  return pages
}

async function freezePage(c: Ctx, neighbours: Neighbours, filled: Filled) {
  const { db, actor, reader } = c.var
  const around = await aroundDocument(c, neighbours)
  const { document, all } = around
  mustBeAble(actor, 'documents.freeze', placeOfDocument(document))
  const draft = await draftOf(db, document.id)
  if (draft.length === 0) throw new Problem(nothingToFreeze)
  const t = wordsFor(reader, versionWords)
  const missing = missingPartsInWords(reader.lang, document.kind, draft)
  const number = (all.at(-1)?.number ?? 0) + 1
  const address = paths.newVersion(document.id)
  const rejected = Object.keys(filled.errors).length > 0
  return c.html(
    <Page
      reader={reader}
      title={t('freezeTitle')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('freezeTitle') })}
      address={address}
      rejected={rejected}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ note: t('note') }} />
        <PageHead title={t('freezeTitle')} kicker={[around.ecosystem.name, around.title]} lead={t('freezeLead', { number })} />
        {missing && (
          <Notice kind="late">
            <p>{t('freezeParts', { parts: missing })}</p>
          </Notice>
        )}
        <Form action={address} class="form">
          <HiddenField name="hash" value={hashOf(document, draft).toString('hex')} />
          <TextArea name="note" label={t('note')} help={t('noteHelp')} rows={3} optional maxlength={2000} {...filled} />
          <FormEnd cancel={paths.draft(document.id)}>
            <SubmitButton>{t('freezeButton', { number })}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    rejected ? 422 : 200,
  )
}

async function adoptPage(c: Ctx, neighbours: Neighbours, filled: Filled) {
  const { db, actor, reader } = c.var
  const around = await aroundVersion(c, neighbours)
  const { document, version } = around
  mustBeAble(actor, 'documents.adopt', placeOfDocument(document))
  const decisions = (await neighbours.adoptions(db, document.ecosystemId)).filter(
    ({ holds, takenOn }) => holds && takenOn >= version.frozenOn,
  )
  const t = wordsFor(reader, versionWords)
  const missing = missingPartsInWords(reader.lang, document.kind, await blocksOf(db, version.id))
  const address = paths.versionAdoption(document.id, version.number)
  const back = paths.version(document.id, version.number)
  const rejected = Object.keys(filled.errors).length > 0
  const options = decisions.map(({ id, number, takenOn, title }) => ({
    value: id,
    label: t('decisionOption', { number, day: formatDay(reader.lang, takenOn), title }),
  }))
  return c.html(
    <Page
      reader={reader}
      title={t('adoptTitle')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('version', { number: version.number }), to: back }, { label: t('adoptTitle') })}
      address={address}
      rejected={rejected}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ decisionId: t('decisionId') }} />
        <PageHead
          title={t('adoptTitle')}
          kicker={[around.ecosystem.name, around.title]}
          lead={t('adoptLead', { number: version.number })}
        />
        {missing && (
          <Notice kind="late">
            <p>{t('adoptParts', { parts: missing })}</p>
          </Notice>
        )}
        {options.length > 0 ? (
          <Form action={address} class="form">
            <SelectField name="decisionId" label={t('decisionId')} options={options} {...filled} />
            <FormEnd cancel={back}>
              <SubmitButton>{t('adoptButton', { number: version.number })}</SubmitButton>
            </FormEnd>
          </Form>
        ) : (
          <Empty>
            <p>{t('noDecisions')}</p>
            <p>
              <Link to={paths.bodies(around.ecosystem.slug)}>{t('toBodies')}</Link>
            </p>
          </Empty>
        )}
      </div>
    </Page>,
    rejected ? 422 : 200,
  )
}
