import { paths } from '../charter/paths.ts'
import { actionOf, type Phase, phases } from '../charter/phases.ts'
import { type EcosystemView, nameIn, phaseName, phaseState } from '../ecosystems/index.ts'
import type { Lang } from '../kernel/lang.ts'
import { formatDay, say } from '../kernel/words.ts'
import { Checklist } from '../ui/checklist.tsx'
import { ErrorSummary } from '../ui/form.tsx'
import { ButtonLink, Link } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { wordsFor } from '../ui/reader.tsx'
import { StateMark } from '../ui/state.tsx'
import { ConcludeBox } from './conclude-box.tsx'
import type { GateView } from './gate.ts'
import { linesOf } from './lines.tsx'
import { messages } from './messages.ts'
import { AnotherDay, FourPhases } from './other-views.tsx'
import { conditionsOf, type Evidence, unmet } from './rules.ts'
import { conditionWords } from './words.ts'

const doneWords = { avviata: 'started', date: 'dated', conclusa: 'concluded', deroga: 'derogated' } as const

/** The edition of the plan that sets the four phases. */
const edition = '2019-2021'

export function GatePage(view: GateView) {
  const { reader, day, ecosystem, phase, evidence, may, past, errors } = view
  const { lang } = reader
  const t = wordsFor(reader, messages)
  const run = ecosystem.phases[phase]
  const title = t(run.concludedOn ? 'titleDone' : 'title', { phase: phaseName(lang, phase) })
  const trail = [
    { label: t('ecosystems'), to: paths.ecosystems },
    { label: nameIn(lang, ecosystem), to: paths.ecosystem(ecosystem.slug) },
    { label: t('trail', { phase: phaseName(lang, phase) }) },
  ]
  const rejected = Object.keys(errors).length > 0
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={paths.gate(ecosystem.slug, phase)} rejected={rejected}>
      <div class="container">
        <ErrorSummary errors={errors} labels={{ al: t('day') }} />
        <DoneNotice {...view} />
        {past && (
          <Notice title={t('asOf', { day: formatDay(lang, day) })}>
            <p>
              <Link to={paths.gate(ecosystem.slug, phase)}>{t('backToday')}</Link>
            </p>
          </Notice>
        )}
        <Head {...view} title={title} />
        {run.derogationReason && (
          <Notice title={t('derogationReason')}>
            <p>{run.derogationReason}</p>
          </Notice>
        )}
        <h2 class="visually-hidden">{t('conditions')}</h2>
        <Checklist items={linesOf(lang, ecosystem, phase, evidence)} />
        {!run.concludedOn && !past && <ConcludeBox {...view} />}
        {may.setTerm && !past && !run.concludedOn && (
          <p class="actions">
            <ButtonLink to={paths.phaseTerm(ecosystem.slug, phase)}>{t('setTerm')}</ButtonLink>
          </p>
        )}
        <FourPhases {...view} />
        <AnotherDay {...view} />
      </div>
    </Page>
  )
}

function Head({ reader, day, ecosystem, phase, evidence, title }: GateView & { readonly title: string }) {
  const { lang } = reader
  const t = wordsFor(reader, messages)
  const run = ecosystem.phases[phase]
  const { state, daysLate } = phaseState(run, day)
  return (
    <PageHead
      title={title}
      kicker={[
        t('kicker', { name: nameIn(lang, ecosystem), number: phases.indexOf(phase) + 1 }),
        <>
          {t('action')} <Link to={paths.action(edition, actionOf[phase])}>{t('actionLink', { number: actionOf[phase] })}</Link>
        </>,
        dueWords(lang, run),
      ]}
      verdict={<StateMark state={state} days={daysLate} feminine />}
      lead={leadOf(lang, ecosystem, phase, evidence)}
    />
  )
}

function dueWords(lang: Lang, { due, expected, startedOn }: EcosystemView['phases'][Phase]): string | null {
  const style = (precision: 'month' | 'day') => (precision === 'month' ? 'month' : 'long')
  if (due) return say(lang, messages, due.qualifier === 'in' ? 'dueIn' : 'due', { due: formatDay(lang, due.on, style(due.precision)) })
  if (expected && !startedOn) return say(lang, messages, 'expected', { start: formatDay(lang, expected.on, style(expected.precision)) })
  return null
}

/** Where things stand in two sentences: how much is proved, and the next step with whose it is. */
function leadOf(lang: Lang, { phases: runs, leads }: EcosystemView, phase: Phase, evidence: Evidence): string {
  const { startedOn, concludedOn, derogationReason } = runs[phase]
  if (concludedOn) return say(lang, messages, derogationReason ? 'derogatedLead' : 'concludedLead', { day: formatDay(lang, concludedOn) })
  if (!startedOn) return say(lang, messages, 'notStartedLead')
  const total = conditionsOf(phase).length
  const missing = unmet(phase, evidence)
  if (missing.length === 0) return say(lang, messages, 'allMet', { total })
  const met = say(lang, messages, 'met', { met: total - missing.length, total })
  const first = missing.find((id) => !evidence[id]?.running)
  if (!first) return met
  const { step, turn } = conditionWords(lang, first, leads.length)
  return `${met} ${say(lang, messages, 'nextStep', { whose: turn.nextStep, step })}`
}

function DoneNotice({ reader, ecosystem, phase, done }: GateView) {
  const t = wordsFor(reader, messages)
  if (!done || !Object.hasOwn(doneWords, done)) return <></>
  const what = doneWords[done as keyof typeof doneWords]
  const next = phases[phases.indexOf(phase) + 1]
  return (
    <Notice kind="done" live title={t(what)}>
      <p>
        {t('recorded')} {what === 'started' && t('startedNext')}
      </p>
      <p>
        {(what === 'concluded' || what === 'derogated') && next ? (
          <Link to={paths.gate(ecosystem.slug, next)}>{t('nextPhase', { phase: phaseName(reader.lang, next) })}</Link>
        ) : (
          <Link to={paths.ecosystem(ecosystem.slug)}>{t('backToEcosystem', { name: nameIn(reader.lang, ecosystem) })}</Link>
        )}
      </p>
    </Notice>
  )
}
