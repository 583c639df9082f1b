import { describe, expect, test } from 'vitest'
import { createDocument, importBlocks } from '../documents/index.ts'
import { actorOf, admitTo, deskOf } from '../groups/test-group.ts'
import { day } from '../kernel/day.ts'
import { citizen, somebody } from '../testing.ts'
import {
  abandonRanking,
  beginRanking,
  closeRanking,
  freezeMethod,
  giveScores,
  MethodForm,
  setMethod,
  withdrawScores,
} from './actions/rankings.ts'
import { fieldOf } from './rules/ballots.ts'
import { criteriaOf, optionsOf } from './store/rankings.ts'
import { openPortfolio } from './test-portfolio.ts'

const method = MethodForm.parse({
  criteria: [
    { name: 'Utilità', weight: 60, direction: 'more' },
    { name: 'Costo', weight: 40, direction: 'less' },
  ],
})

async function openRanking(interventions = ['Biglietto unico', 'Catalogo unico', 'Mappa']) {
  const portfolio = await openPortfolio()
  const { house, slug, desk } = portfolio
  const document = await createDocument(house.desk(), slug, { kind: 'vision', titleIt: 'La vision', titleEn: null, bodies: [] })
  if (interventions.length > 0)
    await importBlocks(
      desk(),
      document.id,
      interventions.map((source) => ({ kind: 'intervention', level: 0, source })),
    )
  return { ...portfolio, ranking: await beginRanking(desk(), slug, { title: 'Interventi 2020' }) }
}

async function scoring() {
  const opened = await openRanking()
  const { house, desk, ranking } = opened
  await setMethod(desk(), ranking.id, method)
  await freezeMethod(desk(), ranking.id)
  const [criteria, options] = [await criteriaOf(house.db, ranking.id), await optionsOf(house.db, ranking.id)]
  const ballot = (table: number[][]) =>
    new Map(
      options.flatMap((option, row) => criteria.map((one, column) => [fieldOf(option.id, one.id), table[row]?.[column] ?? 0] as const)),
    )
  return { ...opened, options, ballot }
}

const good = [
  [5, 2],
  [4, 1],
  [1, 5],
]

describe('a ranking', () => {
  test('is begun by whoever leads the ecosystem or keeps the group, one at a time', async () => {
    const { house, slug, desk, ranking } = await openRanking()
    await expect(beginRanking(house.desk(citizen()), slug, { title: 'Altra' })).rejects.toThrow('not-allowed')
    await expect(beginRanking(desk(), slug, { title: 'Altra' })).rejects.toThrow('ranking-open-already')
    await abandonRanking(desk(), ranking.id, { reason: 'Metodo sbagliato' })
    await expect(abandonRanking(desk(), ranking.id, { reason: 'Ancora' })).rejects.toThrow('ranking-over')
    expect(await beginRanking(desk(), slug, { title: 'Altra' })).toMatchObject({ number: 2 })
  })

  test('has weights that share a hundred points, and criteria with names of their own', async () => {
    const { desk, ranking } = await openRanking()
    const attempt = (...weights: number[]) =>
      setMethod(
        desk(),
        ranking.id,
        MethodForm.parse({ criteria: weights.map((weight, n) => ({ name: `C${n}`, weight, direction: 'more' })) }),
      )
    await expect(attempt()).rejects.toThrow('ranking-criteria-missing')
    await expect(attempt(0, 0)).rejects.toThrow('ranking-weights-zero')
    await expect(attempt(60, 30)).rejects.toThrow('ranking-weights-not-100')
    await expect(attempt(60, 50)).rejects.toThrow('ranking-weights-not-100')
    const alike = [50, 50].map((weight) => ({ name: 'Uso', weight, direction: 'more' }))
    await expect(setMethod(desk(), ranking.id, MethodForm.parse({ criteria: alike }))).rejects.toThrow('ranking-criteria-alike')
    await expect(freezeMethod(desk(), ranking.id)).rejects.toThrow('ranking-criteria-missing')
    await attempt(60, 40)
  })

  test('needs two interventions in the vision, and once frozen its method does not change', async () => {
    const few = await openRanking(['Uno solo'])
    await setMethod(few.desk(), few.ranking.id, method)
    await expect(freezeMethod(few.desk(), few.ranking.id)).rejects.toThrow('ranking-too-few-interventions')
    const { desk, ranking, options } = await scoring()
    expect(options.map(({ title }) => title)).toEqual(['Biglietto unico', 'Catalogo unico', 'Mappa'])
    await expect(setMethod(desk(), ranking.id, method)).rejects.toThrow('ranking-method-frozen')
    await expect(freezeMethod(desk(), ranking.id)).rejects.toThrow('ranking-method-frozen')
  })

  test('takes scores from each member with a vote, whole, on the scale, once', async () => {
    const { house, body, members, ranking, ballot, desk } = await scoring()
    const give = async (member: typeof members.ada, table: number[][]) => giveScores(await deskOf(house, member), ranking.id, ballot(table))
    await expect(closeRanking(desk(), ranking.id)).rejects.toThrow('ranking-without-scores')
    await expect(
      give(members.ada, [
        [6, 1],
        [1, 1],
        [1, 1],
      ]),
    ).rejects.toThrow('ranking-score-missing')
    await expect(give(members.ada, [[5, 1]])).rejects.toThrow('ranking-score-missing')
    await expect(give(members.observer, good)).rejects.toThrow('not-allowed')
    const outsider = somebody('member', { kind: 'ecosystem', id: ranking.ecosystemId })
    await expect(giveScores(house.desk(outsider), ranking.id, ballot(good))).rejects.toThrow('ranking-not-a-voter')
    await give(members.ada, good)
    await expect(give(members.ada, good)).rejects.toThrow('ranking-scored-already')
    const substitute = await admitTo(house, body, {
      name: 'Vice Ada',
      role: 'member',
      substituteFor: members.ada.id,
      from: day('2020-07-22'),
    })
    await expect(give(substitute, good)).rejects.toThrow('ranking-scored-already')
    await withdrawScores(await deskOf(house, members.ada), ranking.id)
    await expect(withdrawScores(await deskOf(house, members.ada), ranking.id)).rejects.toThrow('ranking-not-scored')
    await give(members.ada, good)
    await closeRanking(desk(), ranking.id)
    await expect(give(members.bruno, good)).rejects.toThrow('ranking-not-scoring')
    await expect(withdrawScores(await deskOf(house, members.ada), ranking.id)).rejects.toThrow('ranking-not-scoring')
  })
})

async function giveAll({ house, members, ranking, ballot }: Awaited<ReturnType<typeof scoring>>) {
  for (const member of [members.ada, members.bruno]) await giveScores(await deskOf(house, member), ranking.id, ballot(good))
}

describe('the page of a ranking', () => {
  test('shows nobody the scores before it is closed, and then everybody the result and how much it depends on the weights', async () => {
    const opened = await scoring()
    const { house, ranking, desk, members } = opened
    await giveAll(opened)
    const path = `/classifiche/${ranking.id}`
    const before = await house.read(path)
    expect(before).toContain('Utilità')
    expect(before).not.toContain('Il risultato</h2>')
    expect(before).not.toContain('Ada Componente')
    expect(await house.read(path, await actorOf(house, members.chair))).toContain('Ada Componente')
    await closeRanking(desk(), ranking.id)
    const after = await house.read(path)
    // Utilità 60, Costo 40, turned round: 5·60 + 4·40 = 460 for the first, 4·60 + 5·40 = 440 for the second.
    expect(after).toMatch(/4,6 su 5[\s\S]+4,4 su 5/)
    expect(after).toContain('Il primo resta primo finché il peso di «Utilità» è tra 50% e 100%')
    expect(after).toContain('Sotto 50% «Catalogo unico» supera «Biglietto unico»')
    expect(await house.read(`/en${path}?primi=2`)).toContain('The first 2 stay the same whatever the weight of “Costo”')
  })

  test('is for members alone while the method is written', async () => {
    const { house, ranking, slug, members, lead } = await openRanking()
    expect((await house.ask(`/classifiche/${ranking.id}`)).status).toBe(401)
    expect((await house.ask(`/classifiche/${ranking.id}`, { as: citizen() })).status).toBe(403)
    expect(await house.read(`/classifiche/${ranking.id}`, await actorOf(house, members.observer))).toContain(
      'Il metodo non è ancora scritto',
    )
    expect(await house.read(`/ecosistemi/${slug}/classifiche`)).toContain('Interventi 2020')
    expect(await house.read(`/classifiche/${ranking.id}`, lead)).toContain('/metodo')
  })

  test('goes from method to result through forms alone', async () => {
    const { house, ranking, lead, members } = await openRanking()
    const path = `/classifiche/${ranking.id}`
    const post = async (step: string, form: Record<string, string>, as = lead) => {
      const response = await house.ask(`${path}/${step}`, { as, form })
      return { status: response.status, to: response.headers.get('location'), text: await response.text() }
    }
    const off = await post('metodo', { 'name-1': 'Utilità', 'weight-1': '60', 'direction-1': 'more', 'weight-2': '30' })
    expect(off.status).toBe(422)
    expect(off.text).toContain('value="Utilità"')
    const sum = await post('metodo', { 'name-1': 'Utilità', 'weight-1': '60', 'direction-1': 'more' })
    expect(sum.text).toContain('fanno 60, e devono fare 100: aggiungine 40')
    expect((await post('metodo', { 'name-1': 'Utilità', 'weight-1': '100', 'direction-1': 'more' })).to).toContain('fatto=metodo')
    expect(await house.read(`${path}/congelamento`, lead)).toContain('Biglietto unico')
    expect((await post('congelamento', {})).to).toContain('fatto=congelata')
    const ada = await actorOf(house, members.ada)
    const fields = [...(await house.read(`${path}/punteggi`, ada)).matchAll(/name="(score-[^"]+)" value="5"/g)].map(
      ([, name]) => name ?? '',
    )
    expect(fields).toHaveLength(3)
    const some = await post('punteggi', { [fields[0] ?? '']: '4' }, ada)
    expect(some.status).toBe(422)
    expect(some.text).toMatch(/value="4"[^>]*checked/)
    expect((await post('punteggi', Object.fromEntries(fields.map((name, n) => [name, String(5 - n)])), ada)).to).toContain('fatto=dati')
    expect((await post('punteggi/ritiro', {}, ada)).to).toContain('fatto=ritirati')
    expect((await post('chiusura', {})).text).toContain('Nessuno ha ancora dato i punteggi')
    expect((await post('abbandono', { reason: '' })).status).toBe(422)
    expect((await post('abbandono', { reason: 'Metodo da rifare' })).to).toContain('fatto=abbandonata')
    expect(await house.read(path)).toContain('Metodo da rifare')
  })
})

test('whoever has a vote is told that scores are open, and the whole group that the ranking is over', async () => {
  const { house, ranking, desk, members } = await openRanking()
  await house.work()
  await setMethod(desk(), ranking.id, method)
  await freezeMethod(desk(), ranking.id)
  await abandonRanking(desk(), ranking.id, { reason: 'Metodo da rifare' })
  await house.work()
  const notices = await house.db.selectFrom('notice').select(['personId', 'words']).execute()
  const titles = (personId: string) =>
    notices.filter((one) => one.personId === personId).map(({ words }) => (words as { it: { title: string } }).it.title)
  expect(titles(members.ada.personId)).toEqual(
    expect.arrayContaining(['Si danno i punteggi: Interventi 2020', 'Classifica abbandonata: Interventi 2020']),
  )
  expect(titles(members.observer.personId)).not.toContain('Si danno i punteggi: Interventi 2020')
})

test('through the API a ranking goes from method to result', async () => {
  const { house, slug, ranking, lead, members } = await openRanking()
  const call = async (method: string, path: string, json?: unknown, as = lead) => {
    const response = await house.ask(`/api/v1${path}`, { as, method, ...(json === undefined ? {} : { json }) })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : null }
  }
  const path = `/rankings/${ranking.id}`
  expect((await call('GET', path, undefined, citizen())).status).toBe(403)
  expect((await call('PUT', `${path}/method`, { criteria: [{ name: 'Uso', weight: 90, direction: 'more' }] })).body).toMatchObject({
    title: 'ranking-weights-not-100',
  })
  expect((await call('PUT', `${path}/method`, { criteria: [{ name: 'Uso', weight: 100, direction: 'more' }] })).status).toBe(204)
  expect((await call('POST', `${path}/freezings`, {})).status).toBe(204)
  const { criteria, interventions } = (await call('GET', path)).body
  const scores = interventions.map(({ id }: { id: string }, n: number) => ({
    interventionId: id,
    criterionId: criteria[0].id,
    score: 5 - n,
  }))
  const ada = await actorOf(house, members.ada)
  expect((await call('POST', `${path}/scores`, { scores: scores.map((one: object) => ({ ...one, score: 9 })) }, ada)).status).toBe(422)
  expect((await call('POST', `${path}/scores`, { scores }, ada)).status).toBe(204)
  expect((await call('POST', `${path}/scores`, { scores }, ada)).body).toMatchObject({ title: 'ranking-scored-already' })
  expect((await call('GET', `${path}/result`)).status).toBe(409)
  expect((await call('POST', `${path}/closings`, {})).status).toBe(204)
  expect((await call('GET', `${path}/result`)).body).toMatchObject({
    ballots: 1,
    lines: [{ rank: 1, mean: 5 }, { rank: 2, mean: 4 }, { rank: 3 }],
    stretches: [{ weight: 100, low: 0, high: 100 }],
    steadiness: { same: 3, tried: 3 },
  })
  expect((await call('GET', `/ecosystems/${slug}/rankings`)).body.items).toMatchObject([{ state: 'closed' }])
})
