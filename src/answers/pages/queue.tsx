import { inLang } from '../../charter/paths.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import { decodeCursor } from '../../kernel/cursor.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { AssignForm, assignContributions } from '../actions/assign.ts'
import { PrepareForm, prepareReply } from '../actions/replies.ts'
import { toAnswer } from '../rules/account.ts'
import { accountOf } from '../store/account.ts'
import { type Answerable, answerableById, clusterOf, clustersOf, listQueue, type QueueQuery, type Waiting } from '../store/queue.ts'
import { repliesById } from '../store/replies.ts'
import { findReport } from '../store/reports.ts'
import { type Around, aroundConsultation, headingsIn, namesAssigned, numberOf, teamOf } from './around.tsx'
import { addressOf, Query } from './asked.ts'
import type { QueueView } from './queue-props.ts'
import { QueuePage } from './queue-view.tsx'

export const queuePages = router()

const perPage = 25
/** Of those that say the same, how many are shown with a box to tick. */
const mostAlike = 40

queuePages.get('/consultazioni/:id/risposte', (c) => queuePage(c, { values: {}, errors: {} }))

queuePages.post('/consultazioni/:id/risposte', async (c) => {
  const id = c.req.param('id')
  const { place } = await aroundConsultation(c, id)
  mustBeAble(c.var.actor, 'answers.prepare', place)
  const form = await readForm(c, PrepareForm)
  if (!form.data) return queuePage(c, form)
  try {
    await prepareReply(c.var, id, form.data)
    return c.redirect(inLang(c.var.reader.lang, addressOf(id, { ...Query.parse(c.req.query()), oss: undefined, fatto: 'preparata' })), 303)
  } catch (error) {
    return queuePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

queuePages.post('/consultazioni/:id/risposte/assegnazioni', async (c) => {
  const id = c.req.param('id')
  const { place } = await aroundConsultation(c, id)
  mustBeAble(c.var.actor, 'answers.prepare', place)
  const form = await readForm(c, AssignForm)
  if (!form.data) return queuePage(c, form)
  try {
    await assignContributions(c.var, id, form.data)
    return c.redirect(inLang(c.var.reader.lang, addressOf(id, { ...Query.parse(c.req.query()), fatto: 'affidata' })), 303)
  } catch (error) {
    return queuePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function queuePage(c: Ctx, filled: Filled) {
  const { db, actor } = c.var
  const around = await aroundConsultation(c, c.req.param('id') ?? '')
  mustBeAble(actor, 'answers.prepare', around.place)
  const asked = Query.parse(c.req.query())
  if (asked.da) decodeCursor(asked.da, 1)
  const id = around.consultation.id
  const query: QueueQuery = {
    consultationId: id,
    waiting: asked.stato satisfies Waiting,
    sectionIds: asked.sezione ? sectionWithin(around, asked.sezione) : undefined,
    clusterId: asked.simili,
    assignedTo: asked.mie ? (actor.id ?? undefined) : undefined,
    words: asked.q || undefined,
    cursor: asked.da,
    limit: perPage,
  }
  const list = await listQueue(db, query)
  const shown = asked.oss ? (await answerableById(db, id, [asked.oss])).get(asked.oss) : list.items[0]
  const alike = shown?.clusterId ? await clusterOf(db, id, shown.clusterId, mostAlike + 1) : []
  const clusters = await clustersOf(db, id, 8)
  const firsts = await answerableById(
    db,
    id,
    clusters.map(({ clusterId }) => clusterId),
  )
  const reply = shown?.replyId ? (await repliesById(db, id, [shown.replyId])).get(shown.replyId) : undefined
  const account = await accountOf(db, id)
  const view: QueueView = {
    reader: c.var.reader,
    around,
    asked,
    account,
    outcomes: toAnswer(account) === 0 && account.received > 0 ? await outcomesFor(c, around) : null,
    list,
    shown: shown ?? null,
    reply: reply ?? null,
    alike: alike.filter((one) => one.contributionId !== shown?.contributionId),
    clusters: clusters.map((cluster) => ({ ...cluster, number: labelOf(firsts.get(cluster.clusterId)) })),
    names: await namesAssigned(c, [...list.items, ...(shown ? [shown] : [])]),
    team: await teamOf(c, around),
  }
  return c.html(<QueuePage {...view} {...filled} />, Object.keys(filled.errors).length > 0 ? 422 : 200)
}

async function outcomesFor(c: Ctx, { consultation, place }: Around): Promise<QueueView['outcomes']> {
  if ((await findReport(c.var.db, consultation.id))?.publishedOn) return 'read'
  return can(c.var.actor, 'answers.write-report', place) ? 'write' : null
}

const labelOf = (one: Answerable | undefined): string => (one ? numberOf(one) : '')

/** A section holds its own heading and those below it, down to the next of the same level. */
function sectionWithin({ blocks }: Awaited<ReturnType<typeof aroundConsultation>>, id: string): string[] {
  const headings = headingsIn(blocks)
  const at = headings.findIndex((heading) => heading.id === id)
  const from = headings[at]
  if (!from) return [id]
  const end = headings.findIndex(({ level }, index) => index > at && level <= from.level)
  return headings.slice(at, end < 0 ? undefined : end).map((heading) => heading.id)
}
