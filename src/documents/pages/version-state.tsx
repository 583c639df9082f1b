import type { Lang } from '../../kernel/lang.ts'
import { formatDay } from '../../kernel/words.ts'
import { Link } from '../../ui/link.tsx'
import { useReader, useWords } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { documentWords } from '../messages/documents.ts'
import { stateOfDocument, type Version, versionState } from '../rules/versions.ts'
import type { Around, Consulted } from './around.tsx'

export const windowOf = (lang: Lang, { opensOn, closesOn }: Consulted) => ({
  from: formatDay(lang, opensOn),
  to: formatDay(lang, closesOn),
})

export const openNow = ({ consulted }: Around): Consulted | undefined => consulted.find(({ open }) => open)

/** How far a version is: while everybody is asked about it, that comes first. */
export function VersionMark({ version, around }: { readonly version: Version; readonly around: Around }) {
  const t = useWords(documentWords)
  const { lang, today } = useReader()
  const state = versionState(version, today)
  const open = around.consulted.find((one) => one.open && one.versionId === version.id)
  if (open) return <StateMark state="doing" label={t('inConsultation', windowOf(lang, open))} />
  return <StateMark state={stateOfDocument[state]} label={t(`state.${state}`)} />
}

/** What else is to be known of it: the consultations that are over, an adoption that no longer holds. */
export function VersionPast({ version, around }: { readonly version: Version; readonly around: Around }) {
  const t = useWords(documentWords)
  const { lang } = useReader()
  const own = around.consulted.filter(({ versionId, open }) => versionId === version.id && !open)
  return (
    <>
      {own.map((one) => (
        <p class="quiet small">
          <Link to={one.to}>{t('wasConsulted', windowOf(lang, one))}</Link>
        </p>
      ))}
      {version.annulledOn && <p class="quiet small">{t('adoptionAnnulled', { on: formatDay(lang, version.annulledOn) })}</p>}
    </>
  )
}
