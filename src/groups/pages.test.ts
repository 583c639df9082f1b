import { describe, expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import { day } from '../kernel/day.ts'
import { anExe, aPdf } from '../platform/files/samples.ts'
import { citizen, somebody, type TestHouse } from '../testing.ts'
import { admitMember, showName } from './actions/members.ts'
import { assignTask } from './actions/tasks.ts'
import { actorOf, conveneIn, deskOf, openGroup } from './test-group.ts'

async function sentTo(house: TestHouse, path: string, as: Actor, form: Record<string, string | string[] | Blob>) {
  const response = await house.ask(path, { as, form })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

describe('the bodies of an ecosystem', () => {
  test('are listed for everybody, with a way to constitute one for whoever may', async () => {
    const { house, slug, body } = await openGroup()
    const page = await house.read(`/ecosistemi/${slug}/gruppi`)
    expect(page).toContain(`href="/gruppi/${body.id}"`)
    expect(page).not.toContain('/gruppi/nuovo')
    expect(await house.read(`/ecosistemi/${slug}/gruppi`, somebody('officer'))).toContain('/gruppi/nuovo')
    expect(await house.read(`/en/ecosistemi/${slug}/gruppi`)).toContain('Working group')
  })

  test('take as many statements for twelve meetings and ten members as for few', async () => {
    const group = await openGroup()
    const { house, slug, body } = group
    await conveneIn(group)
    const reads = [`/gruppi/${body.id}`, `/ecosistemi/${slug}/gruppi`]
    const before: number[] = []
    for (const path of reads) before.push(await house.countQueries(() => house.read(path)))
    for (let n = 1; n <= 10; n += 1) {
      await conveneIn(group, { on: day(`2020-09-${String(n).padStart(2, '0')}`) })
      await admitMember(house.desk(), body.id, {
        name: `Persona ${n}`,
        email: `p${n}@example.org`,
        organisationId: null,
        role: 'member',
        substituteFor: null,
        from: null,
        to: null,
      })
    }
    const after: number[] = []
    for (const path of reads) after.push(await house.countQueries(() => house.read(path)))
    expect(after).toEqual(before)
  })
})

describe('constituting a body', () => {
  const form = {
    kind: 'monitoring-table',
    name: 'Tavolo',
    mandate: 'Segue i progetti.',
    quorumKind: 'majority',
    actNumber: 'D.D. 1/2020',
    actDay: '2020-07-01',
  }

  test('comes back filled in when something is wrong, and tells what', async () => {
    const { house, slug } = await openGroup()
    const officer = somebody('officer')
    const back = await sentTo(house, `/ecosistemi/${slug}/gruppi/nuovo`, officer, { ...form, name: '' })
    expect(back.status).toBe(422)
    expect(back.text).toContain('Segue i progetti.')
    expect(back.text).toContain('D.D. 1/2020')
    const early = await sentTo(house, `/ecosistemi/${slug}/gruppi/nuovo`, officer, form)
    expect(early.text).toContain('nasce con la fase Make or Buy')
    expect((await house.ask(`/ecosistemi/${slug}/gruppi/nuovo`, { as: citizen() })).status).toBe(403)
    expect((await house.ask(`/ecosistemi/${slug}/gruppi/nuovo`)).status).toBe(401)
  })

  test('refuses a program that calls itself a PDF, and keeps a true one for everybody to download', async () => {
    const { house, body } = await openGroup()
    const officer = somebody('officer')
    const edit = { name: 'Gruppo', mandate: 'Guida.', quorumKind: 'majority', actNumber: 'D.D. 1/2019', actDay: '2019-12-09' }
    const file = (bytes: Buffer) => new File([new Uint8Array(bytes)], 'atto.pdf', { type: 'application/pdf' })
    const refused = await sentTo(house, `/gruppi/${body.id}/modifica`, officer, { ...edit, actFile: file(anExe()) })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Questo file non si può accettare')
    const kept = await sentTo(house, `/gruppi/${body.id}/modifica`, officer, { ...edit, actFile: file(aPdf()) })
    expect(kept).toMatchObject({ status: 303, to: `/gruppi/${body.id}?fatto=modificato` })
    const [, link = ''] = /href="(\/file\/[^"]+)"/.exec(await house.read(`/gruppi/${body.id}`)) ?? []
    const download = await house.ask(link)
    expect(download.status).toBe(200)
    expect(download.headers.get('content-disposition')).toMatch(/^attachment/)
  })
})

describe('the page of a body', () => {
  test('names to everybody whoever acts by office, and the others only as they choose', async () => {
    const { house, body, members } = await openGroup()
    const page = async () => house.read(`/gruppi/${body.id}`)
    expect(await page()).toContain('Carla Presidente')
    expect(await page()).toContain('Sandro Segretario')
    expect(await page()).not.toContain('Ada Componente')
    expect(await page()).toContain('Ministero dei Beni Culturali')
    expect(await house.read(`/gruppi/${body.id}`, await actorOf(house, members.bruno))).toContain('Ada Componente')
    await showName(await deskOf(house, members.ada), body.id, members.ada.id, { shows: true })
    expect(await page()).toContain('Ada Componente')
    expect(await page()).not.toContain('Bruno Componente')
  })

  test('shows tasks to those who belong to it alone', async () => {
    const { house, body, members } = await openGroup()
    const task = { ownerId: members.ada.id, text: 'Censire le basi dati', dueDay: day('2020-08-01'), meetingId: null }
    await assignTask(await deskOf(house, members.secretary), body.id, task)
    expect(await house.read(`/gruppi/${body.id}`)).not.toContain('Censire')
    expect(await house.read(`/gruppi/${body.id}`, await actorOf(house, members.observer))).toContain('Censire')
    expect(await house.read('/compiti', await actorOf(house, members.ada))).toContain('Censire')
    expect((await house.ask('/compiti')).status).toBe(401)
  })
})

describe('the members of a body', () => {
  test('are added by form, with an organisation searched for without script', async () => {
    const { house, body, organisationId } = await openGroup()
    const officer = somebody('officer')
    const path = `/gruppi/${body.id}/componenti`
    const form = { name: 'Nuova Persona', email: 'nuova@example.org', role: 'member', from: '2020-07-22' }
    const search = await sentTo(house, path, officer, { ...form, 'organisationId-search': '1', 'organisationId-query': 'beni' })
    expect(search.text).toContain(organisationId)
    expect(search.text).toContain('nuova@example.org')
    expect(await sentTo(house, path, officer, { ...form, organisationId })).toMatchObject({ status: 303, to: `${path}?fatto=ammesso` })
    const twice = await sentTo(house, path, officer, form)
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('fa già parte del gruppo')
    const chair = await sentTo(house, path, officer, { ...form, email: 'altra@example.org', role: 'chair' })
    expect(chair.text).toContain('una presidenza alla volta')
  })
})
