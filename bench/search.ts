import { addEcosystem } from '../src/ecosystems/index.ts'
import { day } from '../src/kernel/day.ts'
import { importOrganisations } from '../src/organisations/import.ts'
import type { IpaRow } from '../src/organisations/ipa.ts'
import { importPlan, type PlanImport } from '../src/plan/index.ts'
import type { Desk } from '../src/platform/http.ts'
import { search } from '../src/search/store.ts'
import { inEmptyHouse } from './empty-house.ts'
import { type Figure, figure } from './figure.ts'
import { bodies, chance, englishMatters, matters, mistyped, places } from './words.ts'

const organisations = 80_000
const editions = 10
const actionsEach = 1000
const questions = 200
const longest = 200

/** A hundred thousand things to find, brought in as they are in life; then two hundred questions, one in five mistyped. */
export async function run(): Promise<Figure[]> {
  return inEmptyHouse(async (desk) => {
    const names = places(9000)
    await fill(desk, names)
    const { n } = await desk.db
      .selectFrom('searchEntry')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    if (n < 100_000) throw new Error(`only ${n} entries to search among`)
    const asked = questionsAbout(names)
    const first = await timesOf(desk, asked)
    const again = await timesOf(desk, asked)
    return [
      figure('search-entries', n, 'rows', 100_000),
      figure('search-cold-p50', percentile(first, 50), 'ms', longest),
      figure('search-cold-p99', percentile(first, 99), 'ms', longest),
      figure('search-p50', percentile(again, 50), 'ms', longest),
      figure('search-p99', percentile(again, 99), 'ms', longest),
    ]
  })
}

async function fill(desk: Desk, names: readonly string[]): Promise<void> {
  await importOrganisations(desk, rows(names))
  for (let edition = 0; edition < editions; edition += 1) await importPlan(desk, planOf(2000 + edition * 3, names))
  const described = { summaryEn: null, priority: false, prioritySource: null, parentId: null, since: day('2019-01-01') }
  for (const matter of matters)
    await addEcosystem(desk, {
      ...described,
      nameIt: `Ecosistema ${matter}`,
      nameEn: null,
      summaryIt: `Tutto su ${matter}, ${names[matter.length]}.`,
    })
}

async function* rows(names: readonly string[]): AsyncGenerator<IpaRow> {
  const pick = chance(11)
  for (let n = 0; n < organisations; n += 1) {
    const second = pick(3) === 0 ? ` ${names[pick(names.length)]}` : ''
    const name = `${bodies[pick(bodies.length)]} ${names[pick(names.length)]}${second}`
    yield { line: n + 2, broken: false, code: `x_${n}`, name, taxCode: '', category: 'L6', acronym: '', updatedOn: '' }
  }
}

function planOf(year: number, names: readonly string[]): PlanImport {
  const pick = chance(year)
  const some = (count: number) =>
    Array.from({ length: count }, () => (pick(4) === 0 ? names[pick(names.length)] : matters[pick(matters.length)])).join(' ')
  const edition = {
    code: `${year}-${year + 2}`,
    title: 'Piano',
    fromYear: year,
    toYear: year + 2,
    publishedOn: null,
    readMoreUrl: null,
    discussUrl: null,
  }
  const chapter = { slug: 'capitolo', position: 1, number: 1, title: 'Capitolo', part: null, body: null }
  const chapters = [{ ...chapter, plainText: Array.from({ length: 300 }, () => some(60)).join('\n\n') }]
  const actions = Array.from({ length: actionsEach }, (_, n): PlanImport['content']['actions'][number] => ({
    code: `LA${n + 1}`,
    number: n + 1,
    title: some(8),
    chapter: 'capitolo',
    anchor: null,
    scopes: ['central'],
    timingText: 'In corso',
    timing: null,
    actorsText: 'AGID',
    actors: ['AGID'],
    description: [],
    descriptionText: some(90),
    results: [{ text: some(30), due: null, criterion: null }],
    areasText: '',
    areas: [],
    source: 'folder',
  }))
  return { edition, content: { source: 'folder', chapters, actions }, ecosystems: [], sourceHash: String(year), unplaced: [], refused: [] }
}

/** Common words, rare ones, several together, English ones, and one question in five mistyped. */
function questionsAbout(names: readonly string[]): string[] {
  const pick = chance(3)
  const one = <Item>(list: readonly Item[]) => list[pick(list.length)] as Item
  const kinds = [
    () => one(matters),
    () => one(names),
    () => `${one(bodies)} ${one(names)}`,
    () => `${one(matters)} ${one(matters)}`,
    () => one(bodies),
    () => one(englishMatters),
    () => `${mistyped(one(matters), pick)} ${one(matters)}`,
    () => `comune ${mistyped(one(names), pick)}`,
    () => `LA${pick(actionsEach)}`,
    () => `"${one(matters)} ${one(matters)}" ${one(names)}`,
  ]
  return Array.from({ length: questions }, (_, n) => (kinds[n % kinds.length] as () => string)())
}

async function timesOf({ db }: Desk, asked: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const words of asked) {
    const began = performance.now()
    await search(db, { words, kind: null, lang: 'it', cursor: null, limit: 20 })
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)
}

function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}
