import { paths } from '../../src/charter/paths.ts'
import { splitLang } from '../../src/platform/http.ts'

const any = 'ANY'

/** Every address of the charter, with ANY where one page differs from the next. */
export const patterns: readonly string[] = Object.values(paths).map((path) =>
  typeof path === 'string' ? path : (path as (...parts: string[]) => string)(...Array<string>(path.length).fill(any)),
)

const parts = patterns.map((pattern) => ({ pattern, segments: pattern.split('/') }))

/** The charter's name for an address, or null when the charter does not know it. What is told word by word comes first. */
export function patternOf(path: string): string | null {
  const segments = path.split('/')
  const found = parts
    .filter(
      ({ segments: wanted }) => wanted.length === segments.length && wanted.every((one, index) => one === any || one === segments[index]),
    )
    .sort((a, b) => wildness(a.segments) - wildness(b.segments))
  return found[0]?.pattern ?? null
}

const wildness = (segments: readonly string[]) => segments.filter((one) => one === any).length

/** What makes two addresses show the same kind of page: their pattern, and which question they ask of it. */
export function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://site')
  const asked = [...new Set(searchParams.keys())]
  const question = asked.length > 1 ? '?…' : asked.map((name) => `?${name}`).join('')
  return (patternOf(pathname) ?? pathname) + question
}

/** The demonstration shows its mails as their readers get them: they are no pages of the site. */
const mailAlone = new RegExp(`${paths.demoMailPage('ID').replace('ID', '[^/]+')}$`)

/** The Italian form of a link's address without its anchor, or null when it leads out of the site or into its machinery. */
export function pageAddress(href: string, from: string): { address: string; lang: 'it' | 'en' } | null {
  const url = new URL(href, from)
  if (url.origin !== new URL(from).origin) return null
  if (/^\/(assets|api)\//.test(url.pathname)) return null
  if (mailAlone.test(url.pathname)) return null
  const { lang, path } = splitLang(url.pathname)
  return { address: path + url.search, lang }
}
