import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import { type EcosystemView, getEcosystem, nameIn, placeOf } from '../../ecosystems/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { CheckGroup, RadioGroup } from '../../ui/choice.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type Say, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { BeginForm, createDocument } from '../actions/documents.ts'
import { documentWords } from '../messages/documents.ts'
import { type Document, documentKinds, titleIn } from '../rules/documents.ts'
import { type DocumentState, decisionsOn, documentState, inForce, standingOn, stateOfDocument, type Version } from '../rules/versions.ts'
import { listDocuments } from '../store/documents.ts'
import { versionsOfAll } from '../store/versions.ts'
import type { Neighbours } from './around.tsx'

const perPage = 50

export function listPages({ bodiesOf, annulments }: Neighbours) {
  const pages = router()

  pages.get('/ecosistemi/:slug/documenti', async (c) => {
    const { db, today, actor, reader } = c.var
    const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
    const cursor = c.req.query('da')
    const { items, next } = await listDocuments(db, ecosystem.id, { cursor, limit: perPage })
    const written = await versionsOfAll(
      db,
      items.map(({ id }) => id),
    )
    const versions = standingOn(today, written, await annulments(db, decisionsOn(written)))
    const rows = items.map((document): Row => {
      const own = versions.filter(({ documentId }) => documentId === document.id)
      return { document, state: documentState(own, today), current: inForce(own, today) }
    })
    const may = can(actor, 'documents.begin', placeOf(ecosystem))
    return c.html(<ListPage {...{ reader, ecosystem, rows, next, may }} first={!cursor} />)
  })

  pages.get('/ecosistemi/:slug/documenti/nuovo', (c) => beginPage(c, bodiesOf, { values: {}, errors: {} }))

  pages.post('/ecosistemi/:slug/documenti/nuovo', async (c) => {
    const form = await readForm(c, BeginForm)
    if (!form.data) return beginPage(c, bodiesOf, form)
    try {
      const { id } = await createDocument(c.var, c.req.param('slug'), form.data, bodiesOf)
      return c.redirect(inLang(c.var.reader.lang, withQuery(paths.document(id), { fatto: 'creato' })), 303)
    } catch (error) {
      return beginPage(c, bodiesOf, { values: form.values, errors: refusal(c, error) })
    }
  })
  return pages
}

interface Row {
  readonly document: Document
  readonly state: DocumentState
  readonly current: Version | null
}

interface ListPageProps {
  readonly reader: Reader
  readonly ecosystem: EcosystemView
  readonly rows: readonly Row[]
  readonly next: string | null
  readonly first: boolean
  readonly may: boolean
}

const trailOf = (reader: Reader, ecosystem: EcosystemView, t: Say<'ecosystems' | 'documents'>) => [
  { label: t('ecosystems'), to: paths.ecosystems },
  { label: nameIn(reader.lang, ecosystem), to: paths.ecosystem(ecosystem.slug) },
  { label: t('documents') },
]

function ListPage({ reader, ecosystem, rows, next, first, may }: ListPageProps) {
  const t = wordsFor(reader, documentWords)
  const title = t('documentsOf', { name: nameIn(reader.lang, ecosystem) })
  const address = paths.documents(ecosystem.slug)
  return (
    <Page reader={reader} title={title} description={t('documentsLead')} section="ecosystems" trail={trailOf(reader, ecosystem, t)}>
      <div class="container">
        <PageHead title={title} lead={t('documentsLead')}>
          {may && (
            <p class="actions">
              <ButtonLink to={paths.newDocument(ecosystem.slug)} kind="primary">
                {t('begin')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        {rows.length > 0 ? (
          <>
            <DocumentsTable rows={rows} />
            <Pager next={next && withQuery(address, { da: next })} first={first ? null : address} shown={rows.length} />
          </>
        ) : (
          <Empty>
            <p>{t('none')}</p>
          </Empty>
        )}
      </div>
    </Page>
  )
}

function DocumentsTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords(documentWords)
  return (
    <Table
      caption={t('documents')}
      captionHidden
      rows={rows}
      columns={[
        { label: t('title'), rowHeader: true, cell: ({ document }) => <DocumentLink document={document} /> },
        { label: t('kind'), cell: ({ document }) => t(`kind.${document.kind}`) },
        { label: t('state'), cell: ({ state }) => <StateMark state={stateOfDocument[state]} label={t(`documentState.${state}`)} /> },
        {
          label: t('inForce'),
          cell: ({ document, current }) =>
            current ? <Link to={paths.version(document.id, current.number)}>{t('versionNumber', { number: current.number })}</Link> : '–',
        },
        { label: t('since'), cell: ({ document }) => <Time day={document.begunOn} /> },
      ]}
    />
  )
}

function DocumentLink({ document }: { readonly document: Document }) {
  const { lang } = useReader()
  return <Link to={paths.document(document.id)}>{titleIn(lang, document)}</Link>
}

async function beginPage(c: Ctx, bodiesOf: Neighbours['bodiesOf'], filled: Filled) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  mustBeAble(actor, 'documents.begin', placeOf(ecosystem))
  const bodies = await bodiesOf(db, ecosystem.id, today)
  const rejected = Object.keys(filled.errors).length > 0
  return c.html(<BeginPage {...{ reader, ecosystem, bodies, rejected }} {...filled} />, rejected ? 422 : 200)
}

interface BeginPageProps extends Filled {
  readonly reader: Reader
  readonly ecosystem: EcosystemView
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly rejected: boolean
}

function BeginPage({ reader, ecosystem, bodies, rejected, ...filled }: BeginPageProps) {
  const t = wordsFor(reader, documentWords)
  const address = paths.newDocument(ecosystem.slug)
  const labels = { kind: t('kind'), titleIt: t('titleIt'), titleEn: t('titleEn'), bodies: t('bodies') }
  const [ecosystems, own] = trailOf(reader, ecosystem, t)
  const trail = [ecosystems, own, { label: t('documents'), to: paths.documents(ecosystem.slug) }, { label: t('begin') }].filter(
    (step) => step !== undefined,
  )
  return (
    <Page reader={reader} title={t('begin')} section="ecosystems" trail={trail} address={address} rejected={rejected}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        <PageHead title={t('begin')} kicker={[nameIn(reader.lang, ecosystem)]} lead={t('beginLead')} />
        <Form action={address} class="form">
          <RadioGroup
            name="kind"
            label={t('kind')}
            options={documentKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`), help: t(`kindHelp.${kind}`) }))}
            {...filled}
          />
          <TitleFields bodies={bodies} {...filled} />
          <FormEnd cancel={paths.documents(ecosystem.slug)}>
            <SubmitButton>{t('beginButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

export function TitleFields({ bodies, ...filled }: Filled & Pick<BeginPageProps, 'bodies'>) {
  const t = useWords(documentWords)
  return (
    <>
      <TextField name="titleIt" label={t('titleIt')} maxlength={300} lang="it" {...filled} />
      <TextField name="titleEn" label={t('titleEn')} maxlength={300} lang="en" optional {...filled} />
      {bodies.length > 0 ? (
        <CheckGroup
          name="bodies"
          label={t('bodies')}
          help={t('bodiesHelp')}
          optional
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          {...filled}
        />
      ) : (
        <p class="quiet">{t('noBodies')}</p>
      )}
    </>
  )
}
