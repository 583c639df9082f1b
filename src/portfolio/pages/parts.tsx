import { paths } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import { Link } from '../../ui/link.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { projectWords } from '../messages/projects.ts'
import { daysLate, markOf, type Project, projectState } from '../rules/projects.ts'

/** The state of a project in a word, with its lateness. */
export function ProjectMark({ project }: { readonly project: Project }) {
  const { today } = useReader()
  const t = useWords(projectWords)
  if (project.withdrawnOn) return <StateMark state="unmeasured" label={t('state.withdrawn')} />
  const state = projectState(project, today)
  const days = daysLate(project, today)
  const late = days !== null && t(state === 'running' ? 'lateEnd' : 'lateStart', { days })
  return <StateMark state={markOf(project, today)} label={late || t(`state.${state}`)} />
}

interface TermProps {
  readonly from: Day | null
  readonly to: Day | null
  readonly kind: 'expected' | 'actual'
}

/** 'dal 1 gennaio 2020 al 31 dicembre 2020'; nothing where no day is known. */
export function Term({ from, to, kind }: TermProps) {
  const t = useWords(projectWords)
  const { day } = useFormats()
  if (from && to) return <>{t(`${kind}FromTo`, { from: day(from), to: day(to) })}</>
  if (from) return <>{t(`${kind}From`, { from: day(from) })}</>
  if (to) return <>{t(`${kind}To`, { to: day(to) })}</>
  return <></>
}

interface OwnersProps {
  readonly ids: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

export function Owners({ ids, names }: OwnersProps) {
  return (
    <ul class="plain">
      {ids.map((id) => (
        <li>
          <Link to={paths.organisation(id)}>{names.get(id)}</Link>
        </li>
      ))}
    </ul>
  )
}
