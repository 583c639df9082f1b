import { paths } from '../../../charter/paths.ts'
import { phases } from '../../../charter/phases.ts'
import { type Act, can } from '../../../charter/policy.ts'
import { nameIn, phaseName, phaseState, placeOf } from '../../../ecosystems/index.ts'
import type { Ctx } from '../../../platform/http.ts'
import { ButtonLink } from '../../../ui/link.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useFormats, useReader, useWords } from '../../../ui/reader.tsx'
import { ecosystemWords } from '../../messages/ecosystem.ts'
import type { Whole } from './gather.ts'

export function Head({ c, whole: { ecosystem, consultations } }: { readonly c: Ctx; readonly whole: Whole }) {
  const { lang } = useReader()
  const { day } = useFormats()
  const t = useWords(ecosystemWords)
  const { number, begunOn } = ecosystem.cycle
  return (
    <PageHead
      title={nameIn(lang, ecosystem)}
      kicker={[t(ecosystem.priority ? 'priority' : 'ecosystem'), t('cycle', { number, month: day(begunOn, 'month') })]}
      lead={<InBrief ecosystem={ecosystem} consultations={consultations} />}
    >
      <Administration c={c} ecosystem={ecosystem} />
    </PageHead>
  )
}

/** Who leads, what is going on, and what one may speak about: three sentences at most. */
function InBrief({ ecosystem, consultations }: Pick<Whole, 'ecosystem' | 'consultations'>) {
  const { lang, today } = useReader()
  const { day, list } = useFormats()
  const t = useWords(ecosystemWords)
  const inState = (wanted: string) => phases.filter((phase) => phaseState(ecosystem.phases[phase], today).state === wanted)
  const tell = (key: 'late' | 'running', some: ReturnType<typeof inState>) =>
    some.length > 0 ? t(key, { count: some.length, names: list(some.map((phase) => phaseName(lang, phase))) }) : null
  const leads = ecosystem.leads.map(({ name }) => name)
  const going = [tell('late', inState('late')), tell('running', inState('doing'))].filter((sentence) => sentence !== null)
  const still = inState('done').length === phases.length ? t('over') : t('idle')
  const led = leads.length > 0 ? t('ledBy', { count: leads.length, leads: list(leads) }) : t('notLed')
  const open = consultations.findLast(({ state }) => state === 'open')
  const speak = open ? [t('openUntil', { day: day(open.closesOn) })] : []
  return <>{[led, ...(going.length > 0 ? going : [still]), ...speak].join(' ')}</>
}

/** For whoever may: the pages on which the ecosystem is looked after. */
function Administration({ c, ecosystem }: { readonly c: Ctx } & Pick<Whole, 'ecosystem'>) {
  const t = useWords(ecosystemWords)
  const { slug } = ecosystem
  const ways: [Act, 'edit' | 'leads' | 'actors' | 'cycles', string][] = [
    ['ecosystems.describe', 'edit', paths.ecosystemEdit(slug)],
    ['ecosystems.appoint-lead', 'leads', paths.ecosystemLeads(slug)],
    ['ecosystems.involve', 'actors', paths.ecosystemActors(slug)],
    ['ecosystems.begin-cycle', 'cycles', paths.cycles(slug)],
  ]
  const open = ways.filter(([act]) => can(c.var.actor, act, placeOf(ecosystem)))
  if (open.length === 0) return <></>
  return (
    <p class="actions">
      {open.map(([, label, to]) => (
        <>
          <ButtonLink to={to} small>
            {t(label)}
          </ButtonLink>{' '}
        </>
      ))}
    </p>
  )
}
