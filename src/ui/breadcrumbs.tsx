import { paths } from '../charter/paths.ts'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useWords } from './reader.tsx'
import { Unbroken } from './unbroken.tsx'

/** A step of the way to a page; the page itself, last, has no `to`. */
export interface Step {
  readonly label: string
  readonly to?: string
}

export function Breadcrumbs({ trail }: { readonly trail: readonly Step[] }) {
  const t = useWords(messages)
  const steps: Step[] = [{ label: t('home'), to: paths.home }, ...trail]
  return (
    <nav class="container breadcrumb-container" aria-label={t('trail')}>
      <ol class="breadcrumb">
        {steps.map(({ label, to }, index) =>
          to && index < steps.length - 1 ? (
            <li class="breadcrumb-item">
              <Link to={to}>
                <Unbroken>{label}</Unbroken>
              </Link>
              <span class="separator" aria-hidden="true">
                /
              </span>
            </li>
          ) : (
            <li class="breadcrumb-item active" aria-current="page">
              <Unbroken>{label}</Unbroken>
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
