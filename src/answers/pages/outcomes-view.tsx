import { paths, withQuery } from '../../charter/paths.ts'
import type { Slice } from '../../kernel/cursor.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Prose } from '../../ui/prose.tsx'
import { formatsFor, useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import type { AnsweredContribution } from '../listing.ts'
import { outcomeWords } from '../messages/outcomes.ts'
import type { OutcomeNumbers, Standing } from '../outcome.ts'
import { toAnswer } from '../rules/account.ts'
import { volumesOf } from '../rules/volumes.ts'
import type { EvaluationResults } from '../store/evaluations.ts'
import { AnsweredItem } from './answered-item.tsx'
import { type Around, trailIn } from './around.tsx'
import { Breakdowns } from './breakdowns.tsx'
import { outcomeFormats } from './downloads.ts'
import { EvaluationTold } from './evaluation-told.tsx'

export interface OutcomesView {
  readonly reader: Reader
  readonly around: Around
  readonly numbers: OutcomeNumbers
  readonly standing: Standing
  readonly list: Slice<AnsweredContribution>
  readonly first: boolean
  readonly evaluation: EvaluationResults
  readonly may: { readonly edit: boolean; readonly evaluate: boolean }
  readonly done: string | undefined
}

export function OutcomesPage(view: OutcomesView) {
  const { reader, around, standing, may, done, first } = view
  const t = wordsFor(reader, outcomeWords)
  const { id } = around.consultation
  const on = standing.report?.publishedOn
  return (
    <Page
      reader={reader}
      title={`${t('title')}: ${around.title}`}
      section="consultations"
      trail={trailIn(around, { label: t('title') })}
      address={paths.outcomes(id)}
    >
      <div class="container">
        <Done words={outcomeWords} done={done} />
        <PageHead
          title={t('title')}
          kicker={[around.ecosystem.name, around.title]}
          verdict={
            <StateMark state={on ? 'done' : 'doing'} label={on ? t('published', { on: formatsFor(reader).day(on) }) : t('preview')} />
          }
          lead={t('lead')}
        >
          <p class="actions">
            {may.edit && (
              <ButtonLink to={paths.outcomesEdit(id)} kind="primary">
                {t('edit')}
              </ButtonLink>
            )}
            {may.evaluate && <ButtonLink to={paths.evaluation(id)}>{t('evaluate')}</ButtonLink>}
          </p>
        </PageHead>
        <Columns kind="aside" section>
          <Told {...view} />
          <Beside {...view} />
        </Columns>
        {first && <Breakdowns numbers={view.numbers} blocks={around.blocks} />}
        <Answers {...view} />
        {first && <EvaluationTold results={view.evaluation} />}
      </div>
    </Page>
  )
}

function Told({ standing, numbers }: OutcomesView) {
  const t = useWords(outcomeWords)
  const { lang } = useReader()
  const { number } = useFormats()
  const { received, answered, withdrawn, moderated } = numbers.account
  const waiting = toAnswer(numbers.account)
  const { narrativeIt, narrativeEn } = standing.report ?? {}
  const narrative = lang === 'en' && narrativeEn ? narrativeEn : narrativeIt
  return (
    <div>
      <Section id="conto" title={t('account')} band="bare" quietTitle={waiting > 0}>
        <p>
          {t('accountTold', { received, answered: number(answered), withdrawn: number(withdrawn), moderated: number(moderated) })}
          {waiting > 0 ? ` ${t('waiting', { count: waiting })}` : ''}
        </p>
        <Notice kind="info">
          <p>{t('notRepresentative')}</p>
        </Notice>
      </Section>
      {narrative && (
        <Section id="racconto" title={t('narrative')}>
          <Prose text={narrative} />
        </Section>
      )}
    </div>
  )
}

interface DownloadProps {
  readonly at: string
  readonly format: (typeof outcomeFormats)[number]
  readonly received: number
}

/** A paper of many contributions is several; a table holds them all, and where they are too many for paper it is the only way. */
function Download({ at, format, received }: DownloadProps) {
  const t = useWords(outcomeWords)
  const name = format.toUpperCase()
  const of = volumesOf(received)
  if (format === 'csv' || format === 'json' || of === 1) return <Link to={at}>{name}</Link>
  if (of === 0) return <span class="quiet">{t('noPaper', { format: name })}</span>
  return (
    <details>
      <summary>{t('inParts', { format: name, of })}</summary>
      <ul class="plain">
        {Array.from({ length: of }, (_, place) => place + 1).map((number) => (
          <li>
            <Link to={withQuery(at, { parte: String(number) })}>{t('part', { format: name, number })}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Beside({ around, standing, numbers }: OutcomesView) {
  const t = useWords(outcomeWords)
  const { day } = useFormats()
  const { final } = standing
  return (
    <aside aria-label={t('download')}>
      {final && (
        <>
          <h2 class="h4">{t('finalVersion')}</h2>
          <p>{t('finalVersionText', { number: final.number, on: day(final.frozenOn) })}</p>
          <p>
            <Link to={paths.document(final.documentId)}>{t('readFinal')}</Link>
          </p>
        </>
      )}
      <h2 class="h4">{t('download')}</h2>
      <ul class="plain">
        {outcomeFormats.map((format) => (
          <li>
            <Download at={paths.outcomesFile(around.consultation.id, format)} format={format} received={numbers.account.received} />
          </li>
        ))}
      </ul>
    </aside>
  )
}

function Answers({ around, list, first }: OutcomesView) {
  const t = useWords(outcomeWords)
  const { id } = around.consultation
  return (
    <Section id="risposte" title={t('answersTitle')} lead={t('answersLead')}>
      <ol class="plain answered-list">
        {list.items.map((item) => (
          <AnsweredItem item={item} consultationId={id} blocks={around.blocks} />
        ))}
      </ol>
      <Pager
        shown={list.items.length}
        next={list.next && `${withQuery(paths.outcomes(id), { da: list.next })}#risposte`}
        first={first ? null : `${paths.outcomes(id)}#risposte`}
      />
    </Section>
  )
}
