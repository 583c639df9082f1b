import type { Child } from 'hono/jsx'
import { Shape } from './state.tsx'

/** An empty list, in words. `good`: nothing is owed. Otherwise it tells what to try next. */
export function Empty({ good = false, children }: { readonly good?: boolean; readonly children?: Child }) {
  return (
    <div class={good ? 'empty empty--good' : 'empty'}>
      <Shape state={good ? 'done' : 'todo'} />
      <div>{children}</div>
    </div>
  )
}
