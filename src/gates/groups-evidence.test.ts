import { expect, test } from 'vitest'
import { openGroup } from '../groups/test-group.ts'
import { day } from '../kernel/day.ts'
import { evidenceOf } from './evidence.ts'
import { unmet } from './rules.ts'

test('a working group constituted by an act, with chair and secretary, meets two conditions of Envisioning', async () => {
  const { house, ecosystemId, body, slug } = await openGroup()
  const evidence = await evidenceOf(house.db, ecosystemId, day('2020-07-22'))
  expect(evidence['group-constituted']).toMatchObject({
    met: true,
    on: '2019-12-09',
    says: { it: 'Atto D.D. 214/2019 del 9 dicembre 2019.' },
  })
  expect(unmet('envisioning', evidence)).toEqual(['hearing-held', 'needs-recorded', 'perimeter-published', 'tables-decided'])
  const page = await house.read(`/ecosistemi/${slug}/fasi/envisioning`)
  expect(page).toContain(`href="/gruppi/${body.id}"`)
  expect(page).toContain('2 condizioni su 6')
})

test('what came later proves nothing of an earlier day', async () => {
  const { house, ecosystemId } = await openGroup()
  expect(await evidenceOf(house.db, ecosystemId, day('2019-12-08'))).toEqual({})
})
