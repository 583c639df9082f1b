import { paths } from '../../charter/paths.ts'
import { DatedList } from '../../ui/dated-list.tsx'
import { Link } from '../../ui/link.tsx'
import { Numbers } from '../../ui/numbers.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { consultationWords } from '../messages/consultations.ts'
import type { CalendarChange } from '../store/changes.ts'
import type { Numbers as Figures } from '../store/tallies.ts'

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

interface FiguredProps {
  readonly consultationId: string
  readonly numbers: Figures
  readonly answered: number
}

/** How many wrote and how many were answered, never called representative. */
export function Figured({ consultationId, numbers, answered }: FiguredProps) {
  const t = useWords(consultationWords)
  const { number } = useFormats()
  const to = paths.contributions(consultationId)
  const keys = ['received', 'answered', 'organisations', 'supports'] as const
  const counts = { ...numbers, answered }
  const { withdrawn, hidden, elsewhere } = numbers
  return (
    <Section id="numeri" title={t('numbers')} lead={t('notRepresentative')}>
      <Numbers label={t('numbers')} items={keys.map((key) => ({ value: number(counts[key]), label: t(`n.${key}`), to }))} />
      {elsewhere > 0 && <p class="quiet">{t('elsewhere', { count: elsewhere })}</p>}
      {withdrawn + hidden > 0 && <p class="quiet">{t('withdrawnHidden', { withdrawn, hidden })}</p>}
      <p class="more">
        <Link to={paths.consultationFeed(consultationId)}>{t('feed')}</Link>
      </p>
    </Section>
  )
}
