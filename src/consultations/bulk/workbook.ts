import { setImmediate as letOthers } from 'node:timers/promises'
import { Parser } from 'htmlparser2'
import { entriesOf, isSound } from '../../platform/files/archive.ts'
import { megabyte } from '../../platform/files.ts'
import { type Line, mostInLine, tableLimits, tooLarge } from './line.ts'

const parts = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[\w-]+\.xml)$/
const mostUnpacked = 60 * megabyte

/**
 * The first sheet of a workbook. Each part is measured as it unpacks, and only the cells that are there are kept: a
 * sheet that says it reaches the millionth line costs what its cells cost. Of a formula, only the value it was saved with.
 */
export async function rowsOfWorkbook(bytes: Buffer): Promise<Line[] | null> {
  if (!(await isSound(bytes))) return null
  const entries = await entriesOf(bytes, parts, mostUnpacked)
  const workbook = entries?.get('xl/workbook.xml')
  if (!entries || !workbook) return null
  try {
    const sheet = entries.get(await firstSheet(workbook, entries.get('xl/_rels/workbook.xml.rels')))
    if (!sheet) return null
    const shared = entries.get('xl/sharedStrings.xml')
    return await cellsOf(sheet, shared ? await stringsOf(shared) : [])
  } catch (error) {
    if (error instanceof Damaged) return null
    throw error
  }
}

interface Handlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const bytesAtOnce = 128 * 1024

/** A sheet is seven levels deep. Each more would cost the parser as much as all those above it. */
const deepest = 32

/** Each cell of the largest table could hold another. */
const mostStrings = tableLimits.lines * tableLimits.columns

/** Of any sheet: a number beyond it is no number of a line. */
const lastLine = 1_048_576

class Damaged extends Error {}

/** Names lose their prefix: some programs write 'x:row'. Piece by piece, so that whoever else waits gets a turn. */
async function readXml(xml: Buffer, { open, text = () => {}, close }: Handlers): Promise<void> {
  const bare = (name: string) => name.slice(name.indexOf(':') + 1)
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > deepest) throw new Damaged()
        open(bare(name), attributes)
      },
      ontext: text,
      onclosetag(name) {
        depth -= 1
        close?.(bare(name))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  const decoder = new TextDecoder()
  for (let at = 0; at < xml.length; at += bytesAtOnce) {
    parser.write(decoder.decode(xml.subarray(at, at + bytesAtOnce), { stream: true }))
    await letOthers()
  }
  parser.end(decoder.decode())
}

async function firstSheet(workbook: Buffer, relations: Buffer | undefined): Promise<string> {
  let id: string | undefined
  await readXml(workbook, {
    open(name, attributes) {
      if (name === 'sheet' && attributes.state !== 'hidden' && attributes.state !== 'veryHidden') id ??= attributes['r:id']
    },
  })
  let target = 'worksheets/sheet1.xml'
  if (relations)
    await readXml(relations, {
      open(name, attributes) {
        if (name === 'Relationship' && attributes.Id === id && attributes.Target) target = attributes.Target
      },
    })
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** The strings that cells share; what only guides how to read a word aloud is left out. */
async function stringsOf(xml: Buffer): Promise<string[]> {
  const strings: string[] = []
  let [now, within, aloud] = ['', false, false]
  await readXml(xml, {
    open(name) {
      if (name === 'si') now = ''
      if (name === 'rPh') aloud = true
      within = name === 't' && !aloud
    },
    text(text) {
      if (within) now += text
      if (now.length > mostInLine) throw tooLarge()
    },
    close(name) {
      if (name === 't') within = false
      if (name === 'rPh') aloud = false
      if (name === 'si') strings.push(now)
      if (strings.length > mostStrings) throw tooLarge()
    },
  })
  return strings
}

async function cellsOf(xml: Buffer, strings: readonly string[]): Promise<Line[]> {
  const lines: Line[] = []
  let cells: string[] = []
  let [line, column, type, now, within] = [0, 0, '', '', false]
  await readXml(xml, {
    open(name, { r, t }) {
      if (name === 'row') {
        line = Number(r) <= lastLine ? Number(r) : line + 1
        cells = []
        column = -1
      } else if (name === 'c') {
        column = r ? columnOf(r) : column + 1
        type = t ?? 'n'
        now = ''
      }
      within = name === 'v' || name === 't'
    },
    text(text) {
      if (within) now += text
      if (now.length > mostInLine) throw tooLarge()
    },
    close(name) {
      if (name === 'v' || name === 't') within = false
      // What stands further to the right is no column that anybody named.
      if (name === 'c' && column >= 0 && column <= tableLimits.columns) cells[column] = valueOf(type, now, strings)
      if (name === 'row' && lines.length <= tableLimits.lines + 1 && cells.some((cell) => cell))
        lines.push({ line, cells: Array.from(cells, (cell) => cell ?? '') })
    },
  })
  return lines
}

/** 'AB12' is column 27, the first being 0. */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? ''
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function valueOf(type: string, value: string, strings: readonly string[]): string {
  if (type === 's') return (strings[Number(value)] ?? '').trim()
  return type === 'e' ? '' : value.trim()
}
