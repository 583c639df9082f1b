import { paths } from '../../charter/paths.ts'
import { Link } from '../../ui/link.tsx'
import { useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { exchangeWords } from '../messages/exchange.ts'
import type { Version } from '../rules/versions.ts'
import { exportFormats } from '../writing/export.ts'

/** The formats in which a version can be taken away. */
export function Downloads({ version: { documentId, number } }: { readonly version: Pick<Version, 'documentId' | 'number'> }) {
  const t = useWords(exchangeWords)
  return (
    <Section id="porta-via" title={t('download')} quietTitle>
      <p>
        <b>{t('download')}</b>:{' '}
        {exportFormats.map((format, at) => (
          <>
            {at > 0 && ' · '}
            <Link to={paths.versionFile(documentId, number, format)}>{t(`format.${format}`)}</Link>
          </>
        ))}
      </p>
    </Section>
  )
}
