import { inLang, paths } from '../charter/paths.ts'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useReader, useWords } from './reader.tsx'

/** The parts of the site that the main navigation names. */
export type Section = 'ecosystems' | 'plan' | 'consultations' | 'acts' | 'organisations' | 'desk'

const entries: readonly Section[] = ['ecosystems', 'plan', 'consultations', 'acts', 'organisations', 'desk']

export function Header({ section, address }: { readonly section: Section | undefined; readonly address: string }) {
  return (
    <header>
      <Slim address={address} />
      <Masthead section={section} />
    </header>
  )
}

function Slim({ address }: { readonly address: string }) {
  const { lang, name } = useReader()
  const t = useWords(messages)
  const other = lang === 'it' ? 'en' : 'it'
  return (
    <div class="slim">
      <div class="container">
        <Link class="owner" to={paths.home}>
          <span class="long">{t('owner')} ·&nbsp;</span>
          {t('ownerOffice')}
        </Link>
        <ul class="plain">
          <li>
            <a href={inLang(other, address)} hreflang={other} lang={other}>
              {t('otherLanguage')}
            </a>
          </li>
          <li>
            {name === null ? (
              <Link class="enter" to={paths.signIn}>
                {t('enter')}
                <span class="long">&nbsp;{t('enterWith').trim()}</span>
              </Link>
            ) : (
              <Link class="enter" to={paths.account}>
                <span class="visually-hidden">{t('yourAccount')}</span>
                <span class="person">{name}</span>
              </Link>
            )}
          </li>
        </ul>
      </div>
    </div>
  )
}

function Masthead({ section }: { readonly section: Section | undefined }) {
  const { lang, path } = useReader()
  const t = useWords(messages)
  return (
    <div class="masthead">
      <div class="container">
        <Link class="brand" to={paths.home}>
          <Mark />
          <span>
            <b>{t('site')}</b>
            <small>{t('tagline')}</small>
          </span>
        </Link>
        <details class="menu">
          <summary>{t('menu')}</summary>
          <nav aria-label={t('mainNavSmall')}>
            <Entries section={section} />
          </nav>
        </details>
        <form class="search" role="search" aria-label={t('searchLabel')} action={inLang(lang, paths.search)} method="get">
          <label class="visually-hidden" for="site-search">
            {t('searchLabel')}
          </label>
          <input id="site-search" name="q" type="search" placeholder={t('searchHint')} value={wordsSought(path)} />
          <button type="submit">{t('search')}</button>
        </form>
        <nav class="nav" aria-label={t('mainNav')}>
          <Entries section={section} />
        </nav>
      </div>
    </div>
  )
}

function Entries({ section }: { readonly section: Section | undefined }) {
  const t = useWords(messages)
  return (
    <ul class="plain">
      {entries.map((entry) => (
        <li>
          <Link to={paths[entry]} {...(entry === section ? { 'aria-current': 'true' } : {})}>
            {t(`nav.${entry}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Two circles that share a part: what belongs to each, and what they do together. */
function Mark() {
  return (
    <svg viewBox="0 0 48 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="14.5" fill="#06c" />
      <circle cx="32" cy="16" r="14.5" fill="#17324d" />
      <path d="M24 3.9a14.5 14.5 0 0 1 0 24.2 14.5 14.5 0 0 1 0-24.2z" fill="#fff" />
    </svg>
  )
}

/** On the page of results the words stay in the box. */
function wordsSought(path: string): string | undefined {
  const [address, query] = path.split('?')
  return address === paths.search ? (new URLSearchParams(query).get('q') ?? undefined) : undefined
}
