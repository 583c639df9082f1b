import { expect, test } from 'vitest'
import { plainBlocks } from './plain.ts'
import { readPlan } from './read-plan.ts'
import { sample, sampleAction } from './sample.ts'

const actionOf = (text: string) => readPlan(sample(text)).actions[0]

test('an action comes out with its place, fields, dates and areas', () => {
  const { actions, unplaced } = readPlan(sample(sampleAction('LA07', { attori: 'Alfa, PA centrali', tempi: 'Da gennaio 2020' })))
  expect(actions).toHaveLength(1)
  expect(actions[0]).toMatchObject({
    code: 'LA07',
    number: 7,
    title: 'Apertura dello sportello',
    file: '01_prova.rst',
    line: 4,
    readMore: { chapter: 'prova', anchor: 'la07' },
    timing: { qualifier: 'from', day: '2020-01-01' },
    actors: [{ name: 'Alfa' }, { name: 'PA centrali' }],
    results: [{ text: 'Sportello aperto (giugno 2020).', due: { qualifier: 'in', day: '2020-06-01' }, line: 18 }],
    areas: [{ horizons: ['short'], subjects: ['PA'] }],
    scope: ['central'],
  })
  expect(unplaced).toEqual([])
})

test('a list that was not indented under its field belongs to it, and the next field begins where it says', () => {
  const text = sampleAction('LA08').replace(
    '  Si apre uno sportello.\n',
    '  Si apre uno sportello, dove:\n\n- un tale chiede\n  qualcosa;\n\n- un altro risponde.\n',
  )
  const action = actionOf(text)
  expect(plainBlocks(action?.description ?? [])).toBe('Si apre uno sportello, dove:\n- un tale chiede qualcosa;\n- un altro risponde.')
  expect(action?.results).toHaveLength(1)
  expect(action?.areas).toHaveLength(1)
})

test('bodies that were not indented are read whole', () => {
  const text = sampleAction('LA18').replace(/\*\*(Risultati|Aree di intervento)\*\*\n {2}/g, '**$1**\n')
  expect(actionOf(text)).toMatchObject({
    results: [{ text: 'Sportello aperto (giugno 2020).' }],
    areasText: 'Nel breve periodo, impatto sulle PA.',
  })
})

test('the singular heading of the areas is read', () => {
  expect(actionOf(sampleAction('LA75').replace('Aree di', 'Area di'))?.areas).toHaveLength(1)
})

test('a title may wrap over two lines', () => {
  expect(actionOf(sampleAction('LA02').replace('dello sportello**', 'dello\n   sportello**'))).toMatchObject({
    title: 'Apertura dello sportello',
    readMore: { anchor: 'la02' },
  })
})

test('the areas are one paragraph: the chapter goes on after them', () => {
  const { actions, chapters } = readPlan(sample(`${sampleAction('LA01')}Il capitolo prosegue.\n\n${sampleAction('LA02')}`))
  expect(actions.map(({ code, areasText }) => [code, areasText])).toEqual([
    ['LA01', 'Nel breve periodo, impatto sulle PA.'],
    ['LA02', 'Nel breve periodo, impatto sulle PA.'],
  ])
  expect(chapters[0]?.blocks.map(({ kind }) => kind)).toEqual(['action', 'paragraph', 'action'])
})

test('results are paragraphs or items; a list after a colon belongs to its sentence', () => {
  const texts = (risultati: string) => actionOf(sampleAction('LA01', { risultati }))?.results.map(({ text, due }) => [text, due?.day])
  expect(texts('Uno (maggio 2019).\n\nDue (giugno 2019).')).toEqual([
    ['Uno (maggio 2019).', '2019-05-01'],
    ['Due (giugno 2019).', '2019-06-01'],
  ])
  expect(texts('- Uno (maggio 2019);\n\n- due (giugno 2019).')).toEqual([
    ['Uno (maggio 2019);', '2019-05-01'],
    ['due (giugno 2019).', '2019-06-01'],
  ])
  expect(texts('Una raccolta di:\n\n- fiori;\n\n- foglie (maggio 2019).')).toEqual([
    ['Una raccolta di:\n- fiori;\n- foglie (maggio 2019).', '2019-05-01'],
  ])
})

test('what cannot be placed is told with its file, line, action, field and reason', () => {
  const { unplaced } = readPlan(sample(sampleAction('LA01', { tempi: 'Da metà 2019', attori: 'PA', risultati: 'Tutto a posto.' })))
  expect(unplaced).toEqual([
    { file: '01_prova.rst', line: 4, action: 'LA01', field: 'scope', text: 'PA', reason: 'not-told' },
    { file: '01_prova.rst', line: 8, action: 'LA01', field: 'timing', text: 'Da metà 2019', reason: 'year-only' },
    { file: '01_prova.rst', line: 18, action: 'LA01', field: 'results', text: 'Tutto a posto.', reason: 'no-date' },
  ])
})

test('a field that is missing, and a code that stands twice, are told', () => {
  const text = sampleAction('LA01', { attori: 'Comuni' })
  const { actions, unplaced } = readPlan(sample(`${text.replace(/\*\*Risultati\*\*\n.*\n/, '')}${text}`))
  expect(actions).toHaveLength(1)
  expect(unplaced.map(({ field, reason }) => [field, reason])).toEqual([
    ['results', 'missing'],
    ['action', 'duplicate-code'],
  ])
})

test('the closing chapter tells a scope only where the action’s own text names the same', () => {
  const closing =
    'Da fare\n=======\n\nSezione\n-------\n\n.. rubric:: 2020\n\n**Tema**\n  Le PA centrali aprono. :ref:`LA01 <la01>`\n\n  Le PA locali aprono. :ref:`LA02 <la02>`\n'
  const text = sampleAction('LA01', { risultati: 'Le PA centrali sono pronte (maggio 2020).' }) + sampleAction('LA02', { attori: 'PA' })
  const { actions, indications, unplaced } = readPlan(sample(text, { '02_fine.rst': closing }))
  expect(actions.map(({ scope }) => scope)).toEqual([['central'], []])
  expect(indications[0]).toEqual({
    action: 'LA01',
    text: 'Le PA centrali aprono.',
    year: '2020',
    topic: 'Tema',
    section: 'Sezione',
    file: '02_fine.rst',
    line: 10,
  })
  expect(unplaced.map(({ action, reason }) => [action, reason])).toEqual([
    ['LA02', 'not-told'],
    ['LA02', 'indication-not-confirmed'],
  ])
})

test('a ministry among the actors is central, also by an acronym that the plan explains', () => {
  const acronyms = 'Appendice - Acronimi\n====================\n\nMIA\n  Ministero dell’Aria\n'
  const { actions } = readPlan(sample(sampleAction('LA01', { attori: 'MIA' }), { '02_acronimi.rst': acronyms }))
  expect(actions[0]?.scope).toEqual(['central'])
})

test('ecosystems come from their table: bold names lead, one bold run may hold two', () => {
  const row = (...cells: string[]) => `| ${cells.map((cell) => cell.padEnd(40)).join(' | ')} |\n`
  const line = (fill: string) => `+${`${fill.repeat(42)}+`.repeat(4)}\n`
  const table = [
    line('-'),
    row('Ecosistema', 'Descrizione Ecosistema', 'Principali amministrazioni', 'Stato'),
    line('='),
    row('**Acque**', 'I fiumi', '**Ministero dell’Acqua, Ministero', 'Avviato'),
    row('', '', 'dell’Aria**, Alfa, Regioni', ''),
    line('-'),
    row('**Prati e boschi**', 'Le piante', '**Ministero dell’Erba, del Bosco e del', 'Fermo'),
    row('', '', 'Prato,** Beta (prima, seconda)', ''),
    line('-'),
    row('**Venti**', 'Il vento', 'Gamma', 'Fermo'),
    line('-'),
  ].join('')
  const result = 'Si comincia da almeno 2 ecosistemi: Acque, Nebbie (maggio 2020).'
  const { ecosystems, unplaced } = readPlan(sample(`${table}\n${sampleAction('LA01', { risultati: result, attori: 'Comuni' })}`))
  expect(ecosystems).toMatchObject([
    {
      name: 'Acque',
      description: 'I fiumi',
      leads: ['Ministero dell’Acqua', 'Ministero dell’Aria'],
      actors: ['Alfa', 'Regioni'],
      status: 'Avviato',
      line: 7,
      priority: { action: 'LA01' },
    },
    { name: 'Prati e boschi', leads: ['Ministero dell’Erba, del Bosco e del Prato'], actors: ['Beta (prima, seconda)'], priority: null },
    { name: 'Venti', leads: [], actors: ['Gamma'] },
  ])
  expect(unplaced.map(({ field, text, reason }) => [field, text, reason])).toEqual([
    ['ecosystem', 'Venti', 'no-lead'],
    ['ecosystem', 'Nebbie', 'unknown-ecosystem'],
  ])
})

test('the index gives the order, the numbers and the parts; the rest follows by path', () => {
  const index =
    'Piano\n+++++\n\n.. toctree::\n   :numbered:\n   :hidden:\n\n   02_b.rst\n   01_a\n\nPARTE 1\n:::::::\n\n.. toctree::\n\n   01_a\n   altro.rst\n   manca.rst\n'
  const page = (title: string) => `${title}\n=====\n\nTesto.\n`
  const { title, chapters, refused } = readPlan(
    new Map([
      ['index.rst', index],
      ['01_a.rst', page('Primo')],
      ['02_b.rst', page('Secon')],
      ['altro.rst', page('Altro')],
      ['z/01_a.rst', page('Ultim')],
    ]),
  )
  expect(title).toBe('Piano')
  expect(chapters.map(({ position, number, slug, title, part }) => [position, number, slug, title, part])).toEqual([
    [1, 1, 'b', 'Secon', null],
    [2, 2, 'a', 'Primo', 'PARTE 1'],
    [3, null, 'altro', 'Altro', 'PARTE 1'],
    [4, null, 'z-01-a', 'Ultim', null],
  ])
  expect(refused).toEqual([{ file: 'index.rst', line: 14, directive: 'toctree', reason: 'missing' }])
})

test('headings make a tree whose names are unique', () => {
  const { chapters } = readPlan(sample('Uno\n---\n\nScopo\n~~~~~\n\nDue\n---\n\nScopo\n~~~~~\n\nTesto.\n'))
  const tree = chapters[0]?.sections.map(({ slug, sections }) => [slug, sections.map((section) => section.slug)])
  expect(tree).toEqual([
    ['uno', ['scopo']],
    ['due', ['scopo-2']],
  ])
})
