import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { getEcosystem, placeOf } from '../../ecosystems/index.ts'
import { setPlaceTerm } from '../../identity/index.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { documentKinds, type Incoming, keepFile } from '../../platform/files.ts'
import { dayField, line, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import {
  type Body,
  bodyKinds,
  type ConstitutionAct,
  dissolvedAlready,
  lastDayOf,
  mustBeBornOf,
  mustBeItsTime,
  mustBeSigned,
  mustBeTheOnlyGroup,
  mustHaveItsAct,
  mustNotFollow,
  placeOfBody,
  toldKind,
} from '../rules/bodies.ts'
import { mustEndNothingLater } from '../rules/ends.ts'
import { inOffice, lastDayIn, seatsAmong } from '../rules/members.ts'
import { mustBeReachable, quorumFrom, quorumKinds } from '../rules/quorum.ts'
import * as store from '../store/bodies.ts'
import { findDecision } from '../store/decisions.ts'
import { meetingsOf } from '../store/meetings.ts'
import { membersOf } from '../store/members.ts'

const count = z.coerce.number().int().min(0).max(10_000)

export const DescribeForm = z.object({
  name: line(200),
  mandate: prose(5000),
  actNumber: optional(line(100)),
  actDay: optional(dayField()),
  quorumKind: z.enum(quorumKinds),
  quorumCount: optional(count),
  quorumOf: optional(count),
})

export const ConstituteForm = DescribeForm.extend({
  kind: z.enum(bodyKinds),
  from: optional(dayField()),
  to: optional(dayField()),
  /** For a technical table: the decision that it is born of. */
  decisionId: optional(z.uuid()),
})

/** The new last day; empty until further notice. */
export const TermForm = z.object({ to: optional(dayField()) })

/** The last day of a body dissolved before its term; today when left out. */
export const DissolveForm = z.object({ lastDay: optional(dayField()) })

/** A file as a form sent it; its name in the form says where to tell what is wrong. */
export type Upload = Pick<Incoming, 'bytes' | 'name' | 'declaredType' | 'field'>

async function actFrom(
  tx: Db,
  desk: Desk,
  input: Pick<z.output<typeof DescribeForm>, 'actNumber' | 'actDay'>,
  file: Upload | null,
  before: string | null,
): Promise<ConstitutionAct | null> {
  const { actNumber, actDay } = input
  if (!actNumber || !actDay) return null
  const kept = file ? await keepFile(tx, { ...file, room: 'groups', allowed: documentKinds, open: true, now: desk.now }) : null
  return { number: actNumber, day: actDay, fileId: kept?.id ?? before }
}

/** An act, or a decision for a technical table, brings a body to life. */
export async function constituteBody(
  desk: Desk,
  slug: string,
  input: z.output<typeof ConstituteForm>,
  file: Upload | null = null,
): Promise<Body> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const others = await store.bodiesOfCycle(tx, ecosystem.cycle.id)
    const decision = input.decisionId ? await findDecision(tx, input.decisionId) : null
    const permit = allow(desk, 'groups.constitute', placeOf(ecosystem))

    mustBeItsTime(input.kind, ecosystem.phases)
    mustBeTheOnlyGroup(input.kind, others)
    const quorum = quorumFrom(input)
    const act = await actFrom(tx, desk, input, file, null)
    mustHaveItsAct(input.kind, act)
    const from = input.from ?? act?.day ?? desk.today
    mustBeSigned(act, from, desk.today)
    mustNotFollow(from, input.to, 'to')
    const group = others.find(({ kind, dissolvedOn }) => kind === 'working-group' && dissolvedOn === null)
    const born = input.kind === 'technical-table' ? mustBeBornOf(decision, others) : { decisionId: null, parentId: group?.id ?? null }
    const body: Body = {
      id: newId<'body'>(),
      ecosystemId: ecosystem.id,
      cycleId: ecosystem.cycle.id,
      kind: input.kind,
      name: input.name,
      mandate: input.mandate,
      act,
      ...born,
      from,
      to: input.to,
      dissolvedOn: null,
      quorum,
    }

    await store.insertBody(tx, body)
    await record(tx, permit, body.id, {
      kind: toldKind[body.kind],
      bodyId: body.id,
      actDay: act?.day ?? null,
      from,
      to: body.to,
      decisionId: body.decisionId,
    })
    return body
  })
}

/** What a person corrects in a body; a part left out stays as it was. */
export async function describeBody(
  desk: Desk,
  id: string,
  input: z.output<typeof DescribeForm>,
  file: Upload | null = null,
): Promise<Body> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockBody(tx, id)
    const members = inOffice(before, await membersOf(tx, [id]), desk.today)
    const permit = allow(desk, 'groups.describe', placeOfBody(before))

    const quorum = quorumFrom(input)
    if (members.length > 0) mustBeReachable(quorum, seatsAmong(members), 'quorumCount')
    const act = await actFrom(tx, desk, input, file, before.act?.fileId ?? null)
    mustHaveItsAct(before.kind, act)
    mustBeSigned(act, before.from, desk.today)
    const after: Body = { ...before, name: input.name, mandate: input.mandate, act, quorum }

    await store.updateBody(tx, after)
    await record(tx, permit, id, { bodyId: id, changed: changesBetween(before, after) })
    return after
  })
}

function changesBetween(before: Body, after: Body): string[] {
  return (['name', 'mandate', 'act', 'quorum'] as const).filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}

/** Prolongs the term of a body, or shortens it. */
export async function setBodyTerm(desk: Desk, id: string, { to }: z.output<typeof TermForm>): Promise<Body> {
  return changeTerm(desk, id, { to, dissolvedOn: null }, 'to')
}

/** After the last day nobody acts in its name. */
export async function dissolveBody(desk: Desk, id: string, { lastDay }: z.output<typeof DissolveForm>): Promise<Body> {
  return changeTerm(desk, id, { dissolvedOn: lastDay ?? desk.today }, 'lastDay')
}

/** The mandates in a body, and the roles that come with them, end with it. */
async function changeTerm(
  desk: Desk,
  id: string,
  change: Pick<Body, 'dissolvedOn'> & Partial<Pick<Body, 'to'>>,
  field: string,
): Promise<Body> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockBody(tx, id)
    const members = await membersOf(tx, [id])
    const meetings = await meetingsOf(tx, [id])
    const permit = allow(desk, 'groups.set-term', placeOfBody(before))

    if (before.dissolvedOn) throw new Problem(dissolvedAlready, { day: before.dissolvedOn })
    const after: Body = { ...before, ...change }
    mustNotFollow(before.from, lastDayOf(after), field)
    mustEndNothingLater(lastDayOf(after), members, meetings, field)

    await store.setBodyTerm(tx, id, after)
    for (const member of members) {
      const [old, last] = [lastDayIn(before, member), lastDayIn(after, member)]
      if (old !== last) await setPlaceTerm(tx, member.grantId, last)
    }
    await record(tx, permit, id, { bodyId: id, to: after.to, dissolvedOn: after.dissolvedOn, ended: after.dissolvedOn !== null })
    return after
  })
}
