/**
 * Where to go after entering: an address of this site, or the home page. Anything that a browser could read as another
 * site ('//evil', '/\evil', '/.//evil', a scheme, control characters) is dropped, and so are the pages of entering and leaving.
 */
export function localPath(text: string | undefined | null): string {
  if (!text || text.length > 2000 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(text)) return '/'
  const base = 'http://local.invalid'
  const address = URL.canParse(text, base) ? new URL(text, base) : null
  if (!address || address.origin !== base || /^(\/en)?\/(entra|esci)(\/|$)/.test(address.pathname)) return '/'
  // '/.//elsewhere.example' is of this site only until its dots are worked out.
  if (address.pathname.startsWith('//')) return '/'
  return address.pathname + address.search
}
