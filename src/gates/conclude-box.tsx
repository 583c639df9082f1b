import { paths } from '../charter/paths.ts'
import { phaseName } from '../ecosystems/index.ts'
import { Conclude } from '../ui/conclude.tsx'
import { ButtonLink, Link } from '../ui/link.tsx'
import { useWords } from '../ui/reader.tsx'
import type { GateView } from './gate.ts'
import { messages } from './messages.ts'
import { conditionsOf, unmet } from './rules.ts'

/** The one button of the page: to start the phase or to conclude it; where it cannot be pressed, why. */
export function ConcludeBox({ reader, ecosystem, phase, evidence, may }: GateView) {
  const t = useWords(messages)
  const { slug } = ecosystem
  const words = { phase: phaseName(reader.lang, phase) }
  const started = ecosystem.phases[phase].startedOn !== null
  if (!started && may.start)
    return (
      <div class="conclude">
        <p>
          <ButtonLink to={paths.phaseStart(slug, phase)} kind="primary">
            {t('start', words)}
          </ButtonLink>
        </p>
        <p>{t('startWhy')}</p>
      </div>
    )
  const count = unmet(phase, evidence).length
  const enabled = started && count === 0 && may.conclude
  return (
    <Conclude action={paths.phaseConclusion(slug, phase)} label={t('conclude', words)} enabled={enabled}>
      {!started && t('whyNotStarted')}
      {started && count > 0 && `${t('why', { count, total: conditionsOf(phase).length })} ${t('onlyAgid')}`}
      {started && count === 0 && t(may.conclude ? 'ready' : 'whyNotYou')}
      {started && count > 0 && may.derogate && (
        <>
          {' '}
          <Link to={paths.derogation(slug, phase)}>{t('derogationLink')}</Link>
        </>
      )}
    </Conclude>
  )
}
