import { RstDirective, type RstDocument, RstSection } from 'rst-compiler'
import { insideFolder, oneLine, optionOf, type RstFiles, type SourceLine } from '../../platform/rst.ts'
import { slug } from './clean.ts'
import type { Report } from './source.ts'

/** One line of a plan's table of contents. */
export interface ContentsEntry {
  readonly file: string
  readonly number: number | null
  readonly part: string | null
}

const index = 'index.rst'

/**
 * The order of the chapters: as the index lists them, then whatever it leaves out, by path. Only what stands in a
 * numbered list has a number.
 */
export function contentsOf(files: RstFiles, document: RstDocument | null, lines: readonly SourceLine[], report: Report): ContentsEntry[] {
  const entries = new Map<string, ContentsEntry>()
  let part: string | null = null
  let title = true
  let count = 0
  for (const node of document?.children ?? []) {
    if (node instanceof RstSection) {
      if (!title) part = oneLine(node.textContent)
      title = false
    }
    if (!(node instanceof RstDirective) || node.directive !== 'toctree') continue
    for (const written of node.rawBodyText.split('\n')) {
      const file = listedFile(written, files)
      if (file === null) continue
      if (file === undefined) {
        const at = lines[node.source.startLineIdx]
        report.refused.push({ file: at?.file ?? index, line: at?.line ?? 1, directive: 'toctree', reason: 'missing' })
        continue
      }
      const known = entries.get(file)
      const number = known?.number ?? (optionOf(node, 'numbered') === null ? null : ++count)
      entries.set(file, { file, number, part: known?.part ?? part })
    }
  }
  const left = [...files.keys()].filter((file) => file.endsWith('.rst') && file !== index && !entries.has(file)).sort()
  return [...entries.values(), ...left.map((file) => ({ file, number: null, part: null }))]
}

/** The file a line of a table of contents names; null when it names none, undefined when there is no such file. */
function listedFile(written: string, files: RstFiles): string | null | undefined {
  const target = (/<([^<>]+)>\s*$/.exec(written)?.[1] ?? written).trim()
  if (target === '' || target === 'self' || target.startsWith(':')) return null
  const path = insideFolder(index, target)
  if (typeof path !== 'string') return undefined
  return [path, `${path}.rst`].find((candidate) => files.has(candidate))
}

/** '07_ecosistemi.rst' → 'ecosistemi'; a folder's name comes in only where two files would share a slug. */
export function chapterSlugs(files: readonly string[]): Map<string, string> {
  const slugs = new Map<string, string>()
  const taken = new Set<string>()
  for (const file of files) {
    const path = file.replace(/\.rst$/, '')
    const base = slug((path.split('/').at(-1) ?? path).replace(/^\d+[_-]/, ''))
    const unique = numbered(taken.has(base) ? slug(path) : base, taken)
    taken.add(unique)
    slugs.set(file, unique)
  }
  return slugs
}

/** The name itself, or with the first number that makes it unique. */
export function numbered(name: string, taken: ReadonlySet<string>): string {
  let candidate = name
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}-${count}`
  return candidate
}
