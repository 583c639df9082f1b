import { plainBlocks, plainInline } from './plain.ts'
import type { Block, Chapter, Indication, Inline, PlanAction, Report, Section } from './source.ts'

/** The paragraphs that refer to an action, in the chapters that hold no action of their own. */
export function readIndications(chapters: readonly Chapter[], actions: readonly PlanAction[], report: Report): Indication[] {
  const known = new Set(actions.map((action) => action.code))
  const homes = new Set(actions.map((action) => action.readMore?.chapter))
  const found = chapters.filter((chapter) => !homes.has(chapter.slug)).flatMap((chapter) => inSections(chapter.sections, chapter.file))
  return found.filter((indication) => {
    if (known.has(indication.action)) return true
    const { file, line, action, text } = indication
    report.unplaced.push({ file, line, action, field: 'scope', text, reason: 'unknown-action' })
    return false
  })
}

function inSections(sections: readonly Section[], file: string): Indication[] {
  return sections.flatMap((section) => {
    let year = ''
    const own = section.blocks.flatMap((block) => {
      if (block.kind === 'heading') year = plainInline(block.text)
      return inBlock(block, { year, section: section.title, topic: '', file })
    })
    return [...own, ...inSections(section.sections, file)]
  })
}

type Around = Pick<Indication, 'year' | 'section' | 'topic' | 'file'>

function inBlock(block: Block, around: Around): Indication[] {
  if (block.kind === 'definitions') {
    return block.items.flatMap((item) => item.blocks.flatMap((inner) => inBlock(inner, { ...around, topic: plainInline(item.term) })))
  }
  if (block.kind === 'list') return block.items.flat().flatMap((inner) => inBlock(inner, around))
  if (block.kind !== 'paragraph') return []
  const text = plainInline(block.text.filter((run) => run.kind !== 'action'))
  const codes = new Set(block.text.flatMap((run: Inline) => (run.kind === 'action' ? [run.code] : [])))
  return [...codes].map((action) => ({ ...around, action, text, file: block.file ?? around.file, line: block.line }))
}

/** The acronyms a plan explains: definitions whose term is one, in the chapter that lists them. */
export function readAcronyms(chapters: readonly Chapter[]): Record<string, string> {
  const lists = chapters.filter((chapter) => /acronimi/i.test(chapter.title))
  const items = lists.flatMap((chapter) => chapter.blocks.flatMap((block) => (block.kind === 'definitions' ? block.items : [])))
  return Object.fromEntries(items.map((item) => [plainInline(item.term), plainBlocks(item.blocks)]))
}
