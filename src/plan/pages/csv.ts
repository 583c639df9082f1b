import { inLang, paths } from '../../charter/paths.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Reader } from '../../platform/reader.ts'
import { messages as uiMessages } from '../../ui/messages.ts'
import { wordsFor } from '../../ui/reader.tsx'
import type { ListedAction } from '../listing.ts'
import { listMessages } from '../messages/list.ts'
import { planMessages } from '../messages/plan.ts'

/** The list as a table to work on: the same rows, in the same order, with every date as a number of its own. */
export function actionsCsv(reader: Reader, edition: string, actions: readonly ListedAction[]): string {
  const t = wordsFor(reader, listMessages)
  const p = wordsFor(reader, planMessages)
  const state = wordsFor(reader, uiMessages)
  const many = (parts: readonly string[]) => parts.join(' | ')
  const head = [
    'csv.edition',
    'code',
    'csv.number',
    'title',
    'csv.chapter',
    'csv.timing',
    'actors',
    'csv.areas',
    'csv.scopes',
    'state',
  ] as const
  const tail = ['csv.daysLate', 'due', 'csv.results', 'csv.resultsDue', 'csv.address'] as const
  const rows = actions.map((action) => [
    edition,
    action.code,
    action.number,
    action.title,
    action.chapter?.name ?? '',
    action.timingText,
    many(action.actors.map(({ name }) => name)),
    many(action.areas.map(({ name }) => name)),
    many(action.scopes.map((scope) => p(`scope.${scope}`))),
    state(`state.${action.state}.f`),
    action.state === 'late' ? action.days : null,
    action.deadline,
    action.results.length,
    many(action.results.map(({ deadline }) => deadline ?? '')),
    new URL(inLang(reader.lang, paths.action(edition, action.number)), reader.baseUrl).href,
  ])
  return csvOf([[...head, ...tail].map((key) => t(key)), ...rows])
}
