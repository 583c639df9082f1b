import { paths } from '../../../charter/paths.ts'
import { actionOf, phases } from '../../../charter/phases.ts'
import { type EcosystemView, nameIn } from '../../../ecosystems/index.ts'
import type { BodySummary } from '../../../groups/index.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Link } from '../../../ui/link.tsx'
import { useFormats, useReader, useWords } from '../../../ui/reader.tsx'
import { ecosystemWords } from '../../messages/ecosystem.ts'
import type { Whole } from './gather.ts'

/** Who answers for the ecosystem, and where it belongs. */
export function WhoAnswers({ whole }: { readonly whole: Whole }) {
  const t = useWords(ecosystemWords)
  const { ecosystem, parent, inside, actors, bodies, edition } = whole
  const group = bodies.findLast(({ kind, state }) => kind === 'working-group' && state !== 'dissolved')
  return (
    <aside aria-label={t('whoAnswers')}>
      <Facts
        items={[
          { term: t('whoLeads'), details: ecosystem.leads.length > 0 ? <Organisations some={ecosystem.leads} /> : t('toAppoint') },
          { term: t('whoCoordinates'), details: group ? <Coordinator group={group} /> : t('noGroup') },
          { term: t('whoTakesPart'), details: actors.length > 0 && <Organisations some={actors} /> },
          { term: t('partOf'), details: parent && <Ecosystems some={[parent]} /> },
          { term: t('contains'), details: inside.length > 0 && <Ecosystems some={inside} /> },
          { term: t('prioritySource'), details: ecosystem.prioritySource },
          { term: t('planActions'), details: edition && <PlanActions edition={edition} /> },
        ]}
      />
    </aside>
  )
}

function Coordinator({ group: { id, name, constitutedOn } }: { readonly group: BodySummary }) {
  const { day } = useFormats()
  const t = useWords(ecosystemWords)
  return (
    <>
      <Link to={paths.body(id)}>{name}</Link>, {t('constituted', { day: day(constitutedOn) })}
    </>
  )
}

interface Named {
  readonly organisationId: string | null
  readonly name: string
}

function Organisations({ some }: { readonly some: readonly Named[] }) {
  return (
    <>
      {some.map(({ organisationId, name }, index) => (
        <>
          {index > 0 && ', '}
          {organisationId ? <Link to={paths.organisation(organisationId)}>{name}</Link> : name}
        </>
      ))}
    </>
  )
}

function Ecosystems({ some }: { readonly some: readonly EcosystemView[] }) {
  const { lang } = useReader()
  return (
    <>
      {some.map((one, index) => (
        <>
          {index > 0 && ', '}
          <Link to={paths.ecosystem(one.slug)}>{nameIn(lang, one)}</Link>
        </>
      ))}
    </>
  )
}

function PlanActions({ edition }: { readonly edition: string }) {
  const t = useWords(ecosystemWords)
  return (
    <>
      {phases.map((phase, index) => (
        <>
          {index > 0 && ', '}
          <Link to={paths.action(edition, actionOf[phase])} aria-label={t('action', { number: actionOf[phase] })}>
            {actionOf[phase]}
          </Link>
        </>
      ))}
    </>
  )
}
