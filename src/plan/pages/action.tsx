import { paths, withQuery } from '../../charter/paths.ts'
import { can, platform } from '../../charter/policy.ts'
import type { Day } from '../../kernel/day.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Fields } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { actionMessages } from '../messages/action.ts'
import { planMessages } from '../messages/plan.ts'
import { type ActionView, getAction } from '../views.ts'
import { Aside } from './action-aside.tsx'
import { dayAsked } from './address.ts'
import { Blocks } from './blocks.tsx'
import { History, LineageSection } from './history.tsx'
import { Proofs } from './proofs.tsx'
import { Result } from './result.tsx'
import { OtherDay, whenWords, yearsOf } from './words.tsx'

export const actionPages = router()

actionPages.get('/piano/:edition{\\d{4}-\\d{4}}/azioni/:number{\\d{1,4}}', async (c) => {
  const { db, today, reader } = c.var
  const on = dayAsked(c)
  const view = await getAction(db, c.req.param('edition'), Number(c.req.param('number')), today, on ?? today)
  return c.html(<ActionPage reader={reader} view={view} on={on} may={mayDo(c, on)} done={c.req.query('fatto') ?? ''} />)
})

interface May {
  readonly declare: boolean
  readonly withdraw: boolean
  readonly link: boolean
}

/** What may be done from here; never on another day's page, which only tells. */
function mayDo({ var: { actor } }: Ctx, on: Day | null): May {
  const may = (act: Parameters<typeof can>[1]) => on === null && can(actor, act, platform)
  return { declare: may('plan.declare'), withdraw: may('plan.withdraw-declaration'), link: may('plan.link-lineage') }
}

interface ActionProps {
  readonly reader: Reader
  readonly view: ActionView
  readonly on: Day | null
  readonly may: May
  readonly done: string
}

function ActionPage({ reader, view, on, may, done }: ActionProps) {
  const t = wordsFor(reader, actionMessages)
  const p = wordsFor(reader, planMessages)
  const { edition, action, text } = view
  const { number, title, chapter } = action
  const years = yearsOf(edition.code)
  const address = paths.action(edition.code, number)
  const trail = [
    { label: p('edition', { years }), to: withQuery(paths.edition(edition.code), { al: on }) },
    ...(chapter ? [{ label: chapter.name, to: withQuery(paths.chapter(edition.code, chapter.slug), { al: on }) }] : []),
    { label: p('action', { number }) },
  ]
  return (
    <Page
      reader={reader}
      title={`${p('action', { number })}: ${title}`}
      description={t('description', { number, years, title })}
      section="plan"
      trail={trail}
    >
      <div class="container">
        <Done done={done} />
        <PageHead
          kicker={[
            <span class="code">{action.code}</span>,
            p('editionLong', { years }),
            ...action.scopes.map((scope) => p(`scope.${scope}`)),
          ]}
          title={<span lang="it">{title}</span>}
          verdict={<StateMark state={action.state} days={action.state === 'late' ? action.days : null} feminine />}
          lead={leadOf(reader, view)}
        />
        <OtherDay on={on} back={address} />
        <Columns kind="aside">
          <div>
            <h2 class="visually-hidden">{t('fiveFields')}</h2>
            <FiveFields view={view} may={may} />
            <Proofs view={view} today={on ?? reader.today} />
          </div>
          <Aside view={view} />
        </Columns>
        <LineageSection view={view} mayLink={may.link} />
        <History view={{ ...view, versions: view.versions.filter(({ validFrom }) => validFrom <= text.validFrom) }} />
        <Neighbours view={view} on={on} />
      </div>
    </Page>
  )
}

/** 'Scadenza: entro dicembre 2019. Ci sono arrivati 2 ecosistemi su 4.' */
function leadOf(reader: Reader, { action, verdicts }: ActionView): string {
  const t = wordsFor(reader, actionMessages)
  const [first, ...others] = action.results
  if (!first) return t('lead.none')
  if (others.length > 0) {
    const inState = (state: string) => action.results.filter((result) => result.state === state).length
    return t('lead.many', { results: action.results.length, done: inState('done'), late: inState('late') })
  }
  const verdict = verdicts.get(first.id)
  const due = whenWords(reader, first.due)
  return verdict ? t('lead.counted', { due, count: verdict.count, total: verdict.lines.length }) : t('lead.one', { due })
}

function Done({ done }: { readonly done: string }) {
  const t = useWords(actionMessages)
  const words = { dichiarato: 'done.declared', ritirato: 'done.withdrawn', legato: 'done.linked', slegato: 'done.unlinked' } as const
  if (!Object.hasOwn(words, done)) return <></>
  return (
    <Notice kind="done" title={t('done')} live>
      <p>{t(words[done as keyof typeof words])}</p>
    </Notice>
  )
}

function FiveFields({ view, may }: { readonly view: ActionView; readonly may: May }) {
  const t = useWords(actionMessages)
  const p = useWords(planMessages)
  const { action, edition } = view
  const { content } = view.text
  const toCome = content.source === 'facts' ? t('textToCome') : t('notTold')
  const results = action.results.flatMap((result, index) => {
    const one = content.results[index]
    return one ? [{ result, content: one }] : []
  })
  return (
    <Fields
      items={[
        { term: p('field.timing'), details: <span lang="it">{content.timingText || t('notTold')}</span> },
        { term: p('field.actors'), details: <span lang="it">{content.actorsText || t('notTold')}</span> },
        {
          term: p('field.description'),
          details:
            content.description.length > 0 ? (
              <div class="prose" lang="it">
                <Blocks blocks={content.description} edition={edition.code} />
              </div>
            ) : (
              <span class="quiet">{toCome}</span>
            ),
        },
        {
          term: p('field.results'),
          details:
            results.length > 0 ? (
              results.map((one) => <Result view={view} {...one} mayDeclare={may.declare} mayWithdraw={may.withdraw} />)
            ) : (
              <span class="quiet">{toCome}</span>
            ),
        },
        {
          term: p('field.areas'),
          details: content.areasText ? <span lang="it">{content.areasText}</span> : <span class="quiet">{toCome}</span>,
        },
      ]}
    />
  )
}

function Neighbours({ view, on }: { readonly view: ActionView; readonly on: Day | null }) {
  const t = useWords(actionMessages)
  const { previous, next } = view.neighbours
  const address = (number: number) => withQuery(paths.action(view.edition.code, number), { al: on })
  return (
    <nav class="section" aria-label={t('neighbours')}>
      <ul class="plain">
        {previous && (
          <li>
            {t('previous')}:{' '}
            <Link to={address(previous.number)} rel="prev">
              <span lang="it">
                {previous.number}. {previous.title}
              </span>
            </Link>
          </li>
        )}
        {next && (
          <li>
            {t('next')}:{' '}
            <Link to={address(next.number)} rel="next">
              <span lang="it">
                {next.number}. {next.title}
              </span>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}
