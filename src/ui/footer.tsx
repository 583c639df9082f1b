import { paths, withQuery } from '../charter/paths.ts'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useFormats, useReader, useWords } from './reader.tsx'

export function Footer() {
  const { demo, today, path } = useReader()
  const t = useWords(messages)
  const day = useFormats().day(today)
  return (
    <footer class="footer">
      <div class="container">
        <div>
          <b>{t('site')}</b>
          <p>{t('about')}</p>
        </div>
        <ul class="plain">
          <li>
            <Link to={paths.openData}>{t('footerData')}</Link>
          </li>
          <li>
            <Link to={paths.howToReadStates}>{t('footerStates')}</Link>
          </li>
          <li>
            <Link to={paths.contact}>{t('footerContact')}</Link>
          </li>
        </ul>
        <ul class="plain">
          <li>
            <Link to={paths.accessibility}>{t('footerAccessibility')}</Link>
          </li>
          <li>
            <Link to={withQuery(paths.report, { pagina: path.startsWith(paths.report) ? null : path })} rel="nofollow">
              {t('footerReport')}
            </Link>
          </li>
          <li>
            <Link to={paths.privacy}>{t('footerPrivacy')}</Link>
          </li>
        </ul>
        <p class="legal">{t(demo ? 'legalDemo' : 'legal', { day })}</p>
      </div>
    </footer>
  )
}
