import { Empty } from '../../ui/empty.tsx'
import { useWords } from '../../ui/reader.tsx'
import { Table } from '../../ui/table.tsx'
import { rankingWords } from '../messages/rankings.ts'
import type { Criterion } from '../rules/rankings.ts'

/** By what interventions are put in order, and how much each thing counts. */
export function Method({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const t = useWords(rankingWords)
  if (criteria.length === 0)
    return (
      <Empty>
        <p>{t('noMethod')}</p>
      </Empty>
    )
  return (
    <Table
      caption={t('method')}
      captionHidden
      rows={criteria}
      columns={[
        { label: t('criterion'), rowHeader: true, cell: ({ name }) => <span lang="it">{name}</span> },
        { label: t('weight'), numeric: true, cell: ({ weight }) => t('weightOf', { weight }) },
        { label: t('direction'), cell: ({ direction }) => t(`direction.${direction}`) },
        { label: t('explanation'), cell: ({ explanation }) => explanation && <span lang="it">{explanation}</span> },
      ]}
    />
  )
}
