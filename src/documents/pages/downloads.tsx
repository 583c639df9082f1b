import { paths } from '../../charter/paths.ts'
import { Link } from '../../ui/link.tsx'
import { useWords } from '../../ui/reader.tsx'
import { exchangeWords } from '../messages/exchange.ts'
import type { Version } from '../rules/versions.ts'
import { exportFormats } from '../writing/export.ts'

/** The formats in which a version can be taken away. */
export function Downloads({ version: { documentId, number } }: { readonly version: Pick<Version, 'documentId' | 'number'> }) {
  const t = useWords(exchangeWords)
  return (
    <section class="downloads" aria-labelledby="porta-via">
      <h2 id="porta-via" class="h5">
        {t('download')}
      </h2>
      <ul>
        {exportFormats.map((format) => (
          <li>
            <Link to={paths.versionFile(documentId, number, format)}>{t(`format.${format}`)}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
