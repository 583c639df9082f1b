import { paths } from '../../charter/paths.ts'
import { DatedList } from '../../ui/dated-list.tsx'
import { Link } from '../../ui/link.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { consultationWords } from '../messages/consultations.ts'
import type { OpenedConsultation } from '../rules/consultation.ts'
import type { CalendarChange } from '../store/changes.ts'
import type { Material, Milestone } from '../store/materials.ts'

export function Materials({ materials }: { readonly materials: readonly Material[] }) {
  const t = useWords(consultationWords)
  if (materials.length === 0) return <></>
  return (
    <Section id="materiali" title={t('materials')} band="bare">
      <ul>
        {materials.map(({ name, fileId, address }) => (
          <li>
            <Link to={fileId ? paths.file(fileId) : (address ?? '')}>{name}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface CalendarProps {
  readonly consultation: OpenedConsultation
  readonly milestones: readonly Milestone[]
}

export function CalendarOf({ consultation, milestones }: CalendarProps) {
  const t = useWords(consultationWords)
  const { lang } = useReader()
  const days = [
    { day: consultation.opensOn, title: t('opening') },
    ...milestones.map(({ day, titleIt, titleEn, place }) => ({ day, title: lang === 'en' ? (titleEn ?? titleIt) : titleIt, text: place })),
    { day: consultation.closesOn, title: t('lastDay') },
  ]
  return (
    <Section id="calendario" title={t('calendar')}>
      <DatedList items={days.toSorted((a, b) => (a.day < b.day ? -1 : 1))} />
    </Section>
  )
}

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
