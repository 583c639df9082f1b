import { z } from '@hono/zod-openapi'
import { states } from '../charter/states.ts'
import { criterionKinds, type GroupRecord, phaseOf } from './criterion.ts'
import type { ListedAction } from './listing.ts'
import { declarableStates, lineageKinds, scopes } from './rules.ts'
import type { Edition } from './store/editions.ts'
import type { LineageEnd } from './store/lineage.ts'
import type { ActionView } from './views.ts'

export const EditionJson = z
  .object({
    code: z.string().openapi({ example: '2019-2021' }),
    title: z.string(),
    fromYear: z.number().int(),
    toYear: z.number().int(),
    publishedOn: z.iso.date().nullable(),
    readMoreUrl: z.url().nullable(),
    discussUrl: z.url().nullable(),
  })
  .openapi('Edition')

const WhenJson = z
  .object({
    qualifier: z.enum(['from', 'by', 'in', 'ongoing']),
    precision: z.enum(['month', 'day']).nullable(),
    day: z.iso
      .date()
      .nullable()
      .openapi({ description: 'Of a month that is due, its last day; of a month that something begins in, its first' }),
  })
  .nullable()
  .openapi('When')

const NamedJson = z.object({ slug: z.string(), name: z.string() })
const StandingJson = {
  state: z.enum(states).openapi({ description: 'Derived from evidence and dates' }),
  days: z.number().int().nullable().openapi({ description: 'Days of lateness; once done, the days it took past the due day' }),
}

export const ActionJson = z
  .object({
    edition: z.string().openapi({ example: '2019-2021' }),
    code: z.string().openapi({ example: 'LA51' }),
    number: z.number().int().openapi({ example: 51, description: 'Unique within its edition only' }),
    title: z.string(),
    chapter: NamedJson.extend({ number: z.number().int().nullable() }).nullable(),
    scopes: z.array(z.enum(scopes)),
    timingText: z.string(),
    timing: WhenJson,
    actors: z.array(NamedJson),
    areas: z.array(NamedJson),
    ...StandingJson,
    deadline: z.iso.date().nullable().openapi({ description: 'The soonest due day still owed' }),
    results: z.array(z.object({ position: z.number().int(), due: WhenJson, deadline: z.iso.date().nullable(), ...StandingJson })),
  })
  .openapi('Action')

const DeclarationJson = z.object({
  id: z.uuid(),
  state: z.enum(declarableStates),
  since: z.iso.date(),
  evidenceUrl: z.url(),
  note: z.string().nullable(),
  authorRole: z.enum(['officer', 'analyst']),
  declaredOn: z.iso.date(),
  actId: z.uuid().openapi({ description: 'The official act in the public record' }),
  withdrawnOn: z.iso.date().nullable(),
  withdrawalReason: z.string().nullable(),
})

const EndJson = z.object({
  edition: z.string(),
  code: z.string().nullable(),
  number: z.number().int().nullable(),
  title: z.string().nullable(),
})

export const WholeActionJson = ActionJson.extend({
  description: z.string(),
  areasText: z.string(),
  actorsText: z.string(),
  validFrom: z.iso.date().openapi({ description: 'The day from which this text stands' }),
  results: z.array(
    z.object({
      position: z.number().int(),
      text: z.string(),
      due: WhenJson,
      deadline: z.iso.date().nullable(),
      ...StandingJson,
      evidence: z
        .object({
          count: z.number().int(),
          atLeast: z.number().int(),
          kind: z.enum(criterionKinds),
          phase: z.string(),
          ecosystems: z.array(
            z.object({
              slug: z.string(),
              state: z.enum(states),
              on: z.iso.date().nullable(),
              workingGroup: z
                .object({ id: z.uuid(), actNumber: z.string(), constitutedOn: z.iso.date() })
                .nullable()
                .openapi({ description: 'The evidence, where working groups are counted' }),
              consultation: z
                .object({ id: z.uuid(), opensOn: z.iso.date() })
                .nullable()
                .openapi({ description: 'The evidence, where strategies put to consultation are counted' }),
            }),
          ),
        })
        .nullable()
        .openapi({ description: 'What the platform counts in its own records, where it has any' }),
      declarations: z.array(DeclarationJson),
    }),
  ),
  lineage: z.array(z.object({ from: EndJson, to: EndJson, kind: z.enum(lineageKinds), reason: z.string(), day: z.iso.date() })),
  versions: z.array(z.object({ version: z.number().int(), validFrom: z.iso.date(), recordedAt: z.iso.datetime() })),
}).openapi('WholeAction')

const endJson = ({ edition, code, number, title }: LineageEnd) => ({ edition, code, number, title })

export function editionJson({ id: _, ...edition }: Edition): z.input<typeof EditionJson> {
  return edition
}

export function actionJson(edition: string, { id: _, results, ...action }: ListedAction): z.input<typeof ActionJson> {
  return {
    edition,
    ...action,
    scopes: [...action.scopes],
    actors: [...action.actors],
    areas: [...action.areas],
    results: results.map(({ id: __, ...result }) => result),
  }
}

const groupJson = ({ bodyId: id, actNumber, constitutedOn }: GroupRecord) => ({ id, actNumber, constitutedOn })

export function wholeActionJson({
  edition,
  action,
  text,
  verdicts,
  declarations,
  lineage,
  versions,
}: ActionView): z.input<typeof WholeActionJson> {
  return {
    ...actionJson(edition.code, action),
    description: text.content.descriptionText,
    areasText: text.content.areasText,
    actorsText: text.content.actorsText,
    validFrom: text.validFrom,
    results: action.results.map(({ id, ...result }, index) => {
      const verdict = verdicts.get(id)
      return {
        ...result,
        text: text.content.results[index]?.text ?? '',
        evidence: verdict
          ? {
              count: verdict.count,
              atLeast: verdict.criterion.atLeast,
              kind: verdict.criterion.kind,
              phase: phaseOf(verdict.criterion),
              ecosystems: verdict.lines.map(({ slug, state, on, group, strategy }) => ({
                slug,
                state,
                on,
                workingGroup: group && groupJson(group),
                consultation: strategy && { id: strategy.consultationId, opensOn: strategy.opensOn },
              })),
            }
          : null,
        declarations: declarations.filter(({ resultId }) => resultId === id).map(({ resultId: _, ...one }) => one),
      }
    }),
    lineage: lineage.map(({ from, to, kind, reason, day }) => ({ from: endJson(from), to: endJson(to), kind, reason, day })),
    versions: versions.map(({ version, validFrom, recordedAt }) => ({ version, validFrom, recordedAt: recordedAt.toISOString() })),
  }
}
