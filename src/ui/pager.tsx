import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useWords } from './reader.tsx'

export interface PagerProps {
  /** Where the next items stand; null at the end. */
  readonly next: string | null
  /** The first page; null on it. A cursor only goes forward: the way back is the browser's, or from the start. */
  readonly first: string | null
  readonly shown: number
  /** How many there are in all and where this page begins, when somebody counted. */
  readonly total?: number
  readonly from?: number
}

/** Below a list that goes on: how much is shown, and the ways forward and back to the start. */
export function Pager({ next, first, shown, total, from = 1 }: PagerProps) {
  const t = useWords(messages)
  const counted = total !== undefined && (first === null || from > 1)
  const words = counted ? t('shown', { total, from, to: from + shown - 1 }) : t('shownOnly', { shown })
  if (!next && !first) return <p class="pager quiet">{words}</p>
  return (
    <nav class="pager" aria-label={t('pages')}>
      <p class="quiet">{words}</p>
      <ul class="plain">
        {first && (
          <li>
            <Link class="btn btn-outline-primary btn-sm" to={first}>
              {t('first')}
            </Link>
          </li>
        )}
        {next && (
          <li>
            <Link class="btn btn-outline-primary btn-sm" to={next} rel="next">
              {t('next')}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
