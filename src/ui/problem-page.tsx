import type { Child } from 'hono/jsx'
import { paths } from '../charter/paths.ts'
import type { Reader } from '../platform/reader.ts'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { Page } from './page.tsx'
import { PageHead } from './page-head.tsx'
import { wordsFor } from './reader.tsx'

export interface ProblemPageProps {
  readonly reader: Reader
  readonly status: number
  readonly title: string
  readonly whatHappened: Child
  readonly whatToDo?: Child
  readonly links?: readonly { readonly label: string; readonly to: string }[]
  readonly requestId?: string
}

/** A refusal or a failure, as a page that helps: what happened, what to do, where to go. */
export function ProblemPage({ reader, status, title, whatHappened, whatToDo, links = [], requestId }: ProblemPageProps) {
  const t = wordsFor(reader, messages)
  const ways = [...links, { label: t('searchSite'), to: paths.search }, { label: t('backHome'), to: paths.home }]
  return (
    <Page reader={reader} title={title} trail={[{ label: title }]}>
      <div class="container problem">
        <PageHead title={title} kicker={[<span class="code">{String(status)}</span>]} lead={whatHappened} />
        <h2>{t('whatToDo')}</h2>
        {whatToDo && <div class="prose">{whatToDo}</div>}
        <ul class="plain more">
          {ways.map(({ label, to }) => (
            <li>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ul>
        {requestId && (
          <p class="quiet small">
            {t('requestId')} <code>{requestId}</code>
          </p>
        )}
      </div>
    </Page>
  )
}
