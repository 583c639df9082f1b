import { Link } from '../../ui/link.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import type { AnswerTold } from '../answers-told.ts'
import { contributionWords } from '../messages/contributions.ts'
import type { Contribution } from '../rules/contributions.ts'

interface AnswerProps {
  readonly answer: AnswerTold | undefined
  /** What it answers. */
  readonly to: Pick<Contribution, 'changedAt'>
}

/** An answer is never taken for one to words that were written after it. */
function OnFormerWords({ answer, to }: AnswerProps) {
  const t = useWords(contributionWords)
  if (!answer || !to.changedAt || to.changedAt <= answer.publishedAt) return <></>
  return <p class="small">{t('answeredBefore')}</p>
}

/** The answer to a contribution, on its own page. */
export function AnswerSection({ answer, to }: AnswerProps) {
  const t = useWords(contributionWords)
  if (!answer) return <></>
  return (
    <Section id="risposta" title={t('theAnswer')}>
      <div class="answer">
        <p>
          <StateMark state={answer.state} label={answer.outcome} />
        </p>
        <OnFormerWords answer={answer} to={to} />
        <Prose text={answer.reason} />
        <p>
          <Link to={answer.to}>{t('answerWhole')}</Link>
        </p>
      </div>
    </Section>
  )
}

const shownLetters = 240

/** The answer under a note, in short. */
export function AnswerNote({ answer, to }: AnswerProps) {
  const t = useWords(contributionWords)
  if (!answer) return <></>
  const { reason, lang } = answer
  return (
    <div class="answer answer--short">
      <p>
        <StateMark state={answer.state} label={answer.outcome} />
      </p>
      <OnFormerWords answer={answer} to={to} />
      <p lang={lang}>{reason.length > shownLetters ? `${reason.slice(0, shownLetters).toWellFormed().trimEnd()}…` : reason}</p>
      <p class="small">
        <Link to={answer.to}>{t('answerWhole')}</Link>
      </p>
    </div>
  )
}
