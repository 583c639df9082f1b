import { paths } from '../../charter/paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { Table } from '../../ui/table.tsx'
import { bodyWords } from '../messages/bodies.ts'
import { memberWords } from '../messages/members.ts'
import type { Seat } from '../people.ts'
import { memberRoles } from '../rules/members.ts'

/** Those who act by office first, then by organisation. */
export function inOrder(seats: readonly Seat[]): Seat[] {
  const rank = ({ role, substituteFor }: Seat) => memberRoles.indexOf(role) * 2 + (substituteFor ? 1 : 0)
  return [...seats].sort((a, b) => rank(a) - rank(b) || (a.organisation ?? '~').localeCompare(b.organisation ?? '~', 'it'))
}

interface CompositionProps {
  readonly seats: readonly Seat[]
  /** Among whom to look for those who are substituted. */
  readonly all: readonly Seat[]
}

export function Composition({ seats, all }: CompositionProps) {
  const t = useWords(memberWords)
  const b = useWords(bodyWords)
  if (seats.length === 0)
    return (
      <Empty>
        <p>{b('noMembers')}</p>
      </Empty>
    )
  return (
    <Table
      caption={b('composition')}
      captionHidden
      rows={inOrder(seats)}
      columns={[
        { label: t('who'), rowHeader: true, cell: (seat) => <Who seat={seat} /> },
        { label: t('organisation'), cell: (seat) => <Organisation seat={seat} /> },
        { label: t('role'), cell: (seat) => <Role seat={seat} all={all} /> },
        { label: t('term'), cell: (seat) => <Term seat={seat} /> },
      ]}
    />
  )
}

export function Who({ seat: { name, erased } }: { readonly seat: Seat }) {
  const t = useWords(memberWords)
  return name ? <>{name}</> : <span class="quiet">{t(erased ? 'erased' : 'notNamed')}</span>
}

export function Organisation({ seat: { organisation, organisationId } }: { readonly seat: Seat }) {
  const t = useWords(memberWords)
  if (!organisationId) return <>{t('noOrganisation')}</>
  return <Link to={paths.organisation(organisationId)}>{organisation ?? organisationId}</Link>
}

export function Role({ seat: { role, substituteFor }, all }: { readonly seat: Seat; readonly all: readonly Seat[] }) {
  const t = useWords(memberWords)
  const words = t(`role.${role}`)
  if (!substituteFor) return <>{words}</>
  const name = all.find(({ id }) => id === substituteFor)?.name
  return <>{name ? t('substitute', { role: words, name }) : t('substituteUnnamed', { role: words })}</>
}

export function Term({ seat: { from, to } }: { readonly seat: Seat }) {
  const t = useWords(memberWords)
  const { day } = useFormats()
  return <>{to ? t('fromTo', { from: day(from, 'short'), to: day(to, 'short') }) : t('from', { from: day(from, 'short') })}</>
}
