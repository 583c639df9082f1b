import type { Child } from 'hono/jsx'
import { paths } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import { Link } from '../../ui/link.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { flowWords } from '../messages/interconnections.ts'
import { systemWords } from '../messages/systems.ts'
import { daysLateToBuild, interconnectionState, markOfInterconnection } from '../rules/interconnections.ts'
import type { FactPrecision, PlanPrecision } from '../rules/moments.ts'
import { daysLate, fullName, markOf, type System, systemState } from '../rules/systems.ts'
import type { End, Joined } from '../store/interconnections.ts'

/** The state of a database or a system in a word, with its lateness. */
export function SystemMark({ system }: { readonly system: System }) {
  const { today } = useReader()
  const t = useWords(systemWords)
  if (system.withdrawnOn) return <StateMark state="unmeasured" label={t('state.withdrawn')} />
  const days = daysLate(system, today)
  const label = days === null ? t(`state.${systemState(system, today)}`) : t('late', { days })
  return <StateMark state={markOf(system, today)} label={label} />
}

/** The same, with since when it exists, or for when it is planned. */
export function FlowState({ flow }: { readonly flow: Joined }) {
  return <FlowMark flow={flow} detail={<Term flow={flow} />} />
}

/** Whether an interconnection exists or is missing, with its lateness. */
export function FlowMark({ flow, detail }: { readonly flow: Joined; readonly detail?: Child }) {
  const { today } = useReader()
  const t = useWords(flowWords)
  if (flow.withdrawnOn) return <StateMark state="unmeasured" label={t('state.withdrawn')} />
  const days = daysLateToBuild(flow, today)
  const label = days === null ? t(`state.${interconnectionState(flow, today)}`) : t('late', { days })
  return <StateMark state={markOfInterconnection(flow, today)} label={label} detail={detail} />
}

/** 'dal 1 gennaio 2015', 'da marzo 2015', 'dal 2015', as much as is known. */
export function Since({ on, precision }: { readonly on: Day | null; readonly precision: FactPrecision | null }) {
  const t = useWords(systemWords)
  const { day } = useFormats()
  if (!on || !precision) return <></>
  return <>{t(`on.${precision}`, { day: day(on), month: day(on, 'month'), year: on.slice(0, 4) })}</>
}

/** 'per il 31 dicembre 2020', 'per dicembre 2020'. */
export function Due({ on, precision }: { readonly on: Day | null; readonly precision: PlanPrecision | null }) {
  const t = useWords(systemWords)
  const { day } = useFormats()
  if (!on || !precision) return <></>
  return <>{t(`due.${precision}`, { day: day(on), month: day(on, 'month'), year: on.slice(0, 4) })}</>
}

export function SystemLink({ system }: { readonly system: End }) {
  const { lang } = useReader()
  return <Link to={paths.system(system.id)}>{fullName(lang, system)}</Link>
}

/** From where to where: what names a row. */
export function Ends({ flow }: { readonly flow: Joined }) {
  const t = useWords(flowWords)
  return (
    <>
      <SystemLink system={flow.from} /> <span aria-hidden="true">→</span>
      <span class="visually-hidden">{t('towards')}</span> <SystemLink system={flow.to} />
    </>
  )
}

export function Means({ flow }: { readonly flow: Pick<Joined, 'means'> }) {
  const t = useWords(flowWords)
  return <>{flow.means ? t(`means.${flow.means}`) : t('meansUntold')}</>
}

function Term({ flow }: { readonly flow: Joined }) {
  const t = useWords(flowWords)
  if (flow.realisedOn) return <Since on={flow.realisedOn} precision={flow.realisedPrecision} />
  return flow.plannedOn ? <Due on={flow.plannedOn} precision={flow.plannedPrecision} /> : <>{t('unplanned')}</>
}

export const hostOf = (address: string) => new URL(address).host
