import { paths } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { type EcosystemView, getEcosystem, nameIn, placeOf } from '../../ecosystems/index.ts'
import { dayOf } from '../../kernel/day.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { DatedList } from '../../ui/dated-list.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { type BodySummary, bodiesOf } from '../facts.ts'
import { bodyWords } from '../messages/bodies.ts'
import { stateOfBody } from '../rules/bodies.ts'
import type { Meeting } from '../rules/meetings.ts'
import { meetingsOf } from '../store/meetings.ts'
import { hoursOf } from './around.tsx'

export const bodiesPages = router()

const soon = 5

bodiesPages.get('/ecosistemi/:slug/gruppi', async (c) => {
  const { db, today, now, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  const bodies = await bodiesOf(db, [ecosystem.id], today)
  const meetings = await meetingsOf(
    db,
    bodies.map(({ id }) => id),
  )
  const next = meetings
    .filter(({ startsAt, cancelledAt }) => startsAt > now && !cancelledAt)
    .reverse()
    .slice(0, soon)
  const may = can(actor, 'groups.constitute', placeOf(ecosystem))
  return c.html(<BodiesPage {...{ reader, ecosystem, bodies, next, may }} />)
})

interface BodiesPageProps {
  readonly reader: Reader
  readonly ecosystem: EcosystemView
  readonly bodies: readonly BodySummary[]
  readonly next: readonly Meeting[]
  readonly may: boolean
}

function BodiesPage({ reader, ecosystem, bodies, next, may }: BodiesPageProps) {
  const t = wordsFor(reader, bodyWords)
  const name = nameIn(reader.lang, ecosystem)
  const title = t('groupsOf', { name })
  const trail = [
    { label: t('ecosystems'), to: paths.ecosystems },
    { label: name, to: paths.ecosystem(ecosystem.slug) },
    { label: t('groups') },
  ]
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  return (
    <Page reader={reader} title={title} description={t('groupsLead')} section="ecosystems" trail={trail}>
      <div class="container">
        <PageHead title={title} lead={t('groupsLead')}>
          {may && (
            <p class="actions">
              <ButtonLink to={paths.newBody(ecosystem.slug)} kind="primary">
                {t('constitute')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        {bodies.length > 0 ? (
          <BodiesTable bodies={bodies} caption={t('groups')} />
        ) : (
          <Empty>
            <p>{t('none')}</p>
          </Empty>
        )}
        {next.length > 0 && (
          <Section id="riunioni" title={t('nextMeetings')}>
            <DatedList
              items={next.map((meeting) => ({
                day: dayOf(meeting.startsAt),
                title: names.get(meeting.bodyId) ?? '',
                to: paths.meeting(meeting.id),
                text: hoursOf(reader.lang, meeting),
              }))}
            />
          </Section>
        )}
        {bodies.length > 0 && (
          <p class="more">
            <Link to={paths.ecosystemCalendar(ecosystem.slug)}>{t('calendarAll')} (iCal)</Link>
          </p>
        )}
      </div>
    </Page>
  )
}

export function BodiesTable({ bodies, caption }: { readonly bodies: readonly BodySummary[]; readonly caption: string }) {
  const t = useWords(bodyWords)
  return (
    <Table
      caption={caption}
      captionHidden
      rows={bodies}
      columns={[
        { label: t('name'), rowHeader: true, cell: ({ id, name }) => <Link to={paths.body(id)}>{name}</Link> },
        { label: t('kind'), cell: ({ kind }) => t(`kind.${kind}`) },
        { label: t('state'), cell: ({ state }) => <StateMark state={stateOfBody[state]} label={t(`state.${state}`)} /> },
        { label: t('constituted'), cell: ({ constitutedOn }) => <Time day={constitutedOn} /> },
        { label: t('people'), numeric: true, cell: ({ members }) => members },
      ]}
    />
  )
}
