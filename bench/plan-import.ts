import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { importPlan } from '../src/plan/index.ts'
import { planInFolder } from '../src/plan/sources.ts'
import { projectRoot } from '../src/platform/project-root.ts'
import { inEmptyHouse } from './empty-house.ts'
import { type Figure, figure, secondsOf } from './figure.ts'

const edition = '2019-2021'
const longest = 10
const real = path.join(projectRoot, '../shared/data/plan-2019-2021')

/** The import of a whole edition into an empty platform, beside reading it alone: what is left is what keeping it costs. */
export async function run(): Promise<Figure[]> {
  const folder = existsSync(real) ? real : writtenFolder()
  try {
    return await inEmptyHouse(async (desk) => {
      await planInFolder(folder, edition)
      const reading = await secondsOf(() => planInFolder(folder, edition))
      const first = await secondsOf(async () => importPlan(desk, await planInFolder(folder, edition)))
      const again = await secondsOf(async () => importPlan(desk, await planInFolder(folder, edition)))
      return [
        figure('plan-import', first, 's', longest),
        figure('plan-import over reading', first, 's', reading),
        figure('plan-import again over reading', again, 's', reading),
      ]
    })
  } finally {
    if (folder !== real) rmSync(folder, { recursive: true, force: true })
  }
}

const chapters = 9
const actionsEach = 10
const months = ['gennaio', 'marzo', 'giugno', 'ottobre', 'dicembre']

/** A folder as large as the real one, for machines that do not have it: 90 actions, some 550 kB. */
function writtenFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'simbiosi-plan-'))
  const names = Array.from({ length: chapters }, (_, index) => `${String(index + 1).padStart(2, '0')}_capitolo.rst`)
  const index = ['Piano di prova', '++++++++++++++', '', '.. toctree::', '   :numbered:', '', ...names.map((name) => `   ${name}`), '']
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'index.rst'), index.join('\n'))
  for (const [place, name] of names.entries()) writeFileSync(path.join(folder, name), chapter(place))
  return folder
}

function chapter(place: number): string {
  const title = `Capitolo di prova ${place + 1}`
  const prose = Array.from({ length: 90 }, (_, index) => paragraph(place * 100 + index))
  const actions = Array.from({ length: actionsEach }, (_, index) => action(place * actionsEach + index + 1))
  return [title, '='.repeat(title.length), '', ...prose, 'Linee di azione', '---------------', '', ...actions].join('\n')
}

function paragraph(seed: number): string {
  const words = ['servizi', 'dati', 'cittadini', 'imprese', '*once only*', 'piattaforme', 'interoperabilità', 'riuso', 'sicurezza']
  return `${Array.from({ length: 60 }, (_, index) => words[(seed + index * 7) % words.length]).join(' ')}.\n`
}

function action(number: number): string {
  const code = String(number).padStart(2, '0')
  const month = months[number % months.length]
  return [
    `.. rubric:: **LA${code} - Azione di prova numero ${number}**`,
    '   :class: ref',
    `   :name: la${code}`,
    '',
    ...[
      ['Tempi', 'In corso'],
      ['Attori', 'AGID, PA'],
      ['Descrizione', paragraph(number).trim()],
      ['Risultati', `Il risultato ${number} è raggiunto (entro ${month} ${2019 + (number % 3)}).`],
      ['Aree di intervento', 'Nel breve periodo, impatto su PA e cittadini.'],
    ].flatMap(([field, text]) => [`**${field}**`, `  ${text}`, '']),
  ].join('\n')
}
