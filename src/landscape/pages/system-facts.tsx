import type { Child } from 'hono/jsx'
import { paths } from '../../charter/paths.ts'
import { Facts } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { useReader, useWords } from '../../ui/reader.tsx'
import { Time } from '../../ui/time.tsx'
import { systemWords } from '../messages/systems.ts'
import { dataIn } from '../rules/interconnections.ts'
import type { Around, Place } from './around.ts'
import { Due, hostOf, Since } from './parts.tsx'

interface FactsProps extends Around {
  readonly holder: string
}

/** Whose it is, what it holds, who reads it, where it is. */
export function SystemFacts({ system, ecosystem, others, holder }: FactsProps) {
  const t = useWords(systemWords)
  const { lang } = useReader()
  const { personalData, accessUrl, pageUrl, apiUrl, datasetUrl } = system
  const data = dataIn(lang, system)
  const known = personalData ? 'personal.yes' : 'personal.no'
  return (
    <aside aria-label={t('holder')}>
      <Facts
        items={[
          { term: t('holder'), details: <Link to={paths.organisation(system.holderId)}>{holder}</Link> },
          { term: t('nationalFilter'), details: system.nationalInterest && t('nationalLaw') },
          { term: t('since'), details: system.inServiceOn && <Since on={system.inServiceOn} precision={system.inServicePrecision} /> },
          {
            term: t('expected'),
            details: !system.inServiceOn && system.expectedOn && <Due on={system.expectedOn} precision={system.expectedPrecision} />,
          },
          { term: t('until'), details: system.retiredOn && <Time day={system.retiredOn} /> },
          { term: t('data'), details: data && <span lang={lang === 'en' && !system.dataEn ? 'it' : lang}>{data}</span> },
          { term: t('personalData'), details: t(personalData === null ? 'personal.untold' : known) },
          { term: t('access'), details: <Access access={t(`access.${system.access}`)} rule={accessUrl} /> },
          { term: t('page'), details: pageUrl && <Outside to={pageUrl} /> },
          { term: t('api'), details: apiUrl && <Outside to={apiUrl} /> },
          { term: t('dataset'), details: datasetUrl && <Outside to={datasetUrl} /> },
          { term: t('owner'), details: <Places places={[ecosystem]} /> },
          { term: t('also'), details: others.length > 0 && <Places places={others} /> },
          { term: t('addedOn'), details: <Time day={system.addedOn} /> },
          {
            term: t('history'),
            details: <Link to={paths.systemHistory(system.id)}>{t('historyText', { count: system.revision })}</Link>,
          },
        ]}
      />
    </aside>
  )
}

function Access({ access, rule }: { readonly access: Child; readonly rule: string | null }) {
  const t = useWords(systemWords)
  if (!rule) return <>{access}</>
  return (
    <>
      {access}
      <br />
      <Link to={rule}>{t('accessRule', { host: hostOf(rule) })}</Link>
    </>
  )
}

function Outside({ to }: { readonly to: string }) {
  const t = useWords(systemWords)
  return <Link to={to}>{t('linkTo', { host: hostOf(to) })}</Link>
}

function Places({ places }: { readonly places: readonly Place[] }) {
  return (
    <ul class="plain">
      {places.map(({ slug, name }) => (
        <li>
          <Link to={paths.systems(slug)}>{name}</Link>
        </li>
      ))}
    </ul>
  )
}
