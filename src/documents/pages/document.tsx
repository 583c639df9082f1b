import { paths } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Checklist } from '../../ui/checklist.tsx'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { documentWords } from '../messages/documents.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { type PartFound, partsOf } from '../rules/parts.ts'
import { documentState, inForce, stateOfDocument, type Version } from '../rules/versions.ts'
import { draftOf } from '../store/draft.ts'
import { type Around, aroundDocument, type Neighbours, trailIn } from './around.tsx'
import { openNow, VersionMark, VersionPast, windowOf } from './version-state.tsx'

/** Everybody sees that a document is there and how far it is; its text only when it is public, or to those who work on it. */
export function documentPage(neighbours: Neighbours) {
  const pages = router()
  pages.get('/documenti/:id', async (c) => {
    const { db, actor, reader, today } = c.var
    const around = await aroundDocument(c, neighbours)
    const draft = around.insider ? await draftOf(db, around.document.id) : []
    const may = { describe: can(actor, 'documents.describe', { kind: 'ecosystem', id: around.document.ecosystemId }) }
    return c.html(
      <DocumentPage
        {...{ reader, around, may }}
        parts={partsOf(around.document.kind, draft)}
        blocks={draft.length}
        current={inForce(around.all, today)}
        writes={can(actor, 'documents.write', placeOfDocument(around.document))}
        done={c.req.query('fatto')}
      />,
    )
  })
  return pages
}

interface DocumentPageProps {
  readonly reader: Reader
  readonly around: Around
  readonly parts: readonly PartFound[]
  readonly blocks: number
  readonly current: Version | null
  readonly may: { readonly describe: boolean }
  readonly writes: boolean
  readonly done: string | undefined
}

function DocumentPage(props: DocumentPageProps) {
  const { reader, around, parts, blocks, current, done } = props
  const t = wordsFor(reader, documentWords)
  const { document, title, ecosystem, insider, all } = around
  const state = documentState(all, reader.today)
  const open = openNow(around)
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trailIn(reader.lang, around)} address={paths.document(document.id)}>
      <div class="container">
        <Done words={documentWords} done={done} />
        <PageHead
          title={title}
          kicker={[ecosystem.name, t(`kind.${document.kind}`)]}
          verdict={
            open ? (
              <StateMark state="doing" label={t('inConsultation', windowOf(reader.lang, open))} />
            ) : (
              <StateMark state={stateOfDocument[state]} label={t(`documentState.${state}`)} />
            )
          }
          lead={current || open || insider ? t(`kindHelp.${document.kind}`) : t('notPublicYet')}
        >
          <Actions {...props} />
        </PageHead>
        {insider && (
          <Section id="bozza" title={t('draftSummary')} lead={t('draftLead', { count: blocks })}>
            <p class="actions">
              <ButtonLink to={paths.draft(document.id)}>{t('writeDraft')}</ButtonLink>
            </p>
          </Section>
        )}
        {insider && parts.length > 0 && <Parts parts={parts} around={around} />}
        <Versions around={around} />
      </div>
    </Page>
  )
}

function Actions({ around, current, may }: DocumentPageProps) {
  const t = useWords(documentWords)
  const { document, insider } = around
  const open = openNow(around)
  if (!current && !open && !insider) return <></>
  return (
    <p class="actions">
      {open && (
        <>
          <ButtonLink to={open.textTo} kind="primary">
            {t('readInConsultation')}
          </ButtonLink>
          <ButtonLink to={open.to}>{t('toConsultation')}</ButtonLink>
        </>
      )}
      {current && (
        <ButtonLink to={paths.version(document.id, current.number)} {...(open ? {} : { kind: 'primary' as const })}>
          {t('read', { number: current.number })}
        </ButtonLink>
      )}
      {may.describe && <ButtonLink to={paths.documentEdit(document.id)}>{t('describe')}</ButtonLink>}
    </p>
  )
}

const titled = ['vision', 'perimeter', 'strategy']

/** What a document of this kind must hold, and where it is in the draft. */
function Parts({ parts, around: { document } }: { readonly parts: readonly PartFound[]; readonly around: Around }) {
  const t = useWords(documentWords)
  return (
    <Section id="parti" title={t('parts')} lead={t('partsLead')}>
      <Checklist
        items={parts.map(({ part, found, blockId }) => ({
          state: found ? 'done' : 'todo',
          word: t(found ? 'partFound' : 'partMissing'),
          title: t(`part.${part}`),
          ...(blockId ? { evidence: <Link to={`${paths.draft(document.id)}?blocco=${blockId}`}>{t('partWhere')}</Link> } : {}),
          ...(found ? {} : { missing: t(titled.includes(part) ? 'partHow.titled' : 'partHow.block') }),
        }))}
      />
    </Section>
  )
}

function Versions({ around }: { readonly around: Around }) {
  const t = useWords(documentWords)
  const { document, versions } = around
  return (
    <Section id="versioni" title={t('versions')} lead={t('versionsLead')}>
      {versions.length > 0 ? (
        <Table
          caption={t('versions')}
          captionHidden
          rows={[...versions].reverse()}
          columns={[
            {
              label: t('number'),
              rowHeader: true,
              cell: ({ number }) => <Link to={paths.version(document.id, number)}>{t('versionNumber', { number })}</Link>,
            },
            {
              label: t('state'),
              cell: (version) => (
                <>
                  <VersionMark version={version} around={around} />
                  <VersionPast version={version} around={around} />
                </>
              ),
            },
            { label: t('frozen'), cell: ({ frozenOn }) => <Time day={frozenOn} /> },
            { label: t('adopted'), cell: ({ adoptedOn }) => adoptedOn && <Time day={adoptedOn} /> },
            { label: t('published'), cell: ({ publishedOn }) => publishedOn && <Time day={publishedOn} /> },
          ]}
        />
      ) : (
        <Empty>
          <p>{t('noVersions')}</p>
        </Empty>
      )}
      {versions.length > 1 && (
        <p class="more">
          <Link to={paths.documentCompare(document.id)}>{t('compare')}</Link>
        </p>
      )}
    </Section>
  )
}
