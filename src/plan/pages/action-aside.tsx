import { paths, withQuery } from '../../charter/paths.ts'
import { type Day, endOfMonth } from '../../kernel/day.ts'
import { Facts } from '../../ui/facts.tsx'
import { SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { actionMessages } from '../messages/action.ts'
import { planMessages } from '../messages/plan.ts'
import type { ActionView } from '../views.ts'

/** Where to read more, where to discuss, the address that lasts, and the same page on other days. */
export function Aside({ view }: { readonly view: ActionView }) {
  const t = useWords(actionMessages)
  const { edition, action } = view
  const { chapter, anchor } = view.text.content
  const address = paths.action(edition.code, action.number)
  return (
    <aside aria-label={t('links')}>
      <Facts
        items={[
          {
            term: t('readMore'),
            details: (
              <>
                {chapter && action.chapter && (
                  <Link to={`${paths.chapter(edition.code, chapter)}${anchor ? `#${anchor}` : ''}`}>
                    <ChapterName chapter={action.chapter} />
                  </Link>
                )}
                {edition.readMoreUrl && (
                  <>
                    {action.chapter && <br />}
                    <Link to={edition.readMoreUrl}>{t('wholePlan')}</Link>
                  </>
                )}
              </>
            ),
          },
          { term: t('discuss'), details: edition.discussUrl && <Link to={edition.discussUrl}>{t('forum')}</Link> },
          { term: t('permanent'), details: <span class="code">{address}</span> },
          { term: t('onDay'), details: <OnDay view={view} /> },
        ]}
      />
    </aside>
  )
}

/** Days worth looking at, and a field for any other. */
function OnDay({ view }: { readonly view: ActionView }) {
  const t = useWords(actionMessages)
  const { today } = useReader()
  const { day } = useFormats()
  const address = paths.action(view.edition.code, view.action.number)
  return (
    <>
      <ul class="plain">
        {daysWorth(view, today).map((one) => (
          <li>
            <Link to={withQuery(address, { al: one })}>{day(one)}</Link>
          </li>
        ))}
      </ul>
      <Form action={address} method="get" class="filter-form">
        <div class="field">
          <label for="al">{t('otherDay')}</label>
          <input id="al" class="control control--short" type="date" name="al" />
        </div>
        <SubmitButton kind="secondary" small>
          {t('show')}
        </SubmitButton>
      </Form>
    </>
  )
}

/** The days its results were due, those on which its text changed, and the end of the last quarter. */
function daysWorth({ action, versions }: ActionView, today: Day): Day[] {
  const [first] = versions.map(({ validFrom }) => validFrom).sort()
  const month = Number(today.slice(5, 7))
  const quarter = endOfMonth(Number(today.slice(0, 4)), Math.floor((month - 1) / 3) * 3)
  const days = [...action.results.flatMap(({ deadline }) => deadline ?? []), ...versions.map(({ validFrom }) => validFrom), quarter]
  return [...new Set(days)]
    .filter((one) => one < today && (!first || one >= first))
    .sort()
    .slice(-3)
}

function ChapterName({ chapter: { number, name } }: { readonly chapter: NonNullable<ActionView['action']['chapter']> }) {
  const p = useWords(planMessages)
  return number === null ? <span lang="it">{name}</span> : <>{p('chapterOf', { number, title: name })}</>
}
