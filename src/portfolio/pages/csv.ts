import { inLang, paths } from '../../charter/paths.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Reader } from '../../platform/reader.ts'
import { wordsFor } from '../../ui/reader.tsx'
import { formWords } from '../messages/forms.ts'
import { projectWords } from '../messages/projects.ts'
import { daysLate, type Project, projectState } from '../rules/projects.ts'

export const csvHeaders = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}.csv"`,
  'cache-control': 'public, max-age=0, s-maxage=5',
})

/** The list as a table to work on, with every day as it is written in files. */
export function projectsCsv(reader: Reader, projects: readonly Project[], names: ReadonlyMap<string, string>): string {
  const t = wordsFor(reader, projectWords)
  const f = wordsFor(reader, formWords)
  const many = (parts: readonly string[]) => parts.join(' | ')
  const head = [
    ...(['title', 'kind', 'state', 'organisations', 'audience'] as const).map((key) => t(key)),
    ...(['expectedStart', 'expectedEnd', 'startedOn', 'endedOn', 'stopOn'] as const).map((key) => f(key)),
    t('needs'),
    t('link'),
    'URL',
  ]
  const rows = projects.map((project) => {
    const days = daysLate(project, reader.today)
    const state = projectState(project, reader.today)
    return [
      project.titleIt,
      t(`kind.${project.kind}`),
      days === null ? t(`state.${state}`) : t(state === 'running' ? 'lateEnd' : 'lateStart', { days }),
      many(project.organisationIds.map((id) => names.get(id) ?? '')),
      many(project.audiences.map((one) => t(`audience.${one}`))),
      project.expectedStart,
      project.expectedEnd,
      project.startedOn,
      project.endedOn,
      project.stoppedOn,
      project.needs.length,
      project.link,
      new URL(inLang(reader.lang, paths.project(project.id)), reader.baseUrl).href,
    ]
  })
  return csvOf([head, ...rows])
}
