import { Meter } from '../../ui/meter.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { rankingWords } from '../messages/rankings.ts'
import { highest } from '../rules/rankings.ts'
import { type Line, meanBy, meanOf, type Result } from '../rules/result.ts'

/** Two decimals tell members apart well enough; places are decided on the exact numbers. */
export const rounded = (n: number) => Math.round(n * 100) / 100

export function RankingResult({ result }: { readonly result: Result }) {
  const t = useWords(rankingWords)
  const { number } = useFormats()
  const tied = (line: Line) => result.lines.some((other) => other !== line && other.rank === line.rank)
  return (
    <Section id="risultato" title={t('result')}>
      <Table
        caption={t('result')}
        captionHidden
        rows={result.lines}
        columns={[
          { label: t('rank'), cell: (line) => (tied(line) ? t('tie', { rank: line.rank }) : line.rank) },
          { label: t('intervention'), rowHeader: true, cell: ({ option }) => <span lang="it">{option.title}</span> },
          {
            label: t('total'),
            cell: (line) => (
              <>
                {t('outOf', { mean: number(rounded(meanOf(line, result))) })}
                <Meter value={meanOf(line, result)} max={highest} />
              </>
            ),
          },
          ...result.criteria.map(({ name }, index) => ({
            label: name,
            numeric: true,
            cell: (line: Line) => number(rounded(meanBy(line, result, index))),
          })),
        ]}
      />
    </Section>
  )
}
