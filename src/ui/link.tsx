import type { Child } from 'hono/jsx'
import { inLang } from '../charter/paths.ts'
import { hrefOf } from './href.ts'
import { useReader } from './reader.tsx'

export interface LinkProps {
  /** An Italian path of the site (from `paths`), an anchor, a query, or an outside address. */
  readonly to: string
  readonly class?: string
  readonly children?: Child
  readonly [attribute: string]: unknown
}

/** A link in the reader's language. An address with a scheme that is not for reading is shown as plain text. */
export function Link({ to, children, ...rest }: LinkProps) {
  const href = hrefOf(useReader().lang, to)
  if (!href) return <span>{children}</span>
  return (
    <a href={href.url} {...(href.external ? { rel: 'noopener' } : {})} {...rest}>
      {children}
    </a>
  )
}

/** A link that looks like a button. One primary button per page. */
export function ButtonLink({ kind = 'secondary', small, ...rest }: LinkProps & { readonly kind?: ButtonKind; readonly small?: boolean }) {
  return <Link class={buttonClass(kind, small)} {...rest} />
}

export type ButtonKind = 'primary' | 'secondary' | 'danger'

export function buttonClass(kind: ButtonKind, small = false): string {
  const look = { primary: 'btn-primary', secondary: 'btn-outline-primary', danger: 'btn-danger' }[kind]
  return small ? `btn ${look} btn-sm` : `btn ${look}`
}

export interface FormProps {
  readonly action: string
  readonly method?: 'post' | 'get'
  readonly class?: string
  readonly children?: Child
  readonly [attribute: string]: unknown
}

/**
 * A form of the site. What is posted carries the reader's token and is checked by the server alone, so that every
 * browser shows the same errors in the same place.
 */
export function Form({ action, method = 'post', children, ...rest }: FormProps) {
  const { lang, csrf } = useReader()
  const post = method === 'post'
  return (
    <form action={inLang(lang, action)} method={method} {...(post ? { novalidate: true } : {})} {...rest}>
      {post && <input type="hidden" name="_csrf" value={csrf} />}
      {children}
    </form>
  )
}
