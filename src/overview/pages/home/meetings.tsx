import { paths } from '../../../charter/paths.ts'
import { nameIn } from '../../../ecosystems/index.ts'
import { dayOf } from '../../../kernel/day.ts'
import { DatedList } from '../../../ui/dated-list.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { useFormats, useReader, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { homeWords } from '../../messages/home.ts'
import type { Home } from './gather.ts'

const most = 5

/** The meetings of groups and the hearings to come, wherever, the soonest first. */
export function Meetings({ home: { meetings, nextHearings, ecosystems } }: { readonly home: Home }) {
  const { lang } = useReader()
  const { instant } = useFormats()
  const t = useWords(homeWords)
  const where = (id: string) => {
    const ecosystem = ecosystems.find((one) => one.id === id)
    return ecosystem ? nameIn(lang, ecosystem) : ''
  }
  const items = [
    ...meetings.map(({ meeting, body }) => ({
      at: meeting.startsAt,
      title: body.name,
      to: paths.meeting(meeting.id),
      text: t('meeting', { number: meeting.number, at: instant(meeting.startsAt), ecosystem: where(body.ecosystemId) }),
    })),
    ...nextHearings.map(({ hearing, slot }) => ({
      at: slot.startsAt,
      title: hearing.title,
      to: paths.hearing(hearing.id),
      text: t('hearing', { at: instant(slot.startsAt), ecosystem: where(hearing.ecosystemId) }),
    })),
  ]
  const soonest = items.toSorted((a, b) => a.at.getTime() - b.at.getTime()).slice(0, most)
  return (
    <Section id="meetings" title={t('meetings')} band="bare">
      {soonest.length > 0 ? (
        <DatedList items={soonest.map(({ at, ...item }) => ({ day: dayOf(at), ...item }))} />
      ) : (
        <Empty>
          <p>{t('noMeetings')}</p>
        </Empty>
      )}
    </Section>
  )
}
