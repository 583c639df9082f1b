import { RstSection } from 'rst-compiler'
import { Problem } from '../../kernel/problem.ts'
import { blocksOf, linesOf, mustBeBounded, oneLine, parse, type RstFiles } from '../../platform/rst.ts'
import { type ActionDraft, readAction } from './actions.ts'
import { chapterOf } from './chapters.ts'
import { chapterSlugs, contentsOf } from './contents.ts'
import { readEcosystems, withPriorities } from './ecosystems.ts'
import { readAcronyms, readIndications } from './indications.ts'
import { withScope } from './scope.ts'
import type { Chapter, PlanAction, PlanSource, Refused, Report, Unplaced } from './source.ts'

export const planEmpty = {
  slug: 'plan-empty',
  status: 422,
  it: 'Nella cartella non c’è alcun file reStructuredText (.rst) del piano. Controlla di aver scelto la cartella giusta.',
  en: 'The folder holds no reStructuredText file (.rst) of a plan. Check that you chose the right folder.',
} as const

/** Reads the source of a plan's edition. The same files give the same answer, to the letter. */
export function readPlan(files: RstFiles): PlanSource {
  const report: Report = { unplaced: [], refused: [] }
  const index = files.has('index.rst') ? linesOf(files, 'index.rst', report) : []
  const contents = index.length === 0 ? null : parse(index)
  const entries = contentsOf(files, contents, index, report)
  if (entries.length === 0) throw new Problem(planEmpty)
  const slugs = chapterSlugs(entries.map((entry) => entry.file))
  const chapters: Chapter[] = []
  const drafts: { draft: ActionDraft; chapter: string }[] = []
  const texts = entries.map((entry) => ({ ...entry, lines: linesOf(files, entry.file, report) }))
  mustBeBounded(texts.flatMap(({ lines }) => lines))
  for (const [position, { file, number, part, lines }] of texts.entries()) {
    const read = chapterOf(parse(lines), { file, lines, files, slugs, report, nested: blocksOf })
    const slug = slugs.get(file) ?? file
    chapters.push({ position: position + 1, number, slug, part, file, ...read.chapter })
    drafts.push(...read.drafts.map((draft) => ({ draft, chapter: slug })))
  }
  const first = unique(drafts, report).map(({ draft, chapter }) => readAction(draft, chapter, report))
  const acronyms = readAcronyms(chapters)
  const indications = readIndications(chapters, first, report)
  const actions = first.map((action) => withScope(action, indications, acronyms, report)).sort((a, b) => a.number - b.number)
  const ecosystems = withPriorities(readEcosystems(chapters, report), actions, report)
  const heading = contents?.children.find((node) => node instanceof RstSection)
  const title = oneLine(heading?.textContent ?? '') || (chapters[0]?.title ?? '')
  return {
    title,
    chapters,
    actions,
    ecosystems,
    indications,
    acronyms,
    unplaced: inOrder(report.unplaced),
    refused: inOrder(report.refused),
  }
}

/** An action's code names it: of two with the same code the first is kept, the other told. */
function unique<Item extends { draft: ActionDraft }>(items: readonly Item[], report: Report): Item[] {
  const seen = new Set<PlanAction['code']>()
  return items.filter(({ draft: { code, file, line, title } }) => {
    if (seen.has(code)) report.unplaced.push({ file, line, action: code, field: 'action', text: title, reason: 'duplicate-code' })
    return !seen.has(code) && seen.add(code)
  })
}

function inOrder<Item extends Unplaced | Refused>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}
