import { describe, expect, test } from 'vitest'
import { deskOf } from '../groups/test-group.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { citizen, somebody } from '../testing.ts'
import { addProject, correctProject } from './actions/projects.ts'
import { resumeProject, stopProject, withdrawProject } from './actions/standing.ts'
import { daysLate, markOf, type Project, projectState, projectStates } from './rules/projects.ts'
import { countProjects, listProjects } from './store/list.ts'
import { getProject } from './store/projects.ts'
import { revisionsOf } from './store/revisions.ts'
import { inputFor, openPortfolio } from './test-portfolio.ts'

const today = day('2020-07-22')
const before = day('2020-07-01')
const after = day('2020-08-01')

const dates = { kind: 'project', expectedStart: null, expectedEnd: null, startedOn: null, endedOn: null, stoppedOn: null } as const

describe('the state of a project', () => {
  test('is derived from its days', () => {
    expect(projectState(dates, today)).toBe('not-started')
    expect(projectState({ ...dates, kind: 'existing-project' }, today)).toBe('running')
    expect(projectState({ ...dates, startedOn: today }, today)).toBe('running')
    expect(projectState({ ...dates, startedOn: before, endedOn: today }, today)).toBe('ended')
    expect(projectState({ ...dates, startedOn: before, stoppedOn: today }, today)).toBe('stopped')
    expect(projectState({ ...dates, stoppedOn: before, startedOn: before, endedOn: before }, today)).toBe('ended')
  })

  test('is late past the day on which it should have begun, or ended, and not while it stands still', () => {
    expect(daysLate({ ...dates, expectedStart: before, expectedEnd: after }, today)).toBe(21)
    expect(daysLate({ ...dates, expectedStart: today }, today)).toBeNull()
    expect(daysLate({ ...dates, startedOn: before, expectedEnd: before }, today)).toBe(21)
    expect(daysLate({ ...dates, startedOn: before, expectedEnd: today }, today)).toBeNull()
    expect(daysLate({ ...dates, stoppedOn: before, expectedEnd: before }, today)).toBeNull()
    expect(markOf({ ...dates, expectedEnd: before }, today)).toBe('late')
    expect(markOf({ ...dates, stoppedOn: before }, today)).toBe('blocked')
  })

  test('is told by the list as by the rule', async () => {
    const { house, ecosystemId, add, desk } = await openPortfolio()
    const made: Project[] = [
      await add({ titleIt: 'Da avviare', expectedStart: after }),
      await add({ titleIt: 'Che c’è', kind: 'existing-project' }),
      await add({ titleIt: 'Avviato', startedOn: before }),
      await add({ titleIt: 'Concluso', startedOn: before, endedOn: today }),
    ]
    const stopped = await add({ titleIt: 'Fermo', startedOn: before })
    made.push(await stopProject(desk(), stopped.id, { on: null, reason: 'Mancano i fondi' }))
    for (const state of projectStates) {
      const { items } = await listProjects(house.db, ecosystemId, { state }, today, {})
      const expected = made.filter((one) => projectState(one, today) === state).map(({ titleIt }) => titleIt)
      expect(items.map(({ titleIt }) => titleIt).sort(), state).toEqual(expected.sort())
    }
    const { states, kinds, total } = await countProjects(house.db, ecosystemId, { kind: 'project' }, today)
    expect([states.get('running'), kinds.get('existing-project'), total]).toEqual([1, 1, 4])
  })
})

describe('a project', () => {
  test('is added by whoever leads the ecosystem or keeps its working group, and by nobody else', async () => {
    const portfolio = await openPortfolio()
    const { house, slug, members } = portfolio
    const attempt = async (desk: ReturnType<typeof house.desk>) => addProject(desk, slug, inputFor(portfolio))
    await expect(attempt(house.desk(citizen()))).rejects.toThrow('not-allowed')
    await expect(attempt(house.desk(somebody('lead', { kind: 'ecosystem', id: newId() })))).rejects.toThrow('not-allowed')
    await expect(attempt(await deskOf(house, members.ada))).rejects.toThrow('not-allowed')
    expect(await attempt(await deskOf(house, members.secretary))).toMatchObject({ revision: 1, addedOn: today })
  })

  test('needs somebody who answers for it, known to the list of organisations', async () => {
    const { add } = await openPortfolio()
    await expect(add({ organisationIds: [] })).rejects.toThrow('project-owner-needed')
    await expect(add({ organisationIds: [newId()] })).rejects.toThrow('project-owner-unknown')
  })

  test('does not end before it begins, nor begin or end on a day still to come', async () => {
    const { add } = await openPortfolio()
    await expect(add({ expectedStart: after, expectedEnd: before })).rejects.toThrow('project-end-before-start')
    await expect(add({ startedOn: today, endedOn: before })).rejects.toThrow('project-end-before-start')
    await expect(add({ startedOn: after })).rejects.toThrow('project-day-ahead')
    await expect(add({ endedOn: before })).rejects.toThrow('project-end-without-start')
    expect(await add({ kind: 'existing-project', endedOn: before })).toMatchObject({ endedOn: before })
  })

  test('is a part of another of the same ecosystem, never of itself or of its own parts', async () => {
    const portfolio = await openPortfolio()
    const { add, desk } = portfolio
    const whole = await add({ titleIt: 'Intero' })
    const part = await add({ titleIt: 'Parte', partOfId: whole.id })
    const deep = await add({ titleIt: 'Parte della parte', partOfId: part.id })
    const inside = (id: string, partOfId: string) => correctProject(desk(), id, inputFor(portfolio, { partOfId }))
    await expect(inside(whole.id, whole.id)).rejects.toThrow('project-inside-itself')
    await expect(inside(whole.id, deep.id)).rejects.toThrow('project-inside-itself')
    await expect(inside(whole.id, newId())).rejects.toThrow('project-whole-elsewhere')
    await expect(withdrawProject(desk(), whole.id, { reason: 'Errore' })).rejects.toThrow('project-has-parts')
  })

  test('keeps what it said before each correction', async () => {
    const portfolio = await openPortfolio()
    const { house, add, desk } = portfolio
    const { id } = await add()
    await correctProject(desk(), id, inputFor(portfolio, { titleIt: 'Catalogo nazionale' }))
    const same = await correctProject(desk(), id, inputFor(portfolio, { titleIt: 'Catalogo nazionale' }))
    expect(same.revision).toBe(2)
    const revisions = await revisionsOf(house.db, id, { limit: 10 })
    expect(revisions.map(({ number, content }) => [number, content.titleIt])).toEqual([
      [2, 'Catalogo nazionale'],
      [1, 'Catalogo unico'],
    ])
  })

  test('stops for a reason, is taken up again, and once ended does not stop', async () => {
    const portfolio = await openPortfolio()
    const { house, add, desk } = portfolio
    const { id } = await add({ startedOn: before })
    await expect(resumeProject(desk(), id)).rejects.toThrow('project-not-stopped')
    await expect(stopProject(desk(), id, { on: after, reason: 'Fondi' })).rejects.toThrow('project-day-ahead')
    await stopProject(desk(), id, { on: null, reason: 'Fondi' })
    await expect(stopProject(desk(), id, { on: null, reason: 'Ancora' })).rejects.toThrow('project-stopped-already')
    await resumeProject(desk(), id)
    expect(await getProject(house.db, id)).toMatchObject({ stoppedOn: null, stoppedReason: null, revision: 3 })
    const ended = await add({ startedOn: before, endedOn: before })
    await expect(stopProject(desk(), ended.id, { on: null, reason: 'Fondi' })).rejects.toThrow('project-ended-already')
  })

  test('that is withdrawn leaves the lists, stays readable and changes no more', async () => {
    const portfolio = await openPortfolio()
    const { house, ecosystemId, add, desk } = portfolio
    const { id } = await add()
    await withdrawProject(desk(), id, { reason: 'Scritto due volte' })
    expect((await listProjects(house.db, ecosystemId, {}, today, {})).items).toEqual([])
    expect(await getProject(house.db, id)).toMatchObject({ withdrawnReason: 'Scritto due volte' })
    await expect(correctProject(desk(), id, inputFor(portfolio))).rejects.toThrow('project-withdrawn')
    await expect(withdrawProject(desk(), id, { reason: 'Ancora' })).rejects.toThrow('project-withdrawn')
  })
})

test('a list goes on by cursor and finds words of titles, accents aside', async () => {
  const { house, ecosystemId, add } = await openPortfolio()
  for (const titleIt of ['Città digitali', 'Archivi', 'Biblioteche']) await add({ titleIt })
  const titles = async (query: object, page: object = {}) => {
    const { items, next } = await listProjects(house.db, ecosystemId, query, today, page)
    return { titles: items.map(({ titleIt }) => titleIt), next }
  }
  const first = await titles({}, { limit: 2 })
  expect(first.titles).toEqual(['Archivi', 'Biblioteche'])
  expect(await titles({}, { limit: 2, cursor: first.next })).toEqual({ titles: ['Città digitali'], next: null })
  expect((await titles({ q: 'CITTA' })).titles).toEqual(['Città digitali'])
  expect((await titles({ needs: 'some' })).titles).toEqual([])
})
