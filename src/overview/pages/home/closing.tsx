import { paths } from '../../../charter/paths.ts'
import { phases } from '../../../charter/phases.ts'
import { titleIn } from '../../../consultations/index.ts'
import { nameIn, phaseName } from '../../../ecosystems/index.ts'
import type { Day } from '../../../kernel/day.ts'
import { type DatedItem, DatedList } from '../../../ui/dated-list.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { useFormats, useReader, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { homeWords } from '../../messages/home.ts'
import type { Home } from './gather.ts'

const most = 5

/** Where one can still speak, and the next terms of phases and of the plan's results: the soonest first. */
export function Closing({ home: { ecosystems, plan, consultations, hearings, calls } }: { readonly home: Home }) {
  const { lang, today } = useReader()
  const { distance } = useFormats()
  const t = useWords(homeWords)
  const upper = (text: string) => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)
  const terms = ecosystems.flatMap((ecosystem) =>
    phases.flatMap((phase): DatedItem[] => {
      const { due, concludedOn } = ecosystem.phases[phase]
      if (!due || concludedOn || due.on < today) return []
      const text = t('term', { phase: phaseName(lang, phase), distance: upper(distance(due.on)) })
      return [{ day: due.on, title: nameIn(lang, ecosystem), to: paths.gate(ecosystem.slug, phase), text }]
    }),
  )
  const results = (plan?.coming ?? []).map(({ deadline, edition, number, title }): DatedItem => {
    const text = t('result', { number, distance: upper(distance(deadline)) })
    return { day: deadline, title, to: paths.action(edition, number), text }
  })
  const open = consultations.map((one): DatedItem => {
    const text = t('consultation', { distance: upper(distance(one.closesOn)), count: one.numbers.received })
    return { day: one.closesOn, title: titleIn(lang, one), to: paths.consultation(one.id), text }
  })
  const registrations = hearings.map(({ hearing: { id, title, closesOn } }): DatedItem => {
    const text = t('registration', { distance: upper(distance(closesOn)) })
    return { day: closesOn, title, to: paths.hearing(id), text }
  })
  const needed = calls.map(({ id, title, closesOn }): DatedItem => {
    const text = t('call', { distance: upper(distance(closesOn)) })
    return { day: closesOn, title, to: paths.needCall(id), text }
  })
  const speaking = [...open, ...registrations, ...needed].toSorted(byDay).slice(0, most)
  const items = [...speaking, ...together(terms.toSorted(byDay), results).slice(0, Math.max(2, most - speaking.length))].toSorted(byDay)
  return (
    <Section id="closing" title={t('closing')} band="bare">
      {items.length > 0 ? (
        <DatedList items={items} />
      ) : (
        <Empty good>
          <p>{t('nothingCloses')}</p>
        </Empty>
      )}
      <p class="more">
        <Link to={paths.consultations}>{t('allConsultations')}</Link>
      </p>
      {plan && (
        <p class="more">
          <Link to={paths.timeline(plan.edition.code)}>{t('allTerms')}</Link>
        </p>
      )}
    </Section>
  )
}

const byDay = (a: { readonly day: Day }, b: { readonly day: Day }) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)

/** The soonest of both kinds, half and half: months often end with a crowd of one. What one kind lacks, the other fills. */
function together(terms: readonly DatedItem[], results: readonly DatedItem[]): DatedItem[] {
  const soonest = terms.slice(0, Math.max(Math.ceil(most / 2), most - results.length))
  return [...soonest, ...results.slice(0, most - soonest.length)].toSorted(byDay)
}
