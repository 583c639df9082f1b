import { paths } from '../../charter/paths.ts'
import { formatNumber } from '../../kernel/words.ts'
import { megabyte } from '../../platform/files.ts'
import { Link } from '../../ui/link.tsx'
import { useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { materialWords } from '../messages/accompany.ts'
import { consultationWords } from '../messages/consultations.ts'
import { materialTitle } from '../rules/materials.ts'
import type { ShownMaterial } from '../shown-materials.ts'

/** Its title leads to it; beside it what it is, how large, and in which language: nobody opens ten megabytes unwarned. */
export function MaterialLine({ material }: { readonly material: ShownMaterial }) {
  const t = useWords(materialWords)
  const { lang } = useReader()
  const { file, address } = material
  const size = useSize()
  const what = file
    ? [file.name.split('.').at(-1)?.toUpperCase() ?? '', size(file.size)]
    : [t('link', { host: address ? new URL(address).hostname : '' })]
  return (
    <>
      <Link to={file ? paths.file(file.id) : (address ?? '')} hreflang={material.lang}>
        {materialTitle(lang, material)}
      </Link>{' '}
      <span class="quiet small">({[...what, t(`lang.${material.lang}`)].filter(Boolean).join(', ')})</span>
    </>
  )
}

function useSize() {
  const t = useWords(materialWords)
  const { lang } = useReader()
  return (bytes: number) => {
    if (bytes < 1000) return t('bytes', { size: bytes })
    if (bytes < megabyte) return t('kilobytes', { size: formatNumber(lang, Math.round(bytes / 1024)) })
    return t('megabytes', { size: formatNumber(lang, Math.round((bytes * 10) / megabyte) / 10) })
  }
}

export function Materials({ materials }: { readonly materials: readonly ShownMaterial[] }) {
  const t = useWords(consultationWords)
  if (materials.length === 0) return <></>
  return (
    <Section id="materiali" title={t('materials')} band="bare">
      <ul>
        {materials.map((material) => (
          <li>
            <MaterialLine material={material} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
