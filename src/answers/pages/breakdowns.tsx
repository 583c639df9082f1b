import type { Block } from '../../documents/index.ts'
import { Meter } from '../../ui/meter.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { outcomeWords } from '../messages/outcomes.ts'
import type { Counted, OutcomeNumbers } from '../outcome.ts'
import { contributorName, outcomeName, sectionName } from '../words.ts'

/** The same numbers three times: each a table whose rows are drawn as long as what they count. */
export function Breakdowns({ numbers, blocks }: { readonly numbers: OutcomeNumbers; readonly blocks: readonly Block[] }) {
  const t = useWords(outcomeWords)
  const { lang } = useReader()
  return (
    <>
      <Breakdown
        id="per-esito"
        title={t('byOutcome')}
        label={t('outcome')}
        rows={numbers.byOutcome}
        name={(key) => outcomeName(lang, key)}
      />
      <Breakdown id="chi" title={t('byKind')} label={t('kind')} rows={numbers.byKind} name={(key) => contributorName(lang, key)} />
      <Breakdown
        id="per-parte"
        title={t('bySection')}
        label={t('section')}
        rows={numbers.bySection}
        name={(key) => sectionName(lang, blocks, key)}
      />
    </>
  )
}

interface BreakdownProps<Key> {
  readonly id: string
  readonly title: string
  readonly label: string
  readonly rows: readonly Counted<Key>[]
  readonly name: (key: Key) => string
}

function Breakdown<Key>({ id, title, label, rows, name }: BreakdownProps<Key>) {
  const t = useWords(outcomeWords)
  const { number } = useFormats()
  const { lang } = useReader()
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const percent = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 })
  if (total === 0) return null
  return (
    <Section id={id} title={title}>
      <Table
        caption={title}
        captionHidden
        rows={rows}
        columns={[
          { label, rowHeader: true, cell: ({ key }) => name(key) },
          { label: t('count'), numeric: true, cell: ({ count }) => number(count) },
          {
            label: t('share'),
            cell: ({ count }) => (
              <span class="bar">
                <Meter value={count} max={total} /> {percent.format(count / total)}
              </span>
            ),
          },
        ]}
      />
    </Section>
  )
}
