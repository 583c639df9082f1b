import { paths } from '../../../charter/paths.ts'
import { dayOf } from '../../../kernel/day.ts'
import { DatedList } from '../../../ui/dated-list.tsx'
import { Link } from '../../../ui/link.tsx'
import { useReader, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { deskWords } from '../../messages/desk.ts'
import type { DeskView } from './gather.ts'

/** What this person was told of and has not read yet: the latest few, and the way to all. */
export function Notices({ desk: { unread, notices } }: { readonly desk: DeskView }) {
  const { lang } = useReader()
  const t = useWords(deskWords)
  const items = notices.filter(({ readAt }) => readAt === null)
  return (
    <Section id="notices" title={t('notices')} lead={t('unread', { count: unread })}>
      {items.length > 0 && (
        <DatedList items={items.map(({ id, at, words }) => ({ day: dayOf(at), title: words[lang].title, to: paths.notice(id) }))} />
      )}
      <p class="more">
        <Link to={paths.notices}>{t('allNotices')}</Link>
      </p>
    </Section>
  )
}
