import { paths } from '../../charter/paths.ts'
import { type Act, can } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { ActionLinks } from '../../ui/action-links.tsx'
import { DatedList } from '../../ui/dated-list.tsx'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { type BodySummary, bodiesOf } from '../facts.ts'
import { bodyWords } from '../messages/bodies.ts'
import { meetingWords } from '../messages/meetings.ts'
import { type Seat, seatsOf } from '../people.ts'
import { bodyState, placeOfBody, stateOfBody } from '../rules/bodies.ts'
import type { Decision } from '../rules/decisions.ts'
import { type Meeting, meetingState } from '../rules/meetings.ts'
import { inOffice } from '../rules/members.ts'
import type { Task } from '../rules/tasks.ts'
import { decisionsOf } from '../store/decisions.ts'
import { meetingsOf } from '../store/meetings.ts'
import { membersOf } from '../store/members.ts'
import { tasksOfBody } from '../store/tasks.ts'
import { type Around, aroundBody, hoursOf, trailIn } from './around.tsx'
import { BodiesTable } from './bodies.tsx'
import { BodyFacts } from './body-facts.tsx'
import { Composition } from './composition.tsx'
import { Decisions } from './decision-list.tsx'
import { TaskTable } from './task-table.tsx'

export const bodyPages = router()

bodyPages.get('/gruppi/:id', async (c) => c.html(<BodyPage c={c} whole={await gather(c, c.req.param('id'))} />))

interface Whole extends Around {
  readonly seats: readonly Seat[]
  readonly tables: readonly BodySummary[]
  readonly parent: BodySummary | null
  readonly founding: Decision | null
  readonly meetings: readonly Meeting[]
  readonly decisions: readonly Decision[]
  /** Null for whoever does not see what is internal. */
  readonly tasks: readonly Task[] | null
}

async function gather(c: Ctx, id: string): Promise<Whole> {
  const { db, today } = c.var
  const whole = await aroundBody(c, id)
  const { body, insider } = whole
  const around = await bodiesOf(db, [body.ecosystemId], today)
  const above = body.parentId ? [body.parentId] : []
  const decisions = await decisionsOf(db, [body.id, ...above])
  return {
    ...whole,
    seats: await seatsOf(db, await membersOf(db, [body.id]), insider, today),
    tables: body.kind === 'working-group' ? around.filter(({ kind }) => kind === 'technical-table') : [],
    parent: around.find((one) => one.id === body.parentId) ?? null,
    founding: decisions.find((one) => one.id === body.decisionId) ?? null,
    meetings: await meetingsOf(db, [body.id]),
    decisions: decisions.filter(({ bodyId }) => bodyId === body.id),
    tasks: insider ? await tasksOfBody(db, body.id) : null,
  }
}

function BodyPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const { body, ecosystem, seats, tables, decisions, tasks } = whole
  const t = wordsFor(reader, bodyWords)
  const state = bodyState(body, reader.today)
  return (
    <Page
      reader={reader}
      title={body.name}
      description={body.mandate.slice(0, 160)}
      section="ecosystems"
      trail={trailIn(reader.lang, whole)}
    >
      <div class="container">
        <Done words={bodyWords} done={c.req.query('fatto')} />
        <PageHead
          title={body.name}
          kicker={[t(`kind.${body.kind}`), <Link to={paths.ecosystem(ecosystem.slug)}>{ecosystem.name}</Link>]}
          verdict={<StateMark state={stateOfBody[state]} label={t(`state.${state}`)} />}
          lead={<span lang="it">{body.mandate}</span>}
        >
          <Ways c={c} whole={whole} />
        </PageHead>
        <Columns kind="aside" section>
          <Section id="componenti" title={t('composition')} lead={t('compositionLead')} band="bare">
            <Composition seats={inOffice(body, seats, reader.today)} all={seats} />
          </Section>
          <BodyFacts whole={whole} />
        </Columns>
        <Meetings whole={whole} />
        <Section id="decisioni" title={t('decisions')}>
          <Decisions decisions={decisions} />
        </Section>
        {body.kind === 'working-group' && tables.length > 0 && (
          <Section id="tavoli" title={t('tables')}>
            <BodiesTable bodies={tables} caption={t('tables')} />
          </Section>
        )}
        {tasks && (
          <Section id="compiti" title={t('tasks')}>
            <TaskTable tasks={tasks} seats={seats} mayWithdraw={can(c.var.actor, 'groups.withdraw-task', placeOfBody(body))} />
          </Section>
        )}
      </div>
    </Page>
  )
}

/** What whoever reads may do here; one of them is the primary button. */
function Ways({ c, whole: { body, insider } }: { readonly c: Ctx; readonly whole: Whole }) {
  const t = useWords(bodyWords)
  const { today } = useReader()
  const state = bodyState(body, today)
  const may = (act: Act) => can(c.var.actor, act, placeOfBody(body))
  const open = state === 'in-office' || state === 'future'
  const ways = [
    { label: t('convene'), to: paths.newMeeting(body.id), shown: open && may('groups.convene') },
    { label: t('members'), to: paths.bodyMembers(body.id), shown: insider },
    { label: t('assign'), to: paths.newTask(body.id), shown: state === 'in-office' && may('groups.assign-task') },
    { label: t('edit'), to: paths.bodyEdit(body.id), shown: may('groups.describe') },
    { label: t('term'), to: paths.bodyTerm(body.id), shown: may('groups.set-term') },
  ]
  return <ActionLinks items={ways} />
}

function Meetings({ whole: { meetings } }: { readonly whole: Whole }) {
  const { lang, now } = useReader()
  const t = useWords(bodyWords)
  const m = useWords(meetingWords)
  const ahead = meetings.filter(({ endsAt, cancelledAt }) => endsAt > now && !cancelledAt).reverse()
  const rest = meetings.filter((meeting) => !ahead.includes(meeting))
  return (
    <Section id="riunioni" title={t('meetings')}>
      {meetings.length > 0 ? (
        <DatedList
          items={[...ahead, ...rest].map((meeting) => ({
            day: dayOf(meeting.startsAt),
            title: m('meeting', { number: meeting.number }),
            to: paths.meeting(meeting.id),
            text: `${hoursOf(lang, meeting)}, ${m(`state.${meetingState(meeting, now)}`)}`,
          }))}
        />
      ) : (
        <Empty>
          <p>{t('noMeetings')}</p>
        </Empty>
      )}
    </Section>
  )
}
