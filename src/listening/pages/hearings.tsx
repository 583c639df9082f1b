import { paths, withQuery } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { dayOf } from '../../kernel/day.ts'
import { type Minutes, minutesOf } from '../../minutes/index.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { hearingWords } from '../messages/hearings.ts'
import { type Hearing, hearingState, stateOfHearing } from '../rules/hearings.ts'
import { placeOfListening } from '../rules/place.ts'
import type { Slot } from '../rules/slots.ts'
import { listHearings, slotsOf } from '../store/hearings.ts'
import { type Around, aroundEcosystem, trailIn } from './around.ts'

export const hearingsPages = router()

const pageSize = 30

hearingsPages.get('/ecosistemi/:slug/audizioni', async (c) => {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  const cursor = c.req.query('da')
  const { items, next } = await listHearings(db, { ecosystemId: ecosystem.id, cursor, limit: pageSize })
  const ids = items.map(({ id }) => id)
  return c.html(
    <HearingsPage
      reader={reader}
      around={await aroundEcosystem(c, ecosystem.id)}
      rows={rowsOf(items, await slotsOf(db, ids), await minutesOf(db, ids))}
      next={next}
      first={!cursor}
      mayCall={can(actor, 'listening.call-hearing', placeOfListening(ecosystem.id))}
    />,
  )
})

export interface HearingRow {
  readonly hearing: Hearing
  readonly slots: readonly Slot[]
  readonly minutes: Minutes | null
}

export function rowsOf(hearings: readonly Hearing[], slots: readonly Slot[], minutes: ReadonlyMap<string, Minutes>): HearingRow[] {
  return hearings.map((hearing) => ({
    hearing,
    slots: slots.filter(({ hearingId }) => hearingId === hearing.id),
    minutes: minutes.get(hearing.id) ?? null,
  }))
}

interface HearingsPageProps {
  readonly reader: Reader
  readonly around: Around
  readonly rows: readonly HearingRow[]
  readonly next: string | null
  readonly first: boolean
  readonly mayCall: boolean
}

function HearingsPage({ reader, around, rows, next, first, mayCall }: HearingsPageProps) {
  const t = wordsFor(reader, hearingWords)
  const title = t('title', { name: around.name })
  const address = paths.hearings(around.slug)
  return (
    <Page
      reader={reader}
      title={title}
      description={t('lead')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('hearings') })}
    >
      <div class="container">
        <PageHead title={title} lead={t('lead')}>
          {mayCall && (
            <p class="actions">
              <ButtonLink to={paths.newHearing(around.slug)} kind="primary">
                {t('call')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        {rows.length > 0 ? (
          <>
            <HearingTable rows={rows} />
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

export function HearingTable({ rows }: { readonly rows: readonly HearingRow[] }) {
  const { now } = useReader()
  const { day } = useFormats()
  const t = useWords(hearingWords)
  return (
    <Table
      caption={t('listCaption')}
      captionHidden
      rows={rows}
      columns={[
        { label: t('what'), rowHeader: true, cell: ({ hearing }) => <Link to={paths.hearing(hearing.id)}>{hearing.title}</Link> },
        { label: t('state'), cell: (row) => <HearingMark {...row} now={now} /> },
        { label: t('when'), cell: ({ slots: [first] }) => first && <Time day={dayOf(first.startsAt)} /> },
        {
          label: t('registrations'),
          cell: ({ hearing }) => t('window', { from: day(hearing.opensOn), until: day(hearing.closesOn) }),
        },
      ]}
    />
  )
}

/** The word of a hearing's state; once its minutes are final, that. */
export function HearingMark({ hearing, slots, minutes, now }: HearingRow & { readonly now: Date }) {
  const t = useWords(hearingWords)
  if (minutes?.approved) return <StateMark state="done" label={t('state.final')} />
  const state = hearingState(hearing, slots, now)
  return <StateMark state={state === 'held' ? 'doing' : stateOfHearing[state]} label={t(`state.${state}`)} />
}
