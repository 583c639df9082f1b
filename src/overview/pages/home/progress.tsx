import { paths, withQuery } from '../../../charter/paths.ts'
import { states } from '../../../charter/states.ts'
import type { PlanProgress } from '../../../plan/index.ts'
import { DatedList } from '../../../ui/dated-list.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { messages as frame } from '../../../ui/messages.ts'
import { Meter } from '../../../ui/meter.tsx'
import { useFormats, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { Shape } from '../../../ui/state.tsx'
import { homeWords } from '../../messages/home.ts'

/** How far the plan in force has come, each state leading to its actions. */
export function Progress({ plan }: { readonly plan: PlanProgress | null }) {
  const t = useWords(homeWords)
  return (
    <Section id="progress" title={t('progress')} band="plain">
      {plan ? (
        <SoFar plan={plan} />
      ) : (
        <Empty>
          <p>{t('noPlanYet')}</p>
        </Empty>
      )}
    </Section>
  )
}

function SoFar({ plan: { edition, actions, counts, late } }: { readonly plan: PlanProgress }) {
  const { number } = useFormats()
  const t = useWords(homeWords)
  const word = useWords(frame)
  return (
    <div class="halves">
      <div>
        <p>{t('progressText', { done: counts.done, actions })}</p>
        <Meter value={counts.done} max={actions} />
        <ul class="plain">
          {states
            .filter((state) => counts[state] > 0)
            .map((state) => (
              <li>
                <span class={`state state--${state}`}>
                  <Shape state={state} />
                  <Link to={withQuery(paths.edition(edition.code), { stato: state })}>
                    {number(counts[state])} {word(`count.${state}`, { count: counts[state] })}
                  </Link>
                </span>
              </li>
            ))}
        </ul>
        <p class="more">
          <Link to={paths.edition(edition.code)}>{t('wholePlan')}</Link>
        </p>
      </div>
      <div>
        <p>{t('progressLate', { count: late.length })}</p>
        {late.length > 0 && (
          <DatedList
            items={late.slice(0, 2).map((result) => ({
              day: result.deadline,
              title: result.title,
              to: paths.action(result.edition, result.number),
              text: t('lateBy', { days: result.days ?? 0 }),
            }))}
          />
        )}
      </div>
    </div>
  )
}
