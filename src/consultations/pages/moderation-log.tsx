import { useReader, useWords } from '../../ui/reader.tsx'
import { Table } from '../../ui/table.tsx'
import { moderationWords } from '../messages/moderation.ts'
import { isModerationRule, ruleWords } from '../rules/moderation.ts'
import type { ModerationCount } from '../store/moderation.ts'

/** What was decided, in numbers: whoever moderates and whoever reads see the same. */
export function ModerationLog({ counts }: { readonly counts: readonly ModerationCount[] }) {
  const t = useWords(moderationWords)
  const { lang } = useReader()
  if (counts.length === 0) return <p class="quiet">{t('logNone')}</p>
  const ruleName = (rule: string | null) => (rule && isModerationRule(rule) ? ruleWords[rule][lang].title : '')
  return (
    <Table
      caption={t('log')}
      captionHidden
      rows={counts}
      columns={[
        { label: t('decision'), rowHeader: true, cell: (one) => t(`kind.${one.kind}`) },
        { label: t('rule'), cell: (one) => ruleName(one.rule) },
        { label: t('count'), numeric: true, cell: (one) => one.count },
      ]}
    />
  )
}
