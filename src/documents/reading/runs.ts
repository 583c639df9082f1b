import type { Run } from '../../platform/papers.ts'
import { hrefOf } from '../../ui/href.ts'
import { code, escaped } from '../text/escaped.ts'
import { plain } from '../text/markdown.ts'

export { escaped, type Run }

export const lineBreak: Run = { text: '\n', break: true }

/** Runs alike that touch each other are one; spaces are one space; none at either end. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = []
  for (const { text: raw, ...marks } of runs) {
    const text = marks.break || marks.footnote !== undefined ? raw : raw.replace(/[^\S\u00A0\u202F]+/g, ' ')
    const last = tidy.at(-1)
    if (text === '') continue
    if (last && !marks.break && marks.footnote === undefined && sameMarks(last, marks))
      tidy[tidy.length - 1] = { ...last, text: (last.text + text).replace(/ {2,}/g, ' ') }
    else tidy.push({ text, ...marks })
  }
  while (tidy[0] && isBlank(tidy[0])) tidy.shift()
  for (let last = tidy.at(-1); last && isBlank(last); last = tidy.at(-1)) tidy.pop()
  return tidy.map((run, at) => ({
    ...run,
    text: run.break ? run.text : trimEdge(run.text, at === 0 || tidy[at - 1]?.break, at === tidy.length - 1 || tidy[at + 1]?.break),
  }))
}

const isBlank = ({ text, footnote, break: ends }: Run) => ends === true || (footnote === undefined && text.trim() === '')

function trimEdge(text: string, start: boolean | undefined, end: boolean | undefined): string {
  const begun = start ? text.trimStart() : text
  return end ? begun.trimEnd() : begun
}

function sameMarks(last: Run, marks: Omit<Run, 'text'>): boolean {
  const keys = ['strong', 'emphasis', 'struck', 'code', 'link'] as const
  return !last.break && last.footnote === undefined && keys.every((key) => (last[key] ?? false) === (marks[key] ?? false))
}

export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text, footnote }) => (footnote === undefined ? text : '')).join('')

/**
 * Runs as the Markdown of a block, which shows exactly these words. Signs are escaped only where they would be taken for
 * marks; marks that would change the words even so are left out.
 */
export function markdownOf(given: readonly Run[]): string {
  const runs = tidyRuns(given)
  const words = flat(runs.map(({ text, footnote }) => (footnote === undefined ? text : `[^${footnote}]`)).join('')).normalize('NFC')
  const ways = [
    () => runs.map((run) => marked(run, (text) => text)),
    () => runs.map((run) => marked(run, escaped)),
    () => runs.map((run) => bare(run, escaped)),
  ]
  for (const way of ways) {
    const source = way().join('')
    if (flat(plain(source)) === words) return source
  }
  return runs.map((run) => bare(run, escaped)).join('')
}

const flat = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim()

type Writing = (text: string) => string

function bare({ text, footnote, break: ends }: Run, writing: Writing): string {
  if (ends) return '\\\n'
  return footnote === undefined ? writing(text) : `[^${footnote}]`
}

function marked(run: Run, writing: Writing): string {
  if (run.break || run.footnote !== undefined) return bare(run, writing)
  const [, lead = '', words = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? []
  if (words === '') return run.text
  const link = run.link && hrefOf('it', run.link) ? run.link : null
  const inner = run.code ? code(words) : writing(words)
  const linked = link ? `[${inner}](<${link.replace(/[<>\\\s]/g, encodeURIComponent)}>)` : inner
  // Beside a letter an underscore is a letter; the star opens and closes there too.
  const marks = `${run.struck ? '~~' : ''}${run.strong ? '**' : ''}${run.emphasis ? '*' : ''}`
  return `${lead}${marks}${linked}${[...marks].reverse().join('')}${trail}`
}
