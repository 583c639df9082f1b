import type { Child } from 'hono/jsx'

/** 'C-2020-0012' */
const receipt = /(C-\d{4}-\d+)/

/** Words in which the number of a receipt stays on one line; what is copied or searched is the same text. */
export function Unbroken({ children }: { readonly children: Child }) {
  if (typeof children !== 'string' || !receipt.test(children)) return <>{children}</>
  return <>{children.split(receipt).map((part, at) => (at % 2 === 1 ? <span class="nb">{part}</span> : part))}</>
}
