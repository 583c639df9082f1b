import { paths, withQuery } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { getEcosystem, nameIn, namesOfEcosystems, placeOf } from '../../ecosystems/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { FilterPills } from '../../ui/filters.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { consultationWords } from '../messages/consultations.ts'
import { discardWords } from '../messages/discard.ts'
import { type Consultation, isDraft, markOf, type OpenedConsultation, stateOn, titleIn } from '../rules/consultation.ts'
import { consultationsOf, listOpened } from '../store/consultations.ts'
import { type Numbers, numbersOf } from '../store/tallies.ts'

export const listPages = router()

const kinds = { aperte: 'open', 'in-arrivo': 'coming', chiuse: 'closed' } as const
type Kind = keyof typeof kinds
const isKind = (text: string | undefined): text is Kind => text !== undefined && Object.hasOwn(kinds, text)

listPages.get(paths.consultations, async (c) => {
  const { db, today, reader } = c.var
  const { stato, da: cursor } = c.req.query()
  const kind = isKind(stato) ? stato : null
  const found = await listOpened(db, { today, state: kind ? kinds[kind] : undefined, cursor, limit: 25 })
  const ids = found.items.map(({ id }) => id)
  const numbers = await numbersOf(db, ids)
  const names = await namesOfEcosystems(
    db,
    found.items.map(({ ecosystemId }) => ecosystemId),
  )
  const nameOf = (id: string) => {
    const ecosystem = names.get(id)
    return ecosystem ? { name: nameIn(reader.lang, ecosystem), slug: ecosystem.slug } : null
  }
  return c.html(<ListPage {...{ reader, kind, found, numbers, nameOf }} cursor={cursor ?? null} />)
})

interface ListPageProps {
  readonly reader: Reader
  readonly kind: Kind | null
  readonly cursor: string | null
  readonly found: Slice<OpenedConsultation>
  readonly numbers: ReadonlyMap<string, Numbers>
  readonly nameOf: (ecosystemId: string) => { readonly name: string; readonly slug: string } | null
}

function ListPage({ reader, kind, cursor, found, numbers, nameOf }: ListPageProps) {
  const t = wordsFor(reader, consultationWords)
  const at = (stato: Kind | null, da?: string | null) => withQuery(paths.consultations, { stato, da })
  const pills = [
    { label: t('all'), to: at(null), current: kind === null },
    ...(Object.keys(kinds) as Kind[]).map((one) => ({ label: t(`list.${kinds[one]}`), to: at(one), current: kind === one })),
  ]
  return (
    <Page reader={reader} title={t('title')} description={t('lead')} section="consultations" trail={[{ label: t('title') }]}>
      <div class="container">
        <PageHead title={t('title')} lead={t('lead')} />
        <FilterPills label={t('filter')} items={pills} />
        {found.items.length > 0 ? (
          <>
            <ConsultationTable consultations={found.items} numbers={numbers} nameOf={nameOf} />
            <Pager next={found.next && at(kind, found.next)} first={cursor && at(kind)} shown={found.items.length} />
          </>
        ) : (
          <Empty>
            <p>{t('none')}</p>
            <p>{t('noneHint')}</p>
          </Empty>
        )}
      </div>
    </Page>
  )
}

interface TableProps {
  readonly consultations: readonly OpenedConsultation[]
  readonly numbers: ReadonlyMap<string, Numbers>
  /** Left out where they are all of one ecosystem. */
  readonly nameOf?: ListPageProps['nameOf']
}

export function ConsultationTable({ consultations, numbers, nameOf }: TableProps) {
  const t = useWords(consultationWords)
  const { number } = useFormats()
  const { lang, today } = useReader()
  const where = (consultation: Consultation) => {
    const ecosystem = nameOf?.(consultation.ecosystemId)
    return ecosystem ? <Link to={paths.ecosystem(ecosystem.slug)}>{ecosystem.name}</Link> : ''
  }
  return (
    <Table
      caption={t('title')}
      captionHidden
      rows={consultations}
      columns={[
        { label: t('name'), rowHeader: true, cell: (one) => <Link to={paths.consultation(one.id)}>{titleIn(lang, one)}</Link> },
        ...(nameOf ? [{ label: t('ecosystem'), cell: where }] : []),
        {
          label: t('state'),
          cell: (one) => {
            const state = stateOn(today, one)
            return <StateMark state={markOf[state]} label={t(`state.${state}`)} />
          },
        },
        { label: t('closing'), cell: (one) => <Time day={one.closesOn} /> },
        { label: t('contributions'), numeric: true, cell: (one) => number(numbers.get(one.id)?.received ?? 0) },
      ]}
    />
  )
}

listPages.get('/ecosistemi/:slug/consultazioni', async (c) => {
  const { db, today, reader, actor } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  const may = can(actor, 'consultations.prepare', placeOf(ecosystem))
  const all = await consultationsOf(db, [ecosystem.id])
  const opened = all.filter(({ openedAt }) => openedAt !== null) as OpenedConsultation[]
  const drafts = may ? all.filter(isDraft) : []
  const discarded = may ? all.filter(({ discardedAt }) => discardedAt !== null) : []
  const numbers = await numbersOf(
    db,
    opened.map(({ id }) => id),
  )
  const name = nameIn(reader.lang, ecosystem)
  return c.html(<OfEcosystemPage {...{ reader, slug: ecosystem.slug, name, opened, drafts, discarded, numbers, may }} />)
})

interface OfEcosystemProps extends TableProps {
  readonly reader: Reader
  readonly slug: string
  readonly name: string
  readonly drafts: readonly Consultation[]
  readonly discarded: readonly Consultation[]
  readonly may: boolean
}

function OfEcosystemPage({
  reader,
  slug,
  name,
  opened,
  drafts,
  discarded,
  numbers,
  may,
}: Omit<OfEcosystemProps, 'consultations'> & { readonly opened: readonly OpenedConsultation[] }) {
  const t = wordsFor(reader, consultationWords)
  const title = t('titleOf', { name })
  const trail = [{ label: t('ecosystems'), to: paths.ecosystems }, { label: name, to: paths.ecosystem(slug) }, { label: t('title') }]
  return (
    <Page reader={reader} title={title} description={t('lead')} section="consultations" trail={trail}>
      <div class="container">
        <PageHead title={title} lead={t('lead')}>
          {may && (
            <p class="actions">
              <ButtonLink kind="primary" to={paths.newConsultation(slug)}>
                {t('prepare')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        {opened.length > 0 ? (
          <ConsultationTable consultations={opened} numbers={numbers} />
        ) : (
          <Empty>
            <p>{t('none')}</p>
          </Empty>
        )}
        {drafts.length > 0 && (
          <Section id="preparazione" title={t('beingPrepared')}>
            <SetUps consultations={drafts} />
          </Section>
        )}
        {discarded.length > 0 && (
          <details>
            <summary>{wordsFor(reader, discardWords)('list')}</summary>
            <SetUps consultations={discarded} />
          </details>
        )}
      </div>
    </Page>
  )
}

function SetUps({ consultations }: { readonly consultations: readonly Consultation[] }) {
  const { lang } = useReader()
  return (
    <ul>
      {consultations.map((one) => (
        <li>
          <Link to={paths.consultationSetUp(one.id)}>{titleIn(lang, one)}</Link>
        </li>
      ))}
    </ul>
  )
}
