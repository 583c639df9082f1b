import { DatedList } from '../../ui/dated-list.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { consultationWords } from '../messages/consultations.ts'
import type { CalendarChange } from '../store/changes.ts'

/** What happened to the calendar, each with its reason: a window is never lengthened in silence. */
export function Changes({ changes }: { readonly changes: readonly CalendarChange[] }) {
  const t = useWords(consultationWords)
  const { day } = useFormats()
  if (changes.length === 0) return <></>
  return (
    <Section id="cambiamenti" title={t('changes')}>
      <DatedList
        items={changes.map((change) => ({
          day: change.day,
          title: t(`change.${change.kind}`),
          text: (
            <>
              {change.closesAfter !== change.closesBefore && (
                <>{t('changeTo', { after: day(change.closesAfter), before: day(change.closesBefore) })}. </>
              )}
              {change.reason}
            </>
          ),
        }))}
      />
    </Section>
  )
}
