import { tellAct } from '../../../charter/act-words.ts'
import { paths } from '../../../charter/paths.ts'
import { nameIn } from '../../../ecosystems/index.ts'
import { DatedList } from '../../../ui/dated-list.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { useReader, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { homeWords } from '../../messages/home.ts'
import type { Home } from './gather.ts'

/** What was done last, and where. */
export function Acts({ home: { acts, ecosystems } }: { readonly home: Home }) {
  const { lang } = useReader()
  const t = useWords(homeWords)
  const placeOf = (id: string | null) => {
    const ecosystem = ecosystems.find((one) => one.id === id)
    return ecosystem ? nameIn(lang, ecosystem) : t('platform')
  }
  return (
    <Section id="acts" title={t('acts')} band="bare">
      {acts.length > 0 ? (
        <DatedList
          items={acts.map((act) => ({
            day: act.day,
            title: tellAct(lang, act, act.organisation),
            to: paths.act(act.id),
            text: act.body ?? placeOf(act.placeId),
          }))}
        />
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
