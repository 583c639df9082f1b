import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { type Actor, accountForPermits, allow, type Grant, nobody, type Permit, type PersonId, platform, redeem } from './policy.ts'

const noon = { now: new Date('2020-07-22T12:00:00Z'), today: day('2020-07-22') }

function person(...grants: Grant[]): Actor {
  return { id: newId<'person'>() as PersonId, grants, onlyRooms: null }
}

describe('a permit', () => {
  const officer = { actor: person({ role: 'officer', scope: { kind: 'platform' } }), ...noon }
  const permitted = () => allow(officer, 'plan.import', platform)

  test('is refused to whoever may not, and to whoever is not recognised', () => {
    expect(() => allow({ ...officer, actor: person() }, 'plan.import', platform)).toThrow('not-allowed')
    expect(() => allow({ ...officer, actor: nobody }, 'plan.import', platform)).toThrow('sign-in-first')
  })

  test('cannot be forged, not even by copying a good one', () => {
    const real = permitted()
    expect(() => redeem({ ...real })).toThrow('forged or used twice')
    expect(() => redeem(Object.create(real) as Permit)).toThrow('forged or used twice')
    expect(() => redeem({ act: 'plan.import', actorId: officer.actor.id as PersonId, place: platform, ...noon })).toThrow('forged')
    redeem(real)
  })

  test('cannot be altered', () => {
    const permit = permitted()
    expect(() => Object.assign(permit, { act: 'gates.derogate' })).toThrow(TypeError)
    redeem(permit)
  })

  test('serves once', () => {
    const permit = permitted()
    redeem(permit)
    expect(() => redeem(permit)).toThrow('forged or used twice')
  })

  test('that is forgotten fails the whole work, and one that is recorded does not', async () => {
    await expect(accountForPermits(async () => permitted())).rejects.toThrow('plan.import was permitted and never recorded')
    await expect(accountForPermits(async () => redeem(permitted()))).resolves.toBeUndefined()
  })

  test('of one work is not asked of another that runs at the same time', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow = accountForPermits(async () => {
      const permit = permitted()
      await held
      redeem(permit)
    })
    await expect(accountForPermits(async () => redeem(permitted()))).resolves.toBeUndefined()
    release()
    await expect(slow).resolves.toBeUndefined()
  })
})
