import { paths } from '../../charter/paths.ts'
import { nameIn } from '../../ecosystems/index.ts'
import { daysBetween } from '../../kernel/day.ts'
import { Link } from '../../ui/link.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import type { CriterionLine, Verdict } from '../criterion.ts'
import { actionMessages } from '../messages/action.ts'
import type { ActionView } from '../views.ts'

/** The evidence of every result that the platform counts, one row for each ecosystem. */
export function Proofs({ view, today }: { readonly view: ActionView; readonly today: Parameters<typeof daysBetween>[1] }) {
  const t = useWords(actionMessages)
  const counted = view.action.results.flatMap((result) => {
    const verdict = view.verdicts.get(result.id)
    return verdict ? [{ position: result.position, verdict }] : []
  })
  const only = view.action.results.length === 1
  return (
    <>
      {counted.map(({ position, verdict }) => (
        <Section id={only ? 'prove' : `prove-${position}`} title={only ? t('proofs') : t('proofsOf', { position })}>
          <Evidence verdict={verdict} today={today} title={t('proofs')} />
        </Section>
      ))}
    </>
  )
}

function Evidence({
  verdict,
  today,
  title,
}: {
  readonly verdict: Verdict
  readonly today: Parameters<typeof daysBetween>[1]
  readonly title: string
}) {
  const t = useWords(actionMessages)
  const { lang } = useReader()
  const { criterion, lines } = verdict
  const days = criterion.by && criterion.by < today ? daysBetween(criterion.by, today) : null
  return (
    <Table
      caption={title}
      captionHidden
      rows={lines}
      columns={[
        {
          label: t('ecosystem'),
          rowHeader: true,
          cell: ({ name, slug }) => (name ? <Link to={paths.ecosystem(slug)}>{nameIn(lang, name)}</Link> : slug),
        },
        {
          label: t('state'),
          selfEvident: true,
          cell: ({ state }) =>
            state === 'done' ? (
              <StateMark state="done" label={t(reached[criterion.kind])} />
            ) : (
              <StateMark
                state={state}
                days={state === 'late' ? days : null}
                compact
                feminine={criterion.kind !== 'working-groups-constituted' && criterion.kind !== 'strategies-consulted'}
              />
            ),
        },
        { label: t('proof'), cell: (line) => <Proof line={line} verdict={verdict} /> },
      ]}
    />
  )
}

const reached = {
  'phase-started': 'reachedStarted',
  'phase-concluded': 'reached',
  'working-groups-constituted': 'reachedConstituted',
  'strategies-consulted': 'reachedConsulted',
} as const

function Proof({ line, verdict: { criterion } }: { readonly line: CriterionLine; readonly verdict: Verdict }) {
  const t = useWords(actionMessages)
  const { day } = useFormats()
  if (!line.name) return <>{t('unknownEcosystem')}</>
  if (line.group)
    return (
      <Link to={paths.body(line.group.bodyId)}>{t('constituted', { act: line.group.actNumber, day: day(line.group.constitutedOn) })}</Link>
    )
  if (criterion.kind === 'working-groups-constituted') return <Link to={paths.bodies(line.slug)}>{t('notConstituted')}</Link>
  if (line.strategy)
    return <Link to={paths.consultation(line.strategy.consultationId)}>{t('consulted', { day: day(line.strategy.opensOn) })}</Link>
  if (criterion.kind === 'strategies-consulted') return <Link to={paths.ecosystemConsultations(line.slug)}>{t('notConsulted')}</Link>
  const phase = t(`phase.${criterion.phase}`)
  const words = line.on
    ? t(line.derogated ? 'derogatedOn' : criterion.kind === 'phase-started' ? 'startedOn' : 'concludedOn', { phase, day: day(line.on) })
    : line.startedOn
      ? t('startedOn', { phase, day: day(line.startedOn) })
      : t('notStarted', { phase })
  return <Link to={paths.gate(line.slug, criterion.phase)}>{words}</Link>
}
