import { oneLine } from '../../platform/rst.ts'
import { folded } from './clean.ts'
import { splitNames } from './names.ts'
import { plainBlocks } from './plain.ts'
import type { Block, Cell, Chapter, EcosystemRow, PlanAction, Report, Row } from './source.ts'
import { everyBlock } from './walk.ts'

const columns = [/^ecosistema/, /^descrizione/, /amministrazioni/, /^stato/]

/** The ecosystems, from the table whose columns are the name, the description, the administrations and the state. */
export function readEcosystems(chapters: readonly Chapter[], report: Report): EcosystemRow[] {
  return chapters.flatMap((chapter) =>
    everyBlock(chapter).flatMap((block) => {
      if (block.kind !== 'table') return []
      const header = block.head.at(-1)?.cells.map((cell) => folded(plainBlocks(cell.blocks))) ?? []
      const places = columns.map((column) => header.findIndex((text) => column.test(text)))
      if (places.includes(-1)) return []
      return block.body.map((row) => rowOf(row, places, row.file ?? chapter.file, report))
    }),
  )
}

function rowOf(row: Row, places: readonly number[], file: string, report: Report): EcosystemRow {
  const [name, description, administrations, status] = places.map((place) => row.cells[place])
  const { leads, actors } = namesIn(administrations)
  const title = textOf(name)
  if (leads.length === 0) report.unplaced.push({ file, line: row.line, field: 'ecosystem', text: title, reason: 'no-lead' })
  return { name: title, description: textOf(description), leads, actors, status: textOf(status), priority: null, file, line: row.line }
}

function textOf(cell: Cell | undefined): string {
  return oneLine(plainBlocks(cell?.blocks ?? []))
}

/** Names in bold lead; one bold run may hold several. */
function namesIn(cell: Cell | undefined): { leads: string[]; actors: string[] } {
  const leads: string[] = []
  let others = ''
  for (const run of (cell?.blocks ?? []).flatMap((block: Block) => (block.kind === 'paragraph' ? block.text : []))) {
    if (run.kind === 'strong') {
      leads.push(...splitNames(run.text))
      others += ','
    } else others += run.text
  }
  return { leads, actors: splitNames(others) }
}

const enumeration = /\becosistemi(?: prioritari)?: ([^().;]+)/i

/** Marks the ecosystems that an action's result names as the first to begin; a name not in the table is reported. */
export function withPriorities(ecosystems: readonly EcosystemRow[], actions: readonly PlanAction[], report: Report): EcosystemRow[] {
  const marked = new Map<string, EcosystemRow['priority']>()
  for (const action of actions) {
    for (const result of action.results) {
      let rest = oneLine(enumeration.exec(result.text)?.[1] ?? '')
      while (rest !== '') {
        const known = ecosystems
          .filter((ecosystem) => startsWithName(rest, ecosystem.name))
          .sort((a, b) => b.name.length - a.name.length)[0]
        const written = known ? rest.slice(0, known.name.length) : (rest.split(',')[0] ?? rest)
        if (known) marked.set(known.name, { action: action.code, file: action.file, line: result.line })
        else
          report.unplaced.push({
            file: action.file,
            line: result.line,
            action: action.code,
            field: 'ecosystem',
            text: written,
            reason: 'unknown-ecosystem',
          })
        rest = rest.slice(written.length).replace(/^[\s,]+(?:e )?/, '')
      }
    }
  }
  return ecosystems.map((ecosystem) => ({ ...ecosystem, priority: marked.get(ecosystem.name) ?? null }))
}

function startsWithName(text: string, name: string): boolean {
  const start = folded(text.slice(0, name.length))
  return start === folded(name) && /^(?:$|[\s,])/.test(text.slice(name.length))
}
