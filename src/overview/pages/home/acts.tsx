import { paths } from '../../../charter/paths.ts'
import { DatedList } from '../../../ui/dated-list.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { useReader, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { homeWords } from '../../messages/home.ts'
import type { Home } from './gather.ts'

/** What was done last, and where. */
export function Acts({ home: { acts } }: { readonly home: Home }) {
  const { lang } = useReader()
  const t = useWords(homeWords)
  const lines = acts(lang)
  return (
    <Section id="acts" title={t('acts')} band="bare">
      {lines.length > 0 ? (
        <DatedList items={lines} />
      ) : (
        <Empty>
          <p>{t('noActs')}</p>
        </Empty>
      )}
      <p class="more">
        <Link to={paths.acts}>{t('allActs')}</Link>
      </p>
    </Section>
  )
}
