import type { Actor, PersonId } from '../charter/policy.ts'
import { addEcosystem, startPhase } from '../ecosystems/index.ts'
import { invitePerson } from '../identity/index.ts'
import { newId } from '../kernel/id.ts'
import type { TestHouse } from '../testing.ts'
import { latestNotices } from './index.ts'

export async function somebodyKnown(house: TestHouse, name = 'Ada'): Promise<Actor & { id: PersonId }> {
  const id = await invitePerson(house.db, { name, email: `${name}@prova.example`.toLowerCase(), lang: 'it' }, house.desk().now)
  return { id, grants: [], onlyRooms: null }
}

export const described = { nameIt: 'Sanità', nameEn: 'Health', summaryIt: null, summaryEn: null, priority: false, prioritySource: null }

/** Somebody who follows an ecosystem through its page, and has so many notices of it. */
export async function withNotices(house: TestHouse, count: number) {
  const ada = await somebodyKnown(house)
  await house.work()
  const { slug } = await addEcosystem(house.desk(), { ...described, parentId: null, since: null })
  await house.work()
  await house.ask(`/ecosistemi/${slug}/segui`, { as: ada, form: {} })
  if (count > 0) await startPhase(house.desk(), slug, { phase: 'envisioning', on: null })
  await house.work()
  const [first] = await latestNotices(house.db, ada.id)
  if (!first && count > 0) throw new Error('nobody was told')
  for (let n = 1; n < count; n += 1) {
    const { id: eventId } = await house.db.selectFrom('event').select('id').orderBy('at').limit(1).offset(0).executeTakeFirstOrThrow()
    const at = new Date(house.desk().now.getTime() - n * 60_000)
    const event = await house.db.selectFrom('event').selectAll().where('id', '=', eventId).executeTakeFirstOrThrow()
    const copy = newId<'event'>()
    await house.db
      .insertInto('event')
      .values({ ...event, id: copy, facts: JSON.stringify(event.facts) })
      .execute()
    const words = JSON.stringify({ it: { title: `Avviso ${n}` }, en: { title: `Notice ${n}` } })
    const row = { id: newId<'notice'>(), eventId: copy, personId: ada.id, kind: 'following', words, address: '/atti', at }
    await house.db.insertInto('notice').values(row).execute()
  }
  return { ada, slug }
}
