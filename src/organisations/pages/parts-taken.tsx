import { paths } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { Db } from '../../platform/db.ts'
import { Link } from '../../ui/link.tsx'
import { useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { messages } from '../messages.ts'

interface Part {
  readonly slug: string
  readonly ecosystem: string
  readonly as: 'lead' | 'actor'
  readonly from: Day
  readonly to: Day | null
}

/** What an organisation leads and where it takes part: the ecosystems stand above, so they are asked through this. */
export type PartsTaken = (db: Db, organisationId: string, lang: Lang, today: Day) => Promise<readonly Part[]>

export function Parts({ parts }: { readonly parts: readonly Part[] }) {
  const { today } = useReader()
  const t = useWords(messages)
  if (parts.length === 0) return null
  return (
    <Section id="ecosistemi" title={t('ecosystemsTitle')}>
      <Table
        caption={t('ecosystemsTitle')}
        captionHidden
        rows={parts}
        columns={[
          { label: t('ecosystem'), rowHeader: true, cell: ({ slug, ecosystem }) => <Link to={paths.ecosystem(slug)}>{ecosystem}</Link> },
          { label: t('partAs'), cell: ({ as, to }) => t('part', { as, over: String(to !== null && to < today) }) },
          { label: t('from'), cell: ({ from }) => <Time day={from} /> },
          { label: t('until'), cell: ({ to }) => (to ? <Time day={to} /> : t('untilNow')) },
        ]}
      />
    </Section>
  )
}
