import { paths, withQuery } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/reader.ts'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatsFor, useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import type { Tabs } from '../../ui/tabs.tsx'
import { planMessages } from '../messages/plan.ts'
import type { When } from '../rules.ts'

/** '2019–2021': the code of an edition as it is written for people. */
export const yearsOf = (code: string) => code.replace('-', '–')

/** 'entro il 31 dicembre 2019', or 'nel mese di giugno 2020' where the source names a month; `bare`, 'giugno 2020'. */
export function whenWords(reader: Pick<Reader, 'lang' | 'today'>, when: When | null, bare = false): string {
  const t = wordsFor(reader, planMessages)
  if (!when) return t('due.none')
  if (!when.day) return t('due.ongoing')
  const { day } = formatsFor(reader)
  const exact = when.precision === 'day'
  const words = day(when.day, exact ? 'long' : 'month')
  if (bare && when.qualifier === 'in') return words
  // In Italian the article elides before 'otto' and 'undici'.
  const values = { day: words, elides: /-(08|11)$/.test(when.day) }
  if (when.qualifier === 'by') return t(exact ? 'due.byDay' : 'due.by', values)
  if (when.qualifier === 'from') return t(exact ? 'due.fromDay' : 'due.from', values)
  return t(exact ? 'due.inDay' : 'due.inMonth', values)
}

/** Says that the page tells of another day, and leads back. */
export function OtherDay({ on, back }: { readonly on: Day | null; readonly back: string }) {
  const t = useWords(planMessages)
  const { today } = useReader()
  const { day } = useFormats()
  if (!on) return <></>
  return (
    <Notice kind={on < today ? 'late' : 'info'} title={t(on < today ? 'asItStood' : 'asItWillStand', { day: day(on) })}>
      <p>
        <Link to={back}>{t('backToToday')}</Link>
      </p>
    </Notice>
  )
}

type Face = 'actions' | 'chapters' | 'timeline'

/** The faces of an edition. */
export function editionTabs(reader: Reader, edition: string, current: Face, on: Day | null): Parameters<typeof Tabs>[0] {
  const t = wordsFor(reader, planMessages)
  const faces: [Face, string][] = [
    ['actions', paths.edition(edition)],
    ['chapters', paths.chapters(edition)],
    ['timeline', paths.timeline(edition)],
  ]
  return {
    label: t('edition', { years: yearsOf(edition) }),
    items: faces.map(([face, to]) => ({ label: t(face), to: withQuery(to, { al: on }), current: face === current })),
  }
}
