import { cleanSource, oneLine } from '../../platform/rst.ts'
import { type ActionDraft, type Field, readAction } from './actions.ts'
import { canonicalAction } from './canonical.ts'
import { slug } from './clean.ts'
import { actionCode } from './references.ts'
import type { Block, PlanAction, Report, Scope, Unplaced } from './source.ts'

export interface PublishedPage {
  readonly title: string
  readonly actions: readonly PlanAction[]
  readonly unplaced: readonly Unplaced[]
}

const title = /^(\d{1,3}) (\p{Lu}.*)$/u
const label = /^(Tempi|Attori|Descrizione|Risultati|Are[ae] di intervento):\s*(.*)$/
const fields: Record<string, Field> = {
  Tempi: 'timing',
  Attori: 'actors',
  Descrizione: 'description',
  Risultati: 'results',
  'Area di intervento': 'areas',
  'Aree di intervento': 'areas',
}
const longestPage = 200_000

/**
 * Reads the text of a page of the published site. It lists every action twice, under the tab of the central
 * administrations and then under that of the territorial ones: each comes out once, with the scopes it stood under.
 */
export function readPublishedPage(text: string, file = 'pagina.txt'): PublishedPage {
  const report: Report = { unplaced: [], refused: [] }
  const lines = cleanSource(text.slice(0, longestPage)).split('\n')
  const drafts = draftsOf(lines, file)
  const heading = lines.slice(0, (drafts[0]?.line ?? lines.length + 1) - 1).map(oneLine)
  const name = heading.filter((line) => line !== '')[1] ?? heading.find((line) => line !== '') ?? ''
  const tabs = tabsOf(drafts)
  const actions: PlanAction[] = []
  const unplaced: Unplaced[] = []
  for (const [code, found] of Map.groupBy(drafts, (draft) => draft.code)) {
    const readings = found.map((draft) => readAction(draft, name === '' ? null : slug(name), report, splitOnDashes))
    const [first, ...others] = readings
    if (first === undefined) continue
    const tell = (reason: Unplaced['reason'], field: Unplaced['field'], at: PlanAction) =>
      unplaced.push({ file, line: at.line, action: code, field, text: at.title, reason })
    const content = canonicalAction(first)
    for (const other of others) if (canonicalAction(other) !== content) tell('tabs-differ', 'action', other)
    const scope = (['central', 'territorial'] as const).filter((one) => found.some((draft) => tabs.get(draft) === one))
    if (scope.length === 0) tell('not-told', 'scope', first)
    actions.push({ ...first, scope })
  }
  return {
    title: name,
    actions: actions.sort((a, b) => a.number - b.number),
    unplaced: [...ofFirstReading(report.unplaced, drafts), ...unplaced],
  }
}

function draftsOf(lines: readonly string[], file: string): ActionDraft[] {
  const drafts: ActionDraft[] = []
  let field: Field | null = null
  for (const [index, raw] of lines.entries()) {
    const line = oneLine(raw)
    const begun = title.exec(line)
    const follows = lines.slice(index + 1, index + 4).find((next) => next.trim() !== '')
    if (begun && follows?.trim().startsWith('Tempi')) {
      const code = actionCode(begun[1] ?? '')
      drafts.push({ code, title: begun[2] ?? '', anchor: code.toLowerCase(), file, line: index + 1, fields: new Map() })
      field = null
      continue
    }
    const draft = drafts.at(-1)
    const named = label.exec(line)
    if (!draft || line === '') continue
    if (named) {
      field = fields[named[1] ?? ''] ?? null
      if (field) draft.fields.set(field, { line: index + 1, blocks: named[2] ? [block(named[2], index + 1)] : [] })
      continue
    }
    const blocks = field ? draft.fields.get(field)?.blocks : undefined
    // The areas are one paragraph: what comes after them is the page's own text.
    if (blocks && !(field === 'areas' && blocks.length > 0)) blocks.push(block(line, index + 1))
  }
  return drafts
}

function block(text: string, line: number): Block {
  const item = /^[•·▪-] ?(.*)$/.exec(text)?.[1]
  if (item === undefined) return { kind: 'paragraph', text: [{ kind: 'text', text }], line }
  return { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', text: [{ kind: 'text', text: item }], line }]], line }
}

function splitOnDashes(text: string): string[] {
  return text
    .split(/ - /)
    .map(oneLine)
    .filter((name) => name !== '')
}

/** The second tab begins where the numbers start again. A page with a single list does not tell whose it is. */
function tabsOf(drafts: readonly ActionDraft[]): Map<ActionDraft, Scope | null> {
  const starts = drafts.flatMap((draft, i) => (i === 0 || numberOf(draft) <= numberOf(drafts[i - 1]) ? [i] : []))
  const second = starts.length === 2 ? (starts[1] ?? null) : null
  return new Map(drafts.map((draft, i) => [draft, second === null ? null : i < second ? 'central' : 'territorial']))
}

function numberOf(draft: ActionDraft | undefined): number {
  return Number(draft?.code.slice(2) ?? 0)
}

/** Both readings of an action leave the same things unplaced: those of the first are enough. */
function ofFirstReading(unplaced: readonly Unplaced[], drafts: readonly ActionDraft[]): Unplaced[] {
  const again = new Map<string, number>()
  for (const [code, found] of Map.groupBy(drafts, (draft) => draft.code)) again.set(code, found[1]?.line ?? Number.POSITIVE_INFINITY)
  return unplaced.filter((one) => one.line < (again.get(one.action ?? '') ?? Number.POSITIVE_INFINITY))
}
