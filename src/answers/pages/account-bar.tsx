import type { Child } from 'hono/jsx'
import { Meter } from '../../ui/meter.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { queueWords } from '../messages/queue.ts'
import { type Account, toAnswer } from '../rules/account.ts'

/** The sum that must come even: answered, withdrawn, moderated and still to answer make those received. */
export function AccountBar({ account, children }: { readonly account: Account; readonly children?: Child }) {
  const t = useWords(queueWords)
  const { number } = useFormats()
  const { received, answered, withdrawn, moderated } = account
  const waiting = toAnswer(account)
  return (
    <div class="account">
      <p>
        {t('account', {
          answered: number(answered),
          withdrawn,
          moderated,
          waiting: number(waiting),
          received: number(received),
        })}
      </p>
      <Meter value={received - waiting} max={received} />
      {children && <div class="actions">{children}</div>}
    </div>
  )
}
