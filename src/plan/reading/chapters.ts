import { type RstDocument, type RstNode, RstSection } from 'rst-compiler'
import { blocksOf, type Converting, oneLine, positionOf } from '../../platform/rst.ts'
import { type ActionDraft, takeActions } from './actions.ts'
import { slug } from './clean.ts'
import { numbered } from './contents.ts'
import { type Around, withReferences } from './references.ts'
import type { Block, Chapter, Section } from './source.ts'

interface Open {
  readonly level: number
  readonly slug: string
  readonly title: string
  readonly line: number
  blocks: Block[]
  readonly sections: Open[]
}

/** A chapter's file as a tree of sections, the actions taken out of its text. */
export function chapterOf(
  document: RstDocument,
  at: Converting & Around,
): { chapter: Pick<Chapter, 'title' | 'blocks' | 'sections'>; drafts: ActionDraft[] } {
  const drafts: ActionDraft[] = []
  const root: Open = { level: -1, slug: '', title: '', line: 1, blocks: [], sections: [] }
  const open = [root]
  const taken = new Set<string>()
  let title: string | null = null
  let waiting: RstNode[] = []
  const close = () => {
    const current = open.at(-1)
    const { blocks, actions } = takeActions(withReferences(blocksOf(waiting, at), at), at)
    current?.blocks.push(...blocks)
    drafts.push(...actions)
    waiting = []
  }
  for (const node of document.children) {
    if (!(node instanceof RstSection)) {
      waiting.push(node)
      continue
    }
    close()
    const words = oneLine(node.textContent)
    if (title === null && root.blocks.length === 0) {
      title = words
      continue
    }
    while ((open.at(-1)?.level ?? -1) >= node.level) open.pop()
    const name = numbered(slug(words), taken)
    taken.add(name)
    const section = { level: node.level, slug: name, title: words, line: positionOf(node, at).line, blocks: [], sections: [] }
    open.at(-1)?.sections.push(section)
    open.push(section)
  }
  close()
  return { chapter: { title: title ?? at.file, blocks: root.blocks, sections: root.sections.map(sectionOf) }, drafts }
}

function sectionOf(open: Open): Section {
  return { slug: open.slug, title: open.title, line: open.line, blocks: open.blocks, sections: open.sections.map(sectionOf) }
}
