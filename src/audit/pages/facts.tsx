import { paths } from '../../charter/paths.ts'
import { isPhase } from '../../charter/phases.ts'
import { type GrantedRole, grantedRoles } from '../../charter/policy.ts'
import { type State, states } from '../../charter/states.ts'
import { type ConditionId, conditionsOf, conditionWords } from '../../gates/index.ts'
import { roleName } from '../../identity/index.ts'
import { isDay } from '../../kernel/day.ts'
import { kindName, type OrganisationKind, organisationKinds } from '../../organisations/index.ts'
import { Link } from '../../ui/link.tsx'
import { messages as uiMessages } from '../../ui/messages.ts'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Time } from '../../ui/time.tsx'
import { factWords } from '../fact-words.ts'
import type { Names } from '../names.ts'
import type { RecordedAct } from '../rules.ts'
import { valueWords } from '../value-words.ts'

const isOneOf = <One extends string>(all: readonly One[], text: string): text is One => (all as readonly string[]).includes(text)
const known = (key: string): key is keyof typeof factWords.it => Object.hasOwn(factWords.it, key)
const hasWords = (key: string): key is keyof typeof valueWords.it => Object.hasOwn(valueWords.it, key)
const phaseNames = { envisioning: 'Envisioning', design: 'Design', 'make-or-buy': 'Make or Buy', growth: 'Growth' } as const
const conditionIds = new Set<string>(
  (['envisioning', 'design', 'make-or-buy', 'growth'] as const).flatMap((phase) => conditionsOf(phase).map(({ id }) => id)),
)

/** Facts that another one tells already, where it is there. */
const impliedBy: Readonly<Record<string, string>> = { number: 'code', result: 'position' }
const order = Object.keys(factWords.it)
const rank = (name: string) => (order.includes(`fact.${name}`) ? order.indexOf(`fact.${name}`) : order.length)

/** The facts worth a line, in the order of the words: the database keeps none. */
export function factsToTell(facts: Readonly<Record<string, unknown>>): [name: string, value: unknown][] {
  return Object.entries(facts)
    .filter(
      ([name, value]) =>
        value !== null && value !== '' && !(Array.isArray(value) && value.length === 0) && !((impliedBy[name] ?? '') in facts),
    )
    .sort(([a], [b]) => rank(a) - rank(b))
}

/** A fact that this version does not know is told by its name in the record: acts outlive the program that wrote them. */
export function FactTerm({ name }: { readonly name: string }) {
  const t = useWords(factWords)
  const key = `fact.${name}`
  return known(key) ? <>{t(key)}</> : <code>{name}</code>
}

interface FactProps {
  readonly act: RecordedAct
  readonly name: string
  readonly value: unknown
  readonly names: Names
}

/** A fact in words where there are words for it, and otherwise as it was written. */
export function FactValue({ act, name, value, names }: FactProps) {
  const t = useWords(factWords)
  const { number } = useFormats()
  if (typeof value === 'boolean') return <>{t(value ? 'yes' : 'no')}</>
  if (typeof value === 'number') return <>{number(value)}</>
  if (Array.isArray(value)) return <Many values={value.map(String)} />
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (isDay(text)) return <Time day={text} />
  return <OneWord act={act} name={name} text={text} names={names} />
}

/** Things that have a page, where everybody reads their name. */
const pagesOf: Readonly<Record<string, (id: string) => string>> = {
  bodyId: paths.body,
  documentId: paths.document,
  meetingId: paths.meeting,
  decisionId: paths.decision,
  hearingId: paths.hearing,
  callId: paths.needCall,
  rankingId: paths.ranking,
}

function OneWord({ act, name, text, names }: Omit<FactProps, 'value'> & { readonly text: string }) {
  const { lang } = useReader()
  const t = useWords(valueWords)
  const state = useWords(uiMessages)
  const named = names.ecosystem(lang, text) ?? names.body(text) ?? names.organisation(text) ?? names.thing(lang, text)
  if (named) return <Link to={named.path}>{named.name}</Link>
  const page = pagesOf[name]
  if (page) return <Link to={page(text)}>{t('goThere')}</Link>
  if (name === 'phase' && isPhase(text)) return <>{phaseNames[text]}</>
  if (name === 'role' && isOneOf<GrantedRole>(grantedRoles, text)) return <>{roleName(lang, text)}</>
  if (name === 'state' && isOneOf<State>(states, text)) return <>{state(`state.${text}`)}</>
  if (name === 'kind' && isOneOf<OrganisationKind>(organisationKinds, text) && act.act.startsWith('organisations.'))
    return <>{kindName(lang, text)}</>
  const word = `${name}.${text}`
  if (hasWords(word)) return <>{t(word)}</>
  if (name === 'edition' || name === 'fromEdition' || name === 'toEdition') return <Link to={paths.edition(text)}>{text}</Link>
  const { edition, number } = act.facts
  if (name === 'code' && typeof edition === 'string' && typeof number === 'number')
    return <Link to={paths.action(edition, number)}>{text}</Link>
  return <code>{text}</code>
}

function Many({ values }: { readonly values: readonly string[] }) {
  return (
    <ul class="plain">
      {values.map((value) => (
        <li>
          <OneOfMany value={value} />
        </li>
      ))}
    </ul>
  )
}

/** A condition, or the name of what was changed. */
function OneOfMany({ value }: { readonly value: string }) {
  const { lang } = useReader()
  const t = useWords(valueWords)
  const column = `column.${value}`
  if (conditionIds.has(value)) return <>{conditionWords(lang, value as ConditionId).sentence}</>
  return hasWords(column) ? <>{t(column)}</> : <code>{value}</code>
}
