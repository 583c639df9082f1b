import { describe, expect, test } from 'vitest'
import type { Actor } from '../charter/policy.ts'
import { day } from '../kernel/day.ts'
import { demoSecret } from '../platform/config.ts'
import { aPdf } from '../platform/files/samples.ts'
import { citizen, type TestHouse } from '../testing.ts'
import { decide } from './actions/decisions.ts'
import { convene } from './actions/meetings.ts'
import { sendMinutes, writeMinutes } from './actions/minutes.ts'
import { remarkOnMinutes } from './actions/remarks.ts'
import { invitationToken } from './secret-links.ts'
import { invitationsTo } from './store/invitations.ts'
import { papersOf } from './store/meetings.ts'
import { actorOf, conveneIn, convocation, deskOf, holdMeeting, openGroup } from './test-group.ts'

const plain = { kind: 'general', title: 'Primo indirizzo', text: 'Si comincia.', inFavour: null, against: null, abstained: null } as const

async function sentTo(house: TestHouse, path: string, as: Actor, form: Record<string, string | string[] | Blob>) {
  const response = await house.ask(path, { as, form })
  return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
}

describe('the page of a meeting', () => {
  test('keeps the link to join, the papers and the answers for those who belong to the body', async () => {
    const group = await openGroup()
    const { house, body, members } = group
    const input = { ...convocation, link: 'https://video.example.org/stanza', links: 'Bozza https://example.org/bozza' }
    const meeting = await convene(await deskOf(house, members.secretary), body.id, input, [{ bytes: aPdf(), name: 'nota.pdf' }])
    const outside = await house.read(`/riunioni/${meeting.id}`)
    expect(outside).toContain('martedì 28 luglio 2020, dalle 15:00 alle 17:00')
    for (const hidden of ['video.example.org', 'nota.pdf', 'Bozza', 'non ha risposto']) expect(outside).not.toContain(hidden)
    const observer = await actorOf(house, members.observer)
    const inside = await house.read(`/riunioni/${meeting.id}`, observer)
    for (const shown of ['video.example.org', 'nota.pdf', 'Bozza', 'non ha risposto']) expect(inside).toContain(shown)
    const file = (await papersOf(house.db, meeting.id)).find(({ fileId }) => fileId)?.fileId
    expect((await house.ask(`/file/${file}`)).status).toBe(404)
    expect((await house.ask(`/file/${file}`, { as: observer })).status).toBe(200)
  })

  test('takes a convocation by form, which comes back filled in when its time is past', async () => {
    const { house, body, members } = await openGroup()
    const secretary = await actorOf(house, members.secretary)
    const form = { on: '2020-07-21', starts: '15:00', ends: '17:00', place: 'Roma', agenda: 'Un punto' }
    const past = await sentTo(house, `/gruppi/${body.id}/riunioni/nuova`, secretary, form)
    expect(past.status).toBe(422)
    expect(past.text).toContain('deve ancora venire')
    expect(past.text).toContain('Un punto')
    const odd = await sentTo(house, `/gruppi/${body.id}/riunioni/nuova`, secretary, { ...form, starts: '25:00' })
    expect(odd.text).toContain('Scrivi un’ora del giorno')
    const done = await sentTo(house, `/gruppi/${body.id}/riunioni/nuova`, secretary, { ...form, on: '2020-07-28' })
    expect(done.status).toBe(303)
    expect(await house.read(done.to)).toContain('La riunione è convocata')
    const [path = ''] = done.to.split('?')
    const changed = await sentTo(house, `${path}/modifica`, secretary, { ...form, on: '2020-07-29', revision: '0' })
    expect(changed.to).toBe(`${path}?fatto=cambiata`)
    const stale = await sentTo(house, `${path}/modifica`, secretary, { ...form, on: '2020-07-30', revision: '0' })
    expect(stale.status).toBe(422)
    expect((await sentTo(house, `${path}/annullamento`, secretary, { reason: 'Rinviata' })).to).toBe(`${path}?fatto=annullata`)
    expect(await house.read(path)).toContain('Rinviata')
  })

  test('records who was there, and then a decision', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await conveneIn(group)
    const path = `/riunioni/${meeting.id}`
    house.at('2020-07-28T17:30:00+02:00')
    const secretary = await actorOf(house, members.secretary)
    expect((await house.ask(`${path}/decisioni/nuova`, { as: secretary })).status).toBe(409)
    const there = [members.chair, members.ada, members.bruno].map(({ id }) => [`there-${id}`, 'remote'])
    expect((await sentTo(house, `${path}/presenze`, secretary, Object.fromEntries(there))).to).toBe(`${path}?fatto=presenze`)
    expect(await house.read(path)).toContain('3 posti coperti su 4')
    const decision = { kind: 'no-tables', title: 'Nessun tavolo', text: 'Non servono.', inFavour: '9', against: '0', abstained: '0' }
    const many = await sentTo(house, `${path}/decisioni/nuova`, secretary, decision)
    expect(many.text).toContain('i posti coperti erano 3')
    const done = await sentTo(house, `${path}/decisioni/nuova`, secretary, { ...decision, inFavour: '3' })
    expect(await house.read(done.to)).toContain('Dichiara che non servono tavoli tecnici')
  })
})

describe('the link of an invitation', () => {
  test('answers only when its form is posted: reading it changes nothing', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await conveneIn(group)
    const mine = (await invitationsTo(house.db, meeting.id)).find(({ memberId }) => memberId === members.ada.id)
    const path = `/inviti/${invitationToken(demoSecret, mine?.id as string)}`
    const answerNow = async () => (await invitationsTo(house.db, meeting.id)).find(({ id }) => id === mine?.id)?.answer
    for (const method of ['GET', 'HEAD']) await house.ask(path, { method })
    await house.ask(`${path}?answer=yes`)
    expect(await answerNow()).toBeNull()
    const page = await house.ask(path)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(await page.text()).toContain('Invito per Ada Componente')
    const answered = await house.ask(path, { form: { answer: 'yes' } })
    expect(await answered.text()).toContain('Grazie, la risposta è registrata')
    expect(await answerNow()).toBe('yes')
  })

  test('used by another who entered is refused with the reason, and altered leads nowhere', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await conveneIn(group)
    const mine = (await invitationsTo(house.db, meeting.id)).find(({ memberId }) => memberId === members.ada.id)
    const token = invitationToken(demoSecret, mine?.id as string)
    const bruno = await actorOf(house, members.bruno)
    for (const ask of [{ as: bruno }, { as: bruno, form: { answer: 'no' } }]) {
      const response = await house.ask(`/inviti/${token}`, ask)
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('Questo invito è di un’altra persona')
    }
    const altered = await house.ask(`/inviti/${token.slice(0, -2)}xx`)
    expect(altered.status).toBe(404)
    expect(await altered.text()).toContain('Questo collegamento non apre nessun invito')
    house.at('2020-07-28T16:00:00+02:00')
    expect(await (await house.ask(`/inviti/${token}`)).text()).toContain('non serve più rispondere')
  })
})

describe('the page of minutes', () => {
  test('is for those who belong to the body until they are approved, then for everybody', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await holdMeeting(group)
    const secretary = await deskOf(house, members.secretary)
    await decide(secretary, meeting.id, plain)
    await writeMinutes(secretary, meeting.id, { text: 'Testo riservato.', base: 0 })
    await sendMinutes(secretary, meeting.id, { until: day('2020-08-04') })
    await remarkOnMinutes(await deskOf(house, members.ada), meeting.id, { kind: 'agreement', text: null })
    const path = `/riunioni/${meeting.id}/verbale`
    expect(await house.read(path)).not.toContain('Testo riservato.')
    expect(await house.read(path, await actorOf(house, members.bruno))).toContain('Testo riservato.')
    expect(await house.read(path, await actorOf(house, members.bruno))).toContain('Una persona dice che va bene così')
    expect(await house.read(path, await actorOf(house, members.bruno))).toMatch(
      /Ada Componente[\s\S]*presente[\s\S]*Decisione 1: Primo indirizzo/,
    )
    house.at('2020-08-05T09:00:00+02:00')
    const chair = await actorOf(house, members.chair)
    expect((await sentTo(house, `${path}/approvazione`, chair, { version: '1' })).to).toBe(`${path}?fatto=approvato`)
    const approved = await house.read(path)
    expect(approved).toContain('Testo riservato.')
    expect(approved).not.toContain('Una persona dice')
    expect(approved).toMatch(/4 posti coperti su 4[\s\S]*Decisione 1: Primo indirizzo/)
    expect(approved).not.toContain('Ada Componente')
    expect((await house.ask(`${path}/modifica`, { as: chair })).status).toBe(409)
    const correction = { text: 'Non alle 15, alle 16.', reason: 'Ora sbagliata' }
    expect((await sentTo(house, `${path}/rettifica`, chair, correction)).to).toBe(`${path}?fatto=rettificato`)
    expect(await house.read(path)).toContain('Non alle 15, alle 16.')
  })

  test('shows both texts, and what differs, to whoever saves second', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await holdMeeting(group)
    const path = `/riunioni/${meeting.id}/verbale/modifica`
    const [secretary, chair] = [await actorOf(house, members.secretary), await actorOf(house, members.chair)]
    expect((await sentTo(house, path, secretary, { text: 'Il testo del segretario.', base: '0' })).status).toBe(303)
    const clash = await sentTo(house, path, chair, { text: 'Il testo della presidente.', base: '0' })
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('Il testo del segretario.')
    expect(clash.text).toContain('Il testo della presidente.</textarea>')
    expect(clash.text).toMatch(/<del>[\s\S]*<ins>/)
    expect(clash.text).toContain('name="base" value="1"')
    expect((await sentTo(house, path, chair, { text: 'Insieme.', base: '1' })).status).toBe(303)
  })

  test('takes a correction from whoever attended, and its outcome from the secretariat', async () => {
    const group = await openGroup()
    const { house, members } = group
    const meeting = await holdMeeting(group)
    const secretary = await deskOf(house, members.secretary)
    await writeMinutes(secretary, meeting.id, { text: 'Testo.', base: 0 })
    const path = `/riunioni/${meeting.id}/verbale`
    expect((await sentTo(house, `${path}/invio`, secretary.actor, { until: '2020-08-04' })).to).toContain('fatto=mandato')
    const ada = await actorOf(house, members.ada)
    expect((await sentTo(house, `${path}/correzioni`, ada, { kind: 'correction', text: '' })).text).toContain('Scrivi che cosa va corretto')
    await sentTo(house, `${path}/correzioni`, ada, { kind: 'correction', text: 'Alle 16.' })
    const [, outcome = ''] = /href="(\/riunioni\/[^"]+\/correzioni\/[^"]+)"/.exec(await house.read(path, secretary.actor)) ?? []
    expect((await sentTo(house, outcome, secretary.actor, { outcome: 'rejected', reason: '' })).text).toContain('Scrivi perché')
    expect((await sentTo(house, outcome, secretary.actor, { outcome: 'rejected', reason: 'Era alle 15.' })).to).toContain('fatto=esito')
    expect(await house.read(path, ada)).toContain('Era alle 15.')
  })
})

describe('a decision', () => {
  test('is public at once, and annulled by the chair until the minutes are approved', async () => {
    const group = await openGroup()
    const { house, body, members } = group
    const meeting = await holdMeeting(group)
    const { id } = await decide(await deskOf(house, members.secretary), meeting.id, plain)
    expect(await house.read(`/gruppi/${body.id}`)).toContain('Decisione 1: Primo indirizzo')
    expect(await house.read(`/en/decisioni/${id}`)).toContain('by consensus')
    expect(await house.read(`/decisioni/${id}`)).not.toContain('Annulla la decisione')
    const chair = await actorOf(house, members.chair)
    expect((await sentTo(house, `/decisioni/${id}/annullamento`, chair, { reason: 'Errore' })).to).toBe(`/decisioni/${id}?fatto=annullata`)
    expect(await house.read(`/decisioni/${id}`)).toContain('annullata')
  })
})

test('whoever may not send a form of a public page is told so before it is read', async () => {
  const group = await openGroup()
  const { house, body, members } = group
  const meeting = await holdMeeting(group)
  const { id } = await decide(await deskOf(house, members.secretary), meeting.id, plain)
  const minutes = `/riunioni/${meeting.id}/verbale`
  const doors = [`${minutes}/invio`, `${minutes}/approvazione`, `/decisioni/${id}/annullamento`, `/gruppi/${body.id}/componenti`]
  for (const door of doors) {
    expect((await house.ask(door, { form: {} })).status, door).toBe(401)
    expect((await house.ask(door, { as: citizen(), form: {} })).status, door).toBe(403)
  }
  expect((await house.ask(`${minutes}/correzioni`, { form: {} })).status).toBe(401)
})
