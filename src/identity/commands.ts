import { type Command, Option } from 'commander'
import type { GrantedRole, Scope } from '../charter/policy.ts'
import { type Day, isDay } from '../kernel/day.ts'
import { isId } from '../kernel/id.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import { formatDay } from '../kernel/words.ts'
import { findOrganisations } from '../organisations/index.ts'
import type { CommandLine } from '../platform/cli.ts'
import type { Db } from '../platform/db.ts'
import { grantRole, noSuchPerson } from './actions/grants.ts'
import { roleName } from './messages/roles.ts'
import { rolesByHand } from './rules/grants.ts'
import type { ReadEcosystems } from './scopes.ts'
import { findByConfirmedEmail } from './store/people.ts'

export const noSuchEmail = {
  slug: 'no-such-email',
  status: 422,
  it: 'Nessuna persona con l’indirizzo {email} confermato da un gestore d’identità: deve entrare una volta, poi si riprova.',
  en: 'Nobody with the address {email} confirmed by an identity provider: they must sign in once, then try again.',
} as const satisfies ProblemKind

export const toWhom = {
  slug: 'to-whom',
  status: 422,
  it: 'A chi? Scrivi --email con l’indirizzo, oppure --person con il codice della persona.',
  en: 'To whom? Write --email with the address, or --person with the person’s code.',
} as const satisfies ProblemKind

export const severalPeople = {
  slug: 'several-people',
  status: 422,
  it: 'Più persone hanno l’indirizzo {email}: scegli con --person uno di questi codici: {ids}.',
  en: 'Several people have the address {email}: choose one of these codes with --person: {ids}.',
} as const satisfies ProblemKind

export const noSuchScope = {
  slug: 'no-such-scope',
  status: 422,
  it: 'L’ambito «{scope}» non c’è: scrivi platform, ecosystem:<nome nell’indirizzo> oppure organisation:<codice IPA>.',
  en: 'There is no scope “{scope}”: write platform, ecosystem:<name in its address> or organisation:<IPA code>.',
} as const satisfies ProblemKind

export const notADay = {
  slug: 'not-a-day',
  status: 422,
  it: '«{text}» non è un giorno: scrivilo come 2019-12-31.',
  en: '“{text}” is not a day: write it as 2019-12-31.',
} as const satisfies ProblemKind

interface Options {
  readonly email?: string
  readonly person?: string
  readonly role: GrantedRole
  readonly scope: string
  readonly from?: string
  readonly to?: string
}

export function commands(program: Command, line: CommandLine, ecosystems: ReadEcosystems): void {
  program
    .command('grant')
    .description('give a role to somebody who has signed in at least once; this is how the first administrator is made')
    .addOption(new Option('--email <address>', 'the address that their identity provider vouched for').conflicts('person'))
    .option('--person <id>', 'their code, where an address is not enough')
    .addOption(new Option('--role <role>', 'the role').choices(rolesByHand).makeOptionMandatory())
    .option('--scope <scope>', 'platform, ecosystem:<name in its address> or organisation:<IPA code>', 'platform')
    .option('--from <day>', 'the first day, such as 2019-12-31; today when left out')
    .option('--to <day>', 'the last day; until further notice when left out')
    .action((options: Options) =>
      line.run(async (desk, output) => {
        const { role } = options
        const scope = await scopeNamed(desk.db, ecosystems, options.scope)
        const from = dayIn(options.from) ?? desk.today
        const grant = await grantRole(desk, { personId: await personMeant(desk.db, options), role, scope, from, to: dayIn(options.to) })
        const term = grant.to ? `from ${formatDay('en', from)} to ${formatDay('en', grant.to)}` : `from ${formatDay('en', from)} on`
        output.answer(grant, () => `Granted: ${roleName('en', role)}, ${options.scope}, ${term}.`)
      }),
    )
}

async function personMeant(db: Db, { email, person }: Options): Promise<string> {
  if (person !== undefined && !isId(person)) throw new Problem(noSuchPerson)
  if (person !== undefined) return person
  if (email === undefined) throw new Problem(toWhom)
  const people = await findByConfirmedEmail(db, email)
  const [only] = people
  if (!only) throw new Problem(noSuchEmail, { email })
  if (people.length > 1) throw new Problem(severalPeople, { email, ids: people.map(({ personId }) => personId) })
  return only.personId
}

async function scopeNamed(db: Db, ecosystems: ReadEcosystems, text: string): Promise<Scope> {
  const [kind, name = ''] = text.split(/:(.*)/s)
  if (text === 'platform') return { kind: 'platform' }
  if (kind === 'ecosystem') {
    const found = (await ecosystems(db)).find(({ id, slug }) => slug === name || id === name)
    if (found) return { kind, id: found.id }
  }
  if (kind === 'organisation' && name) {
    const { items } = await findOrganisations(db, { q: name, limit: 20 })
    const found = items.find(({ id, ipaCode }) => ipaCode === name.toLowerCase() || id === name)
    if (found) return { kind, id: found.id }
  }
  throw new Problem(noSuchScope, { scope: text })
}

function dayIn(text: string | undefined): Day | null {
  if (text === undefined) return null
  if (!isDay(text)) throw new Problem(notADay, { text })
  return text
}
