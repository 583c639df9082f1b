import { paths, withQuery } from '../../../charter/paths.ts'
import { phases } from '../../../charter/phases.ts'
import { phaseName } from '../../../ecosystems/index.ts'
import { Glance } from '../../../ui/glance.tsx'
import { Hero } from '../../../ui/hero.tsx'
import { ButtonLink } from '../../../ui/link.tsx'
import { Numbers } from '../../../ui/numbers.tsx'
import { useFormats, useReader, useWords } from '../../../ui/reader.tsx'
import { homeWords } from '../../messages/home.ts'
import { lateness } from '../../rules/picture.ts'
import type { Home } from './gather.ts'

/** What this is, the whole picture in one look, and the numbers that lead to their lists. */
export function Front({ home }: { readonly home: Home }) {
  const { lang } = useReader()
  const t = useWords(homeWords)
  const { rows } = home
  return (
    <>
      <Hero
        title={t('heading', { count: rows.length })}
        lead={t('lead')}
        action={
          home.openConsultations > 0 ? (
            <ButtonLink to={paths.consultations} kind="primary">
              {t('takePart')}
            </ButtonLink>
          ) : (
            <ButtonLink to="#quadro" kind="primary">
              {t('action')}
            </ButtonLink>
          )
        }
      >
        {rows.length > 0 && (
          <Glance
            title={t('glance')}
            id="glance"
            rows={phases.map((phase, index) => ({
              label: phaseName(lang, phase),
              marks: rows.flatMap(({ cells }) => cells[index]?.state ?? []),
            }))}
          />
        )}
      </Hero>
      <div class="container">
        <KeyNumbers home={home} />
      </div>
    </>
  )
}

const picture = (filtro: string) => `${withQuery(paths.home, { filtro })}#quadro`

function KeyNumbers({ home: { rows, inside, plan, openConsultations, consultations } }: { readonly home: Home }) {
  const { distance, number } = useFormats()
  const t = useWords(homeWords)
  const priority = rows.filter(({ ecosystem }) => ecosystem.priority).length
  const late = lateness(rows)
  const items = [
    {
      value: number(rows.length),
      label: t('ecosystems', { count: rows.length }),
      to: paths.ecosystems,
      text: openConsultations > 0 ? t('ofWhichPriority', { count: priority }) : t('inside', { count: inside }),
    },
    openConsultations > 0
      ? {
          value: number(openConsultations),
          label: t('openConsultations', { count: openConsultations }),
          to: paths.consultations,
          text: consultations[0] && t('firstCloses', { distance: distance(consultations[0].closesOn) }),
        }
      : { value: number(priority), label: t('priority', { count: priority }), to: picture('prioritari'), text: t('prioritySource') },
    {
      value: number(late.phases),
      label: t('latePhases', { count: late.phases }),
      to: picture('ritardo'),
      text: t('longest', { days: late.longest }),
      late: late.phases > 0,
    },
    plan
      ? {
          value: number(plan.late.length),
          label: t('results', { count: plan.late.length }),
          to: withQuery(paths.edition(plan.edition.code), { stato: plan.late.length > 0 ? 'late' : null }),
          text: t('achieved', { done: plan.counts.done, actions: plan.actions }),
          late: plan.late.length > 0,
        }
      : { value: number(0), label: t('noPlan'), to: paths.plan, text: t('noPlanText') },
  ]
  return <Numbers label={t('numbers')} items={items} />
}
