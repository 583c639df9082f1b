import { inLang, paths } from '../../charter/paths.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Reader } from '../../platform/reader.ts'
import { wordsFor } from '../../ui/reader.tsx'
import { formWords } from '../messages/forms.ts'
import { historyWords } from '../messages/history.ts'
import { flowWords } from '../messages/interconnections.ts'
import { systemWords } from '../messages/systems.ts'
import { dataIn, daysLateToBuild, interconnectionState, purposeIn } from '../rules/interconnections.ts'
import { daysLate, nameOf, type System, systemState } from '../rules/systems.ts'
import type { Joined } from '../store/interconnections.ts'

export const csvHeaders = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}.csv"`,
  'cache-control': 'public, max-age=0, s-maxage=5',
})

/** The list as a table to work on, with every day as it is written in files. */
export function systemsCsv(
  reader: Reader,
  systems: readonly System[],
  names: ReadonlyMap<string, string>,
  counts: ReadonlyMap<string, number>,
): string {
  const { lang, today, baseUrl } = reader
  const t = wordsFor(reader, systemWords)
  const f = wordsFor(reader, formWords)
  const h = wordsFor(reader, historyWords)
  const head = [
    ...(['name', 'acronym', 'kind', 'national', 'state', 'holder', 'access', 'personalData', 'data'] as const).map((key) => t(key)),
    ...(['expectedOn', 'inServiceOn', 'retireOn', 'accessUrl', 'pageUrl', 'apiUrl', 'datasetUrl'] as const).map((key) => f(key)),
    t('connections'),
    'URL',
  ]
  const rows = systems.map((system) => {
    const days = daysLate(system, today)
    const { personalData } = system
    return [
      nameOf(lang, system),
      system.acronym,
      t(`kind.${system.kind}`),
      h(system.nationalInterest ? 'yes' : 'no'),
      days === null ? t(`state.${systemState(system, today)}`) : t('late', { days }),
      names.get(system.holderId) ?? '',
      t(`access.${system.access}`),
      personalData === null ? t('personal.untold') : h(personalData ? 'yes' : 'no'),
      dataIn(lang, system),
      system.expectedOn,
      system.inServiceOn,
      system.retiredOn,
      system.accessUrl,
      system.pageUrl,
      system.apiUrl,
      system.datasetUrl,
      counts.get(system.id) ?? 0,
      new URL(inLang(lang, paths.system(system.id)), baseUrl).href,
    ]
  })
  return csvOf([head, ...rows])
}

export function interconnectionsCsv(reader: Reader, flows: readonly Joined[]): string {
  const { lang, today, baseUrl } = reader
  const t = wordsFor(reader, flowWords)
  const f = wordsFor(reader, formWords)
  const head = [
    ...(['from', 'to', 'purpose', 'data', 'means', 'state'] as const).map((key) => t(key)),
    ...(['realisedOn', 'evidenceUrl', 'plannedOn'] as const).map((key) => f(key)),
    'URL',
  ]
  const rows = flows.map((flow) => {
    const days = daysLateToBuild(flow, today)
    return [
      nameOf(lang, flow.from),
      nameOf(lang, flow.to),
      purposeIn(lang, flow),
      dataIn(lang, flow),
      flow.means ? t(`means.${flow.means}`) : t('meansUntold'),
      days === null ? t(`state.${interconnectionState(flow, today)}`) : t('late', { days }),
      flow.realisedOn,
      flow.evidenceUrl,
      flow.plannedOn,
      new URL(inLang(lang, paths.interconnection(flow.id)), baseUrl).href,
    ]
  })
  return csvOf([head, ...rows])
}
