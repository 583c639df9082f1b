import { Link } from '../../ui/link.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import type { AnswerTold } from '../answers-told.ts'
import { contributionWords } from '../messages/contributions.ts'

/** The answer to a contribution, on its own page. */
export function AnswerSection({ answer }: { readonly answer: AnswerTold | undefined }) {
  const t = useWords(contributionWords)
  if (!answer) return <></>
  return (
    <Section id="risposta" title={t('theAnswer')}>
      <div class="answer">
        <p>
          <StateMark state={answer.state} label={answer.outcome} />
        </p>
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
export function AnswerNote({ answer }: { readonly answer: AnswerTold | undefined }) {
  const t = useWords(contributionWords)
  if (!answer) return <></>
  const { reason, lang } = answer
  return (
    <div class="answer answer--short">
      <p>
        <StateMark state={answer.state} label={answer.outcome} />
      </p>
      <p lang={lang}>{reason.length > shownLetters ? `${reason.slice(0, shownLetters).toWellFormed().trimEnd()}…` : reason}</p>
      <p class="small">
        <Link to={answer.to}>{t('answerWhole')}</Link>
      </p>
    </div>
  )
}
