import { plainBlocks } from './plain.ts'
import type { Indication, PlanAction, Report, Scope } from './source.ts'

const family = /(?<!\p{L})(?:PA|[Aa]mministrazioni)(?:,? (?:e |nonché )?(?:[Cc]entrali|[Rr]egionali|[Ll]ocali|[Tt]erritoriali))+/gu
const bodies =
  /(?<!\p{L})(?:Comuni|[Rr]egioni|[Pp]rovince|[Cc]ittà [Mm]etropolitane|[Ee]nti (?:[Ll]ocali|[Tt]erritoriali)|comuni italiani)(?!\p{L})/u
/** Ministries, the Presidency of the Council and its departments. */
const state = /^(?:Ministero|Presidenza del Consiglio|Dipartimento|Funzione [Pp]ubblica)(?!\p{L})/u

/** The kinds of administration a text names by their class. 'PA' alone names none. */
function named(text: string): Scope[] {
  const plain = text.replace(/Conferenza Stato[ -]Regioni/g, '')
  const families = plain.match(family)?.join(' ') ?? ''
  const central = /centrali/i.test(families)
  const territorial = /regionali|locali|territoriali/i.test(families) || bodies.test(plain)
  return [...(central ? (['central'] as const) : []), ...(territorial ? (['territorial'] as const) : [])]
}

/**
 * Scope from what the source says: the actors the action names, a ministry being central; and what the closing
 * chapter asks, when the action's own text names the same kind. That confirmation is needed: in the 2019–2021 edition
 * the closing chapter refers to several actions by the number next to theirs.
 */
export function withScope(
  action: PlanAction,
  indications: readonly Indication[],
  acronyms: Readonly<Record<string, string>>,
  report: Report,
): PlanAction {
  const actors = action.actors.flatMap(({ name }): Scope[] => [
    ...named(name),
    ...(state.test(Object.hasOwn(acronyms, name) ? (acronyms[name] ?? name) : name) ? (['central'] as const) : []),
  ])
  const own = named(ownText(action))
  const found = new Set<Scope>(actors)
  for (const indication of indications.filter((one) => one.action === action.code)) {
    const asked = named(indication.text)
    for (const scope of asked) if (own.includes(scope)) found.add(scope)
    if (asked.every((scope) => found.has(scope))) continue
    const { file, line, text } = indication
    report.unplaced.push({ file, line, action: action.code, field: 'scope', text, reason: 'indication-not-confirmed' })
  }
  const scope = (['central', 'territorial'] as const).filter((one) => found.has(one))
  if (scope.length === 0) {
    const { file, line, code, actorsText } = action
    report.unplaced.push({ file, line, action: code, field: 'scope', text: actorsText, reason: 'not-told' })
  }
  return { ...action, scope }
}

function ownText(action: PlanAction): string {
  const results = action.results.map((result) => result.text)
  return [action.title, action.actorsText, plainBlocks(action.description), ...results, action.areasText].join('\n')
}
