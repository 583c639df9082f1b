import { z } from 'zod'
import { allow, type Permit } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { placeOfConsultation } from '../rules/consultation.ts'
import { type Contribution, contributionState, mustBeStanding, mustBeTheirs, mustBeVisible } from '../rules/contributions.ts'
import { type ModerationAct, moderationRules, mustAwaitReview, mustBeAppealable, nothingFlagged } from '../rules/moderation.ts'
import { getConsultation, holdConsultation } from '../store/consultations.ts'
import { lockContribution, updateContribution } from '../store/contributions.ts'
import { insertFlag, insertModeration, moderationsOf, settleFlags } from '../store/moderation.ts'
import { recount } from '../store/tallies.ts'
import { ownPlace } from './contribute.ts'

export const FlagForm = z.object({ rule: z.enum(moderationRules), note: optional(prose(1000)) })
export const HideForm = z.object({ rule: z.enum(moderationRules), reason: prose(5000) })
export const AppealForm = z.object({ reason: prose(5000) })
export const SettleForm = z.object({ outcome: z.enum(['restored', 'upheld']), reason: prose(5000) })

/** A reader tells whoever moderates. Nothing is hidden by it: a person decides. */
export async function flag(desk: Desk, consultationId: string, id: string, { rule, note }: z.output<typeof FlagForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const contribution = await lockContribution(tx, consultationId, id)
    const permit = allow(desk, 'consultations.flag', ownPlace(desk))

    mustBeVisible(contribution)

    const added = await insertFlag(tx, consultationId, { contributionId: id, personId: permit.actorId, rule, note, at: desk.now })
    await record(tx, permit, id, { consultationId, rule, again: !added })
  })
}

/** Leaves every page, feed, list and download at once; its number stays in the ledger, with the rule. */
export async function hide(desk: Desk, consultationId: string, id: string, { rule, reason }: z.output<typeof HideForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const contribution = await lockContribution(tx, consultationId, id)
    const permit = allow(desk, 'consultations.hide', placeOfConsultation(consultation))

    mustBeVisible(contribution)

    await updateContribution(tx, contribution, { hiddenAt: desk.now, hiddenRule: rule })
    await recount(tx, contribution, 'visible', 'hidden')
    await settleFlags(tx, contribution, desk.now)
    await log(tx, permit, contribution, { kind: 'hidden', rule, reason })
    await record(tx, permit, id, { consultationId, number: contribution.number, rule })
  })
}

/** What was flagged breaks no rule. */
export async function keep(desk: Desk, consultationId: string, id: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const contribution = await lockContribution(tx, consultationId, id)
    const permit = allow(desk, 'consultations.keep', placeOfConsultation(consultation))

    mustBeStanding(contribution)
    if ((await settleFlags(tx, contribution, desk.now)) === 0) throw new Problem(nothingFlagged)

    await log(tx, permit, contribution, { kind: 'kept', rule: null, reason: null })
    await record(tx, permit, id, { consultationId, number: contribution.number })
  })
}

export async function appeal(desk: Desk, consultationId: string, id: string, { reason }: z.output<typeof AppealForm>): Promise<void> {
  return transact(desk.db, async (tx) => {
    const consultation = await holdConsultation(tx, consultationId)
    const contribution = await lockContribution(tx, consultationId, id)
    const acts = await moderationsOf(tx, contribution)
    const permit = allow(desk, 'consultations.appeal', ownPlace(desk))

    mustBeTheirs(contribution, desk.actor.id)
    mustBeStanding(contribution)
    mustBeAppealable(contribution, acts, consultation)

    await updateContribution(tx, contribution, { appealedAt: desk.now })
    await log(tx, permit, contribution, { kind: 'appealed', rule: null, reason })
    await record(tx, permit, id, { consultationId, number: contribution.number })
  })
}

/** Somebody else than whoever hid it looks again. */
export async function settleAppeal(
  desk: Desk,
  consultationId: string,
  id: string,
  { outcome, reason }: z.output<typeof SettleForm>,
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const contribution = await lockContribution(tx, consultationId, id)
    const acts = await moderationsOf(tx, contribution)
    const permit = allow(desk, 'consultations.settle-appeal', placeOfConsultation(consultation))

    mustBeStanding(contribution)
    mustAwaitReview(contribution, acts, desk.actor.id)
    const restored = outcome === 'restored'

    await updateContribution(tx, contribution, { appealedAt: null, ...(restored ? { hiddenAt: null, hiddenRule: null } : {}) })
    if (restored) await recount(tx, contribution, contributionState(contribution), 'visible')
    await log(tx, permit, contribution, { kind: outcome, rule: contribution.hiddenRule, reason })
    await record(tx, permit, id, { consultationId, number: contribution.number, restored })
  })
}

async function log(
  tx: Db,
  permit: Permit,
  { consultationId, id }: Contribution,
  act: Pick<ModerationAct, 'kind' | 'rule' | 'reason'>,
): Promise<void> {
  await insertModeration(tx, consultationId, { id: newId(), contributionId: id, by: permit.actorId, at: permit.now, ...act })
}
