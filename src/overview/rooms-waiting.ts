import { accountsOf, reportsOf, toAnswer } from '../answers/index.ts'
import { paths } from '../charter/paths.ts'
import { type Act, type Actor, can, type Place } from '../charter/policy.ts'
import { type ConsultationFact, consultationDuties, consultationFacts, titleIn as titleOfConsultation } from '../consultations/index.ts'
import { documentDuties, titleIn as titleOfDocument } from '../documents/index.ts'
import { type EcosystemView, nameIn, placeOf } from '../ecosystems/index.ts'
import { membershipsOf } from '../groups/index.ts'
import { addDays } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { openNeedCalls, proposalsWaiting } from '../listening/index.ts'
import type { Desk } from '../platform/http.ts'
import { scoresToGive } from '../portfolio/index.ts'
import type { Duty } from './duties.ts'

/** How many days before something closes its desk says so. */
const closingWithin = 10

/** Whoever looks after an ecosystem, or sits in its bodies: those who watch all of them are not asked to do their work. */
interface Keeper {
  readonly desk: Desk
  readonly lang: Lang
  readonly actor: Actor
  readonly ecosystems: readonly EcosystemView[]
}

/** What needs, texts, rankings, consultations and answers ask of whoever entered, in a number of statements that does not grow. */
export async function roomDuties(desk: Desk, lang: Lang, all: readonly EcosystemView[]): Promise<Duty[]> {
  if (!desk.actor.id) return []
  const grants = desk.actor.grants.filter(({ scope }) => scope.kind !== 'platform')
  const actor = { ...desk.actor, grants }
  const memberships = await membershipsOf(desk.db, desk.actor.id, desk.today)
  const within = new Set([
    ...grants.flatMap(({ scope }) => ('id' in scope ? [scope.id] : [])),
    ...memberships.map((one) => one.ecosystemId),
  ])
  const keeper: Keeper = { desk, lang, actor, ecosystems: all.filter(({ id }) => within.has(id)) }
  const rankings = await scoresToGive(desk.db, memberships)
  return [
    ...(await needDuties(keeper)),
    ...(await textDuties(keeper)),
    ...rankings.map(({ id, title }): Duty => ({ kind: 'giveScores', due: null, what: title, to: paths.rankingScores(id) })),
    ...(await speakingDuties(keeper)),
  ]
}

const able = ({ actor, ecosystems }: Keeper, act: Act) => ecosystems.filter((one) => can(actor, act, placeOf(one)))

async function needDuties(keeper: Keeper): Promise<Duty[]> {
  const { db, today } = keeper.desk
  const answering = able(keeper, 'listening.answer-proposal')
  const calling = able(keeper, 'listening.change-call').map(({ id }) => id as string)
  const waiting = await proposalsWaiting(
    db,
    answering.map(({ id }) => id),
  )
  const calls = await openNeedCalls(db, today)
  return [
    ...answering.flatMap((one): Duty[] => {
      const count = waiting.get(one.id)?.waiting ?? 0
      return count > 0
        ? [{ kind: 'answerProposals', due: null, what: nameIn(keeper.lang, one), to: paths.needProposals(one.slug), count }]
        : []
    }),
    ...calls
      .filter(({ ecosystemId, closesOn }) => calling.includes(ecosystemId) && closesOn <= addDays(today, closingWithin))
      .map(({ id, title, closesOn }): Duty => ({ kind: 'callCloses', due: closesOn, what: title, to: paths.needCall(id) })),
  ]
}

async function textDuties({ desk: { db, today }, lang, actor, ecosystems }: Keeper): Promise<Duty[]> {
  const ids = ecosystems.map(({ id }) => id as string)
  return (await documentDuties(db, actor, ids, today)).map((duty): Duty => {
    const { id } = duty.document
    const what = titleOfDocument(lang, duty.document)
    if (duty.kind === 'comments') return { kind: 'resolveComments', due: null, what, to: paths.draft(id), count: duty.count }
    const { number } = duty.version
    return duty.kind === 'adopt'
      ? { kind: 'adoptVersion', due: null, what, to: paths.versionAdoption(id, number) }
      : { kind: 'publishVersion', due: null, what, to: paths.versionPublication(id, number) }
  })
}

/** Consultations to set up, to moderate and to close; answers to prepare and to publish; outcomes to write. */
async function speakingDuties({ desk: { db, today }, lang, actor, ecosystems }: Keeper): Promise<Duty[]> {
  const ids = ecosystems.map(({ id }) => id as string)
  const toManage = await consultationDuties(db, actor, ids, today)
  const facts = (await consultationFacts(db, ids, today)).filter(({ state }) => state === 'open' || state === 'closed')
  const known = facts.map(({ id }) => id)
  const accounts = await accountsOf(db, known)
  const reports = await reportsOf(db, known)
  const may = (act: Act, { ecosystemId }: ConsultationFact) => can(actor, act, { kind: 'ecosystem', id: ecosystemId } satisfies Place)
  return [
    ...toManage.map(({ kind, consultation, count, import: file }): Duty => {
      const what = titleOfConsultation(lang, consultation)
      const { id, opensOn } = consultation
      if (kind === 'prepare') return { kind: 'setUpConsultation', due: opensOn, what, to: paths.consultationSetUp(id) }
      if (kind === 'place') return { kind: 'placeAnnotations', due: null, what, to: paths.annotationPlaces(id), count }
      if (kind === 'import') return { kind: 'followImport', due: null, what, to: paths.bulkImport(id, file?.id ?? ''), count }
      return { kind, due: null, what, to: paths.moderation(id), count }
    }),
    ...facts.flatMap((fact): Duty[] => {
      const { id, state, closesOn } = fact
      const what = titleOfConsultation(lang, fact)
      const account = accounts.get(id)
      const prepared = account?.prepared ?? 0
      const waiting = account ? toAnswer(account) : 0
      const closing = state === 'open' && closesOn <= addDays(today, closingWithin) && may('consultations.extend', fact)
      const over = state === 'closed' && waiting === 0 && !reports.get(id)?.publishedOn && may('answers.write-report', fact)
      return [
        ...(closing ? [{ kind: 'consultationCloses', due: closesOn, what, to: paths.consultation(id) } as const] : []),
        ...(waiting > prepared && may('answers.prepare', fact)
          ? [{ kind: 'answerContributions', due: null, what, to: paths.answers(id), count: waiting - prepared } as const]
          : []),
        ...(prepared > 0 && may('answers.publish', fact)
          ? [{ kind: 'publishAnswers', due: null, what, to: paths.answersPrepared(id), count: prepared } as const]
          : []),
        ...(over ? [{ kind: 'writeOutcomes', due: null, what, to: paths.outcomesEdit(id) } as const] : []),
      ]
    }),
  ]
}
