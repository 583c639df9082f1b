import { paths } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import { DatedList } from '../../ui/dated-list.tsx'
import { Link } from '../../ui/link.tsx'
import { type Say, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { milestoneWords } from '../messages/accompany.ts'
import { consultationWords } from '../messages/consultations.ts'
import type { Consultation } from '../rules/consultation.ts'
import { type Milestone, milestoneTitle } from '../rules/milestones.ts'

/** What it is, when and where, in one line. */
export function useMilestoneText() {
  const t = useWords(milestoneWords)
  return (milestone: Milestone) => textOf(t, milestone)
}

function textOf(t: Say<keyof typeof milestoneWords.it>, milestone: Milestone) {
  const { kind, starts, ends, place, address, cancelledAt } = milestone
  const when = starts && (ends ? t('fromTo', { starts, ends }) : t('from', { starts }))
  const words = [kind === 'other' ? null : t(`kind.${kind}`), when, place].filter(Boolean).join(', ')
  if (!words && !address && !cancelledAt) return undefined
  return (
    <>
      {cancelledAt && (
        <>
          <StateMark state="blocked" label={t('calledOff')} />{' '}
        </>
      )}
      {words}
      {address && !cancelledAt && (
        <>
          {words && ' · '}
          <Link to={address}>{t('follow')}</Link>
        </>
      )}
    </>
  )
}

interface CalendarProps {
  readonly consultation: Consultation & { readonly opensOn: Day; readonly closesOn: Day }
  readonly milestones: readonly Milestone[]
  /** Whether there is a calendar to subscribe to: not for what is being prepared. */
  readonly published: boolean
}

export function CalendarOf({ consultation, milestones, published }: CalendarProps) {
  const t = useWords(consultationWords)
  const m = useWords(milestoneWords)
  const told = useMilestoneText()
  const { lang } = useReader()
  const days = [
    { day: consultation.opensOn, title: t('opening') },
    ...milestones.map((one) => ({
      day: one.day,
      title: one.cancelledAt ? <s>{milestoneTitle(lang, one)}</s> : milestoneTitle(lang, one),
      text: told(one),
    })),
    { day: consultation.closesOn, title: t('lastDay') },
  ]
  return (
    <Section id="calendario" title={t('calendar')}>
      <DatedList items={days.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))} />
      {published && (
        <p class="more">
          <Link to={paths.consultationDays(consultation.id)}>{m('addToCalendar')}</Link>
        </p>
      )}
    </Section>
  )
}
