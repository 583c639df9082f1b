import { Command } from 'commander'
import { expect, test } from 'vitest'
import { type Day, day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { addOrganisation } from '../organisations/index.ts'
import { openHouse } from '../testing.ts'
import { commands } from './commands.ts'
import { insertPerson } from './store/people.ts'

async function atTheTerminal() {
  const house = await openHouse()
  const desk = house.desk()
  const ecosystem = { id: newId<'ecosystem'>(), slug: 'sanita', nameIt: 'Sanità', nameEn: null }
  const organisation = await addOrganisation(desk, { name: 'Musei Uniti', kind: 'company', ipaCode: 'musei' })
  const personId = newId<'person'>()
  await insertPerson(
    desk.db,
    { personId, name: 'Ada Prova', email: 'Ada@Example.org', emailConfirmed: true, taxCode: null, lang: 'it' },
    desk.now,
  )

  async function grant(...options: string[]): Promise<string> {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
    let said = ''
    const output = { answer: (_: unknown, words: () => string) => (said = words()), progress: () => {} }
    commands(program, { run: (work) => work(desk, output as never) }, async () => [ecosystem])
    for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} })
    await program.parseAsync(['node', 'simbiosi', 'grant', ...options])
    return said
  }
  const held = () =>
    house.db.selectFrom('roleGrant').select(['role', 'scopeKind', 'scopeId', 'fromDay', 'toDay']).where('personId', '=', personId).execute()
  return { house, grant, held, ecosystem, organisation, personId }
}

test('the first administrator is made from the command line, by the address that a provider vouched for', async () => {
  const { grant, held } = await atTheTerminal()
  expect(await grant('--email', 'ada@example.org', '--role', 'administrator')).toContain('Administration of the platform')
  expect(await held()).toEqual([{ role: 'administrator', scopeKind: 'platform', scopeId: null, fromDay: '2020-07-22', toDay: null }])
})

test('a scope is named by the ecosystem’s address or by the organisation’s code, a term by its days', async () => {
  const { grant, held, ecosystem, organisation, personId } = await atTheTerminal()
  await grant('--person', personId, '--role', 'lead', '--scope', 'ecosystem:sanita', '--from', '2020-01-01', '--to', '2020-12-31')
  await grant('--person', personId, '--role', 'delegate', '--scope', 'organisation:MUSEI')
  const terms = { fromDay: '2020-07-22' as Day, toDay: null }
  expect(await held()).toEqual([
    { role: 'lead', scopeKind: 'ecosystem', scopeId: ecosystem.id, fromDay: day('2020-01-01'), toDay: day('2020-12-31') },
    { role: 'delegate', scopeKind: 'organisation', scopeId: organisation.id, ...terms },
  ])
})

test.each([
  [['--role', 'officer'], 'to-whom'],
  [['--email', 'nobody@example.org', '--role', 'officer'], 'no-such-email'],
  [['--person', 'nonsense', '--role', 'officer'], 'no-such-person'],
  [['--person', newId(), '--role', 'officer'], 'no-such-person'],
  [['--email', 'ada@example.org', '--role', 'lead', '--scope', 'ecosystem:nowhere'], 'no-such-scope'],
  [['--email', 'ada@example.org', '--role', 'lead', '--scope', 'nonsense'], 'no-such-scope'],
  [['--email', 'ada@example.org', '--role', 'lead'], 'wrong-scope'],
  [['--email', 'ada@example.org', '--role', 'officer', '--to', '2020-02-30'], 'not-a-day'],
  [['--email', 'ada@example.org', '--role', 'king'], 'invalid'],
])('%j is refused: %s', async (options, refusal) => {
  const { grant, held } = await atTheTerminal()
  await expect(grant(...options)).rejects.toThrow(refusal)
  expect(await held()).toEqual([])
})

test('an address that the person wrote, or that two people have, is not enough to find them', async () => {
  const { house, grant } = await atTheTerminal()
  await house.db.updateTable('personDetail').set({ emailConfirmed: false }).execute()
  await expect(grant('--email', 'ada@example.org', '--role', 'officer')).rejects.toThrow('no-such-email')
  await house.db.updateTable('personDetail').set({ emailConfirmed: true }).execute()
  const twin = {
    personId: newId<'person'>(),
    name: 'Ada Bis',
    email: 'ada@example.org',
    emailConfirmed: true,
    taxCode: null,
    lang: 'it',
  } as const
  await insertPerson(house.db, twin, new Date())
  await expect(grant('--email', 'ada@example.org', '--role', 'officer')).rejects.toThrow('several-people')
})
