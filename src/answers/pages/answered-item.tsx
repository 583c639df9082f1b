import { paths } from '../../charter/paths.ts'
import { receiptNumber } from '../../consultations/index.ts'
import type { Block } from '../../documents/index.ts'
import { Link } from '../../ui/link.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import type { AnsweredContribution } from '../listing.ts'
import { outcomeWords } from '../messages/outcomes.ts'
import { queueWords } from '../messages/queue.ts'
import { markOfOutcome } from '../rules/replies.ts'
import { blockLabel } from './around.tsx'

interface Props {
  readonly item: AnsweredContribution
  readonly consultationId: string
  readonly blocks: readonly Block[]
}

/** What was said, and what was answered to it. */
export function AnsweredItem({ item, consultationId, blocks }: Props) {
  const t = useWords(outcomeWords)
  const { instant } = useFormats()
  const { contribution, state, by, text, answer } = item
  const { target, number, receivedAt } = contribution
  return (
    <li>
      <p class="small quiet">
        <Link to={paths.contribution(consultationId, number)}>
          <Unbroken>{receiptNumber({ number, receivedAt })}</Unbroken>
        </Link>
        {by ? ` · ${by}` : ''} · {instant(receivedAt)}
        {target.kind !== 'whole' && state === 'visible' ? ` · ${blockLabel(blocks, target.blockId)}` : ''}
      </p>
      {state === 'visible' ? (
        <>
          {text ? <Prose text={text} /> : <p class="quiet">{t('noText')}</p>}
          <AnswerTold answer={answer} consultationId={consultationId} />
          {answer && contribution.changedAt && contribution.changedAt > answer.publishedAt && <p class="small">{t('answeredBefore')}</p>}
        </>
      ) : (
        <p class="quiet">{t(state === 'hidden' ? 'hiddenText' : 'withdrawnText')}</p>
      )}
    </li>
  )
}

/** The answer as it stands under a contribution: outcome, reason, and the way to all of it. */
export function AnswerTold({
  answer,
  consultationId,
}: {
  readonly answer: AnsweredContribution['answer']
  readonly consultationId: string
}) {
  const t = useWords(outcomeWords)
  const q = useWords(queueWords)
  const { lang } = useReader()
  if (!answer) return <p class="quiet">{t('noAnswer')}</p>
  const reason = lang === 'en' && answer.reasonEn ? answer.reasonEn : answer.reasonIt
  return (
    <div class="answer">
      <p>
        <StateMark state={markOfOutcome[answer.outcome]} label={q(`outcome.${answer.outcome}`)} />
      </p>
      <Prose text={reason} />
      <p class="small">
        <Link to={paths.reply(consultationId, answer.replyId)}>{t('toReply')}</Link>
      </p>
    </div>
  )
}
