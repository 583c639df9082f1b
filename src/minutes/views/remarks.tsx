import type { Catalogue } from '../../kernel/words.ts'
import { type NowItem, NowList } from '../../ui/now-list.tsx'
import { useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { words as common, type SittingWord } from '../messages.ts'
import { agreedWith, type Minutes, type Remark } from '../rules.ts'

const stateOfOutcome = { accepted: 'done', rejected: 'blocked' } as const

interface RemarksProps<One extends Remark> {
  readonly words: Catalogue<SittingWord>
  readonly minutes: Minutes | null
  readonly remarks: readonly One[]
  titleOf(remark: One): string
  /** Where an outcome is given, for whoever may. */
  readonly answerAt: ((id: string) => string) | null
  /** Also how many agree, and that nobody has proposed anything: for whoever keeps the minutes. */
  readonly all: boolean
}

/** What those who were there answered, each correction with its outcome. */
export function Remarks<One extends Remark>({ words, minutes, remarks, titleOf, answerAt, all }: RemarksProps<One>) {
  const t = useWords(words)
  const c = useWords(common)
  const proposed = remarks.filter(({ kind }) => kind === 'correction')
  if (!minutes?.sent || (!all && proposed.length === 0)) return <></>
  const agreed = agreedWith(minutes, remarks).size
  // While the text as it stands was sent, an outcome is what everybody waits for.
  const first = minutes.sent.version === minutes.version ? proposed.find(({ outcome }) => !outcome)?.id : undefined
  const itemOf = (remark: One): NowItem => ({
    title: titleOf(remark),
    text: (
      <>
        <StateMark
          state={remark.outcome ? stateOfOutcome[remark.outcome] : 'doing'}
          label={remark.outcome ? t(remark.outcome) : c('waiting')}
        />
        <br />
        {remark.text}
        {remark.reason && (
          <>
            <br />
            <span class="quiet">{c('reasonTold', { reason: remark.reason })}</span>
          </>
        )}
      </>
    ),
    ...(!remark.outcome && answerAt && !minutes.approved
      ? { action: { to: answerAt(remark.id), label: c('giveOutcome'), primary: remark.id === first } }
      : {}),
  })
  return (
    <Section id="correzioni" title={t('remarks')}>
      {all && agreed > 0 && <p>{c('agreed', { count: agreed })}</p>}
      {proposed.length > 0 ? <NowList items={proposed.map(itemOf)} /> : <p class="quiet">{t('noRemarks')}</p>}
    </Section>
  )
}
