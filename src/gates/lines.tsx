import type { Phase } from '../charter/phases.ts'
import type { EcosystemView } from '../ecosystems/index.ts'
import type { Lang } from '../kernel/lang.ts'
import { formatDay, say } from '../kernel/words.ts'
import type { Condition } from '../ui/checklist.tsx'
import { Link } from '../ui/link.tsx'
import { messages } from './messages.ts'
import { type ConditionOf, conditionsOf, type Evidence, type Proof } from './rules.ts'
import { conditionWords } from './words.ts'

/** One line for each condition: its state, its evidence or what is missing, whose turn it is and since when. */
export function linesOf(lang: Lang, ecosystem: EcosystemView, phase: Phase, evidence: Evidence): Condition[] {
  return conditionsOf(phase).map((condition) => {
    const proof = evidence[condition.id]
    return proof?.met ? metLine(lang, ecosystem, condition, proof) : missingLine(lang, ecosystem, phase, condition, evidence)
  })
}

function metLine(lang: Lang, { leads }: EcosystemView, { id }: ConditionOf, proof: Proof): Condition {
  const words = conditionWords(lang, id, leads.length)
  return {
    state: 'done',
    word: say(lang, messages, 'satisfied'),
    title: words.sentence,
    evidence: <Told lang={lang} proof={proof} />,
    who: words.turn.done,
    since: say(lang, messages, 'doneOn', { day: formatDay(lang, proof.on) }),
  }
}

function missingLine(lang: Lang, ecosystem: EcosystemView, phase: Phase, { id, after }: ConditionOf, evidence: Evidence): Condition {
  const words = conditionWords(lang, id, ecosystem.leads.length)
  const proof = evidence[id]
  return {
    state: proof ? 'doing' : 'todo',
    ...(ecosystem.phases[phase].concludedOn ? { word: say(lang, messages, 'unsatisfied') } : {}),
    title: words.sentence,
    evidence: proof ? <Told lang={lang} proof={proof} /> : words.how,
    ...(proof?.progress ? { progress: proof.progress } : {}),
    missing: proof?.missing?.[lang] ?? words.missing,
    ...turnOfLine(lang, ecosystem, phase, words.turn, after && !evidence[after]?.met ? conditionWords(lang, after).after : null, proof),
  }
}

function turnOfLine(
  lang: Lang,
  { phases }: EcosystemView,
  phase: Phase,
  turn: ReturnType<typeof conditionWords>['turn'],
  after: string | null,
  proof: Proof | undefined,
): Pick<Condition, 'who' | 'since'> {
  const { startedOn, concludedOn } = phases[phase]
  if (concludedOn) return { since: say(lang, messages, 'noMore') }
  if (!startedOn) return { who: turn.later, since: say(lang, messages, 'onceStarted') }
  if (after && !proof) return { who: turn.later, since: after }
  return {
    who: proof?.running ? say(lang, messages, 'nobody') : turn.now,
    since: say(lang, messages, 'since', { day: formatDay(lang, proof?.on ?? startedOn) }),
  }
}

function Told({ lang, proof: { link, says } }: { readonly lang: Lang; readonly proof: Proof }) {
  if (!link) return <>{says[lang]}</>
  return (
    <>
      <Link to={link.to}>{link.label[lang]}</Link>
      {says[lang] && `. ${says[lang]}`}
    </>
  )
}
