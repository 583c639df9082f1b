import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadPlanFolder } from './load.ts'
import { plainBlocks } from './plain.ts'
import { readPublishedPage } from './published-page.ts'
import { readPlan } from './read-plan.ts'
import { dueDay } from './timing.ts'

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url))
const folder = `${shared}data/plan-2019-2021`
const page = `${shared}seeds/ecosistemi-page.txt`
const absent = !existsSync(folder) || !existsSync(page)
if (absent) process.stderr.write('the plan 2019–2021 is not beside the project: its tests are skipped\n')

describe.skipIf(absent)('the plan 2019–2021', async () => {
  const files = absent ? new Map<string, string>() : await loadPlanFolder(folder)
  const begun = performance.now()
  const plan = absent ? null : readPlan(files)
  const took = performance.now() - begun
  const actions = plan?.actions ?? []
  const action = (code: string) => actions.find((one) => one.code === code)
  const resultsOf = (code: string) => action(code)?.results.map(({ due }) => (due ? [due.qualifier, due.day, dueDay(due)] : null))

  /** Every word of an action, in order: as read, and as the source has it from its fields' first to the next heading. */
  const wordsOf = (code: string) => {
    const one = action(code)
    if (!one) return []
    const results = one.results.map(({ text }) => text)
    return inOrder([one.timingText, one.actorsText, plainBlocks(one.description), ...results, one.areasText].join(' '))
  }
  const writtenWords = (code: string) => {
    const source = files.get(action(code)?.file ?? '') ?? ''
    const from = source.indexOf('**Tempi**', source.indexOf(`**${code} -`))
    const upTo = source.indexOf('.. rubric::', from)
    return inOrder(source.slice(from, upTo).replace(labels, ''))
  }

  test('is read in seconds, and twice to the same letter', () => {
    expect(took).toBeLessThan(5_000)
    expect(JSON.stringify(readPlan(files))).toBe(JSON.stringify(plan))
  })

  test('has 13 numbered chapters, and 90 actions each with all its fields', () => {
    expect(plan?.chapters.filter(({ number }) => number !== null).map(({ number }) => number)).toEqual(
      Array.from({ length: 13 }, (_, i) => i + 1),
    )
    expect(actions.map(({ number }) => number)).toEqual(Array.from({ length: 90 }, (_, i) => i + 1))
    for (const one of actions) {
      expect(
        [one.title, one.timing, one.actors[0], one.description[0], one.results[0], one.areasText, one.readMore].every(Boolean),
        one.code,
      ).toBe(true)
    }
  })

  test('is placed for 50 actions in course, 31 from a month, 8 in a month, 1 by a month', () => {
    const count = (qualifier: string) => actions.filter(({ timing }) => timing?.qualifier === qualifier).length
    expect(['ongoing', 'from', 'in', 'by'].map(count)).toEqual([50, 31, 8, 1])
  })

  test('has dates in the results of 82 actions', () => {
    const undated = actions.filter(({ results }) => results.every(({ dates }) => dates.length === 0)).map(({ code }) => code)
    expect(undated).toEqual(['LA17', 'LA28', 'LA29', 'LA55', 'LA59', 'LA65', 'LA69', 'LA87'])
  })

  test('has the four deadlines of the ecosystems', () => {
    expect(resultsOf('LA51')).toEqual([['by', '2019-12-31', '2019-12-31']])
    expect(resultsOf('LA52')).toEqual([['in', '2020-06-01', '2020-06-30']])
    expect(resultsOf('LA53')).toEqual([['in', '2020-12-01', '2020-12-31']])
    expect(resultsOf('LA54')).toEqual([['in', '2021-12-01', '2021-12-31']])
  })

  test('has LA08, LA18 and LA75 whole', () => {
    expect(action('LA08')?.description).toMatchObject([{ kind: 'paragraph' }, { kind: 'list', items: [[{}], [{}]] }])
    for (const code of ['LA08', 'LA18', 'LA75']) expect(wordsOf(code), code).toEqual(writtenWords(code))
    expect(resultsOf('LA08')).toEqual([['by', '2020-12-31', '2020-12-31']])
    expect(resultsOf('LA18')).toEqual([['in', '2019-12-01', '2019-12-31']])
    expect(action('LA18')?.areas.map(({ horizons }) => horizons)).toEqual([['short'], ['medium', 'long']])
    expect(action('LA75')?.areas.map(({ subjects }) => subjects)).toEqual([['PA'], ['imprese']])
  })

  test('has results of several sentences and dates, each in its place', () => {
    expect(resultsOf('LA05')).toEqual([
      ['in', '2019-11-01', '2019-11-30'],
      ['in', '2020-11-01', '2020-11-30'],
    ])
    expect(resultsOf('LA66')?.map((due) => due?.[1])).toEqual(['2019-09-23', '2019-09-23', '2020-09-23', '2021-06-23'])
    expect(resultsOf('LA80')).toEqual([['by', '2019-12-31', '2019-12-31']])
    expect(resultsOf('LA82')).toEqual([null])
    expect(action('LA82')?.results[0]?.dates.map(({ day }) => day)).toEqual(['2019-03-31', '2019-12-31'])
  })

  test('has 13 ecosystems, each with its leads', () => {
    const economy = 'Ministero dell’Economia e delle Finanze'
    const school = 'Ministero dell’Istruzione, dell’Università e della Ricerca'
    const tourism = 'Ministero delle Politiche Agricole Alimentari e Forestali e del Turismo'
    expect(plan?.ecosystems.map(({ name, leads }) => [name, ...leads])).toEqual([
      ['Sanità', 'Ministero della Salute', economy],
      ['Finanza pubblica', economy],
      [
        'Sviluppo e sostenibilità',
        'Ministero dello Sviluppo Economico',
        'Ministero dell’Ambiente e della Tutela del Territorio e del Mare',
      ],
      ['Giustizia', 'Ministero della Giustizia'],
      ['Beni culturali e turismo', 'Ministero dei Beni e delle Attività Culturali', tourism],
      ['Welfare', 'Ministero del Lavoro e delle Politiche Sociali'],
      ['Scuola', school],
      ['Istruzione superiore e ricerca', school],
      ['Difesa, sicurezza e soccorso - Legalità', 'Ministero della Difesa', 'Ministero dell’Interno'],
      ['Infrastruttura e logistica - Mobilità', 'Ministero delle Infrastrutture e dei Trasporti'],
      ['Comunicazioni', 'Ministero dello Sviluppo Economico'],
      ['Agricoltura', tourism],
      [
        'L’Italia in Europa e nel Mondo',
        'Ministero degli Affari Esteri e della Cooperazione Internazionale',
        'Ministero per gli Affari Europei',
      ],
    ])
    expect(plan?.ecosystems.filter(({ priority }) => priority?.action === 'LA51').map(({ name }) => name)).toEqual([
      'Finanza pubblica',
      'Sviluppo e sostenibilità',
      'Beni culturali e turismo',
      'Welfare',
    ])
    expect(plan?.ecosystems.every(({ description, status, actors }) => description && status && actors.length > 0)).toBe(true)
  })

  test('loses no word of the chapters', () => {
    for (const chapter of plan?.chapters ?? []) {
      const own = actions.filter(({ readMore }) => readMore?.chapter === chapter.slug)
      const said = words(JSON.stringify([chapter, own]).replaceAll('\\n', ' '))
      const markup = /<[^<>]*>`?|^\s*(?::[a-z]+:.*|\.\. .*)$|:(?:ref|doc):/gm
      const written = words((files.get(chapter.file) ?? '').normalize('NFC').replace(labels, '').replace(markup, ' '))
      expect(
        [...written].filter((word) => !said.has(word)),
        chapter.file,
      ).toEqual([])
    }
  })

  test('refuses nothing, and tells what it could not place', () => {
    expect(plan?.refused).toEqual([])
    const counts = Object.groupBy(plan?.unplaced ?? [], ({ field, reason }) => `${field} ${reason}`)
    expect(Object.fromEntries(Object.entries(counts).map(([name, found]) => [name, found?.length]))).toEqual({
      'results no-date': 11,
      'results more-than-a-date': 3,
      'results year-only': 1,
      'results no-year': 1,
      'results several-dates': 1,
      'actors perhaps-two-names': 9,
      'actors not-a-name': 1,
      'areas unknown-form': 1,
      'scope not-told': 60,
      'scope indication-not-confirmed': 2,
    })
  })

  test('does not take the closing chapter’s word where it names the wrong action', () => {
    expect(action('LA66')?.scope).toEqual([])
    expect(action('LA73')?.scope).toEqual([])
    expect(action('LA31')?.scope).toEqual(['central', 'territorial'])
    expect(action('LA48')?.scope).toEqual(['central'])
  })

  test('has four actions, not eight, on the published page, with the same deadlines', () => {
    const published = readPublishedPage(readFileSync(page, 'utf8'))
    expect(published.title).toBe('Ecosistemi')
    expect(published.actions.map(({ code, scope }) => [code, ...scope])).toEqual(
      ['LA51', 'LA52', 'LA53', 'LA54'].map((code) => [code, 'central', 'territorial']),
    )
    for (const one of published.actions) {
      expect(one.timing, one.code).toEqual(action(one.code)?.timing)
      expect(
        one.results.map(({ due }) => due),
        one.code,
      ).toEqual(action(one.code)?.results.map(({ due }) => due))
      expect(one.actors, one.code).toEqual(action(one.code)?.actors)
    }
    expect(published.unplaced.map(({ reason }) => reason)).toEqual(['perhaps-two-names', 'perhaps-two-names', 'perhaps-two-names'])
  })
})

const labels = /\*\*(?:Tempi|Attori|Descrizione|Risultati|Are[ae] di intervento)\*\*/g

function words(text: string): Set<string> {
  return new Set(inOrder(text))
}

function inOrder(text: string): string[] {
  return text.match(/[\p{L}\p{N}]{3,}/gu) ?? []
}
