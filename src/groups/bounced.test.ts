import { expect, test } from 'vitest'
import { openPostOffice } from '../platform/test-post-office.ts'
import { actorOf, conveneIn, openGroup } from './test-group.ts'

test('a mailbox that sends the convocation back is shown to the secretary, on the page and in the API, and to no other member', async () => {
  const group = await openGroup()
  const { house, members } = group
  const office = await openPostOffice()
  office.onRecipient = (address) => (address.startsWith('ada.') ? { code: 550, words: '5.1.1 unknown' } : undefined)
  const by = { config: { demo: false, smtpUrl: office.url, mailFrom: 'noreply@simbiosi.test' } }
  await house.work(by)
  const meeting = await conveneIn(group)
  await house.work(by)
  await office.close()
  expect(office.mails.length).toBeGreaterThan(0)

  const [secretary, bruno] = [await actorOf(house, members.secretary), await actorOf(house, members.bruno)]
  const page = `/riunioni/${meeting.id}`
  expect((await house.read(page, secretary)).match(/la posta torna indietro/g)).toHaveLength(1)
  expect(await house.read(page, bruno)).not.toContain('la posta torna indietro')
  const bounces = async (as: typeof bruno) => {
    const { items } = (await (await house.ask(`/api/v1/meetings/${meeting.id}/invitations`, { as })).json()) as Invited
    return items.find(({ memberId }) => memberId === members.ada.id)?.bounces
  }
  expect([await bounces(secretary), await bounces(bruno)]).toEqual([true, null])
})

interface Invited {
  readonly items: readonly { readonly memberId: string; readonly bounces: boolean | null }[]
}
