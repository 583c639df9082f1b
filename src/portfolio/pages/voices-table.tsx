import { Meter } from '../../ui/meter.tsx'
import { useWords } from '../../ui/reader.tsx'
import { Table } from '../../ui/table.tsx'
import { type Coverage, coverageLevels } from '../coverage.ts'
import { coverageWords } from '../messages/coverage.ts'

interface Row extends Pick<Coverage, 'total' | 'levels'> {
  readonly label: string
}

/** How far the needs of each voice are answered, and of all together. */
export function VoicesTable({ coverage }: { readonly coverage: Coverage }) {
  const t = useWords(coverageWords)
  const rows: Row[] = [
    ...coverage.voices.map(({ voice, ...numbers }) => ({ label: t(`voice.${voice}`), ...numbers })),
    { label: t('all'), total: coverage.total, levels: coverage.levels },
  ]
  return (
    <Table
      caption={t('byVoice')}
      captionHidden
      rows={rows}
      columns={[
        { label: t('voice'), rowHeader: true, cell: ({ label }) => label },
        { label: t('total'), numeric: true, cell: ({ total }) => total },
        ...coverageLevels.map((level) => ({ label: t(`level.${level}`), numeric: true, cell: ({ levels }: Row) => levels[level] })),
        { label: t('share'), cell: (row) => <Share {...row} /> },
      ]}
    />
  )
}

function Share({ total, levels }: Row) {
  const t = useWords(coverageWords)
  const answered = total - levels.open
  return (
    <>
      {t('shareOf', { percent: Math.round((answered / total) * 100) })}
      <Meter value={answered} max={total} />
    </>
  )
}
