import { paths } from '../../charter/paths.ts'
import { type NowItem, NowList } from '../../ui/now-list.tsx'
import { useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { hearingMinutesWords } from '../messages/hearing-minutes.ts'
import { stakeholderWords } from '../messages/stakeholders.ts'
import type { Amendment } from '../rules/minutes.ts'
import type { MinutesProps } from './gather-minutes.ts'
import { nameOf } from './names.tsx'

const stateOfOutcome = { accepted: 'done', rejected: 'blocked' } as const

/** What those heard answered, each amendment with its outcome; to whoever was heard, their own. */
export function Amendments({ whole, minutes, statements, faces, amendments, people, may }: MinutesProps) {
  const { lang } = useReader()
  const t = useWords(hearingMinutesWords)
  const s = useWords(stakeholderWords)
  if (!minutes?.sent) return <></>
  const proposed = amendments.filter(({ kind }) => kind === 'amendment')
  if (!whole.keeper && proposed.length === 0) return <></>
  const agreed = new Set(
    amendments.filter(({ kind, version }) => kind === 'agreement' && version === minutes.sent?.version).map(({ personId }) => personId),
  )
  const titleOf = ({ statementId, personId }: Amendment) => {
    const index = statements.findIndex(({ id }) => id === statementId)
    const speaker = faces.get(statements[index]?.stakeholderId ?? '')
    const name = people.get(personId) ?? (speaker ? nameOf(lang, speaker) : s('erased'))
    return index < 0 ? t('amendmentRemoved', { name }) : t('amendmentBy', { name, number: index + 1 })
  }
  const itemOf = (amendment: Amendment): NowItem => ({
    title: titleOf(amendment),
    text: (
      <>
        <StateMark state={amendment.outcome ? stateOfOutcome[amendment.outcome] : 'doing'} label={t(amendment.outcome ?? 'waiting')} />
        <br />
        {amendment.text}
        {amendment.reason && (
          <>
            <br />
            <span class="quiet">{t('reasonTold', { reason: amendment.reason })}</span>
          </>
        )}
      </>
    ),
    ...(!amendment.outcome && may.answer && !minutes.final
      ? { action: { to: paths.amendment(whole.hearing.id, amendment.id), label: t('giveOutcome') } }
      : {}),
  })
  return (
    <Section id="emendamenti" title={t('amendments')}>
      {whole.keeper && agreed.size > 0 && <p>{t('agreements', { count: agreed.size })}</p>}
      {proposed.length > 0 ? <NowList items={proposed.map(itemOf)} /> : <p class="quiet">{t('noAmendments')}</p>}
    </Section>
  )
}
