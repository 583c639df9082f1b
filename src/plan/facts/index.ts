import { formatDay, formatList } from '../../kernel/words.ts'
import type { ActionContent, AreaContent, ChapterContent, PlanContent, ResultContent } from '../content.ts'
import { deadline, startOf } from '../incoming.ts'
import { type Block, readTiming, type Timing } from '../reading/index.ts'
import { numberOf, type Scope } from '../rules.ts'
import { withoutPositions } from '../text.ts'
import { criteria } from './criteria.ts'
import { ecosystemActions } from './ecosystem-actions.ts'
import facts from './plan-2019-2021.json' with { type: 'json' }

/** The facts of the 2019–2021 edition: codes, titles, times, actors, areas. Its sentences come with the import of its source. */
export function factsOfPlan(): PlanContent {
  const { chapters, actions } = facts
  return {
    source: 'facts',
    chapters: chapters.map((chapter): ChapterContent => ({ ...chapter, body: null, plainText: '' })),
    actions: actions.map(actionContent),
  }
}

type Fact = (typeof facts)['actions'][number]

function actionContent({ code, chapter, title, timing, actors, actorsText, results, areas, scopes }: Fact): ActionContent {
  const own = ecosystemActions[code]
  const description = (own?.description ?? []).map(
    (text, index): Block => ({ kind: 'paragraph', text: [{ kind: 'text', text }], line: index + 1 }),
  )
  return {
    code,
    number: numberOf(code),
    title,
    chapter,
    anchor: code.toLowerCase(),
    scopes: scopes as Scope[],
    timingText: timing,
    timing: startOf(timingOf(timing)),
    actorsText: actorsText ?? actors.join(', '),
    actors,
    description: withoutPositions(description),
    descriptionText: (own?.description ?? []).join('\n'),
    results: results.map(
      (due, index): ResultContent => ({
        text: own?.result ?? label(due ? timingOf(due) : null, index, results.length),
        due: due ? deadline(timingOf(due)) : null,
        criterion: criteria['2019-2021']?.[code]?.[index] ?? null,
      }),
    ),
    ...areasOf(areas),
    source: 'facts',
  }
}

function timingOf(text: string): Timing {
  const timing = readTiming(text)
  if (typeof timing === 'string') throw new Error(`the facts of the plan hold a date that is none: ${text}`)
  return timing
}

/** 'Risultato 2 di 3, atteso entro dicembre 2019'. */
function label(due: Timing | null, index: number, total: number): string {
  const which = total > 1 ? `Risultato ${index + 1} di ${total}` : 'Risultato'
  if (!due?.day) return total > 1 ? `${which}, senza una data nel testo` : `${which} senza una data nel testo`
  const when =
    due.qualifier === 'in' ? `nel mese di ${formatDay('it', due.day, 'month')}` : due.text.charAt(0).toLowerCase() + due.text.slice(1)
  return `${which}${total > 1 ? ',' : ''} atteso ${when}`
}

const horizonWords = { short: 'Breve periodo', medium: 'Medio periodo', long: 'Lungo periodo' } as const
type Horizon = keyof typeof horizonWords

function areasOf(written: readonly string[]): { areas: AreaContent[]; areasText: string } {
  const areas = written.map((one): AreaContent => {
    const [horizons = '', name = ''] = one.split(': ')
    return { name, horizons: horizons.split('+').filter((part): part is Horizon => part in horizonWords) }
  })
  const lines = (Object.keys(horizonWords) as Horizon[]).flatMap((horizon) => {
    const names = areas.filter(({ horizons }) => horizons.includes(horizon)).map(({ name }) => name)
    return names.length > 0 ? [`${horizonWords[horizon]}: ${formatList('it', names)}.`] : []
  })
  return { areas, areasText: lines.join(' ') }
}
