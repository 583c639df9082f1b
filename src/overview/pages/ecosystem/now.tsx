import { paths } from '../../../charter/paths.ts'
import { type Phase, phases } from '../../../charter/phases.ts'
import { can } from '../../../charter/policy.ts'
import { phaseName, placeOf } from '../../../ecosystems/index.ts'
import type { Ctx } from '../../../platform/http.ts'
import { NowList } from '../../../ui/now-list.tsx'
import { formatsFor, useReader, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { gapOf, missingFirst } from '../../gaps.ts'
import { ecosystemNowWords } from '../../messages/ecosystem-now.ts'
import type { Whole } from './gather.ts'
import { type Opening, openingsIn } from './openings.ts'

/** What is open to whoever reads: what only they can do first, then what anybody can. One button stands out. */
export function Now({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const t = useWords(ecosystemNowWords)
  const openings = openingsIn(useReader(), whole)
  const readings = useReadings(whole)
  const items = [...useDuties(c, whole), ...openings, ...(openings.length > 0 ? readings.filter(({ follows }) => follows) : readings)]
  return (
    <Section id="now" title={t('now')} band="bare">
      <NowList items={items.map(({ to, label, title, text }, index) => ({ title, text, action: { to, label, primary: index === 0 } }))} />
    </Section>
  )
}

function useDuties(c: Ctx, { ecosystem, gaps }: Whole): Opening[] {
  const reader = useReader()
  const t = useWords(ecosystemNowWords)
  const place = placeOf(ecosystem)
  const name = (phase: Phase) => phaseName(reader.lang, phase)
  const open: Opening[] = []
  if (can(c.var.actor, 'gates.conclude', place))
    for (const phase of runningIn(ecosystem)) {
      const { met, total } = gapOf(gaps, ecosystem.id, phase)
      const to = paths.gate(ecosystem.slug, phase)
      const condition = missingFirst(reader.lang, gaps, ecosystem.id, phase)
      if (met === total)
        open.push({ title: t('conclude', { phase: name(phase) }), text: t('concludeText'), to, label: t('concludeButton') })
      else
        open.push({
          title: t('toMeet', { phase: name(phase) }),
          text: t('missing', { count: total - met, condition }),
          to,
          label: t('seeConditions'),
        })
    }
  const next = phases.find((phase) => ecosystem.phases[phase].startedOn === null)
  if (next && can(c.var.actor, 'ecosystems.start-phase', place)) {
    const { expected } = ecosystem.phases[next]
    const text = expected ? t('startExpected', { month: formatsFor(reader).day(expected.on, 'month') }) : t('startText')
    open.push({ title: t('start', { phase: name(next) }), text, to: paths.phaseStart(ecosystem.slug, next), label: t('startButton') })
  }
  return open
}

/** Open on any day; beside something to take part in, only the way to follow stays. */
interface Reading extends Opening {
  readonly follows?: boolean
}

function useReadings({ ecosystem, gaps, acts }: Whole): Reading[] {
  const { lang } = useReader()
  const t = useWords(ecosystemNowWords)
  const toRead = runningIn(ecosystem).slice(0, 1)
  return [
    ...toRead.flatMap((phase): Opening[] => {
      const { met, total } = gapOf(gaps, ecosystem.id, phase)
      if (met === total) return []
      const text = t('missing', { count: total - met, condition: missingFirst(lang, gaps, ecosystem.id, phase) })
      const title = t('readGate', { phase: phaseName(lang, phase) })
      return [{ title, text, to: paths.gate(ecosystem.slug, phase), label: t('readButton') }]
    }),
    {
      title: t('follow'),
      text: t('followText', { count: acts }),
      to: paths.ecosystemFollow(ecosystem.slug),
      label: t('followButton'),
      follows: true,
    },
    toRead.length > 0
      ? { title: t('write'), text: t('writeText'), to: paths.contact, label: t('writeButton') }
      : { title: t('howTo'), text: t('howToText'), to: paths.howToReadStates, label: t('howToButton') },
  ]
}

/** Begun and not over. */
function runningIn({ phases: runs }: Whole['ecosystem']): Phase[] {
  return phases.filter((phase) => runs[phase].startedOn !== null && runs[phase].concludedOn === null)
}
