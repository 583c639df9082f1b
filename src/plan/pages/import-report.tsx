import { Diff } from '../../ui/diff.tsx'
import { Fields } from '../../ui/facts.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import type { PlanReport } from '../actions/import.ts'
import { importMessages } from '../messages/import.ts'
import { planMessages } from '../messages/plan.ts'
import type { Refused, Unplaced } from '../reading/source.ts'
import { wordChanges } from '../text-changes.ts'

/** What an import would change: how much, and each change word by word. */
export function ChangesReport({ report }: { readonly report: PlanReport }) {
  const t = useWords(importMessages)
  const { number } = useFormats()
  const { ecosystemsReport } = report
  const { actions, results, chapters, ecosystems } = report
  return (
    <>
      <Section id="sommario" title={t('summary')}>
        <Fields
          items={[
            { term: t('source'), details: t('sourceWords', { actions, results, chapters, ecosystems }) },
            { term: t('added'), details: number(report.added.length) },
            { term: t('changed'), details: number(report.changed.length) },
            { term: t('unchanged'), details: number(report.unchanged) },
            { term: t('chaptersChanged'), details: number(report.chaptersChanged.length) },
            { term: t('ecosystemsCreated'), details: number(ecosystemsReport.created.length) },
            { term: t('ecosystemsChanged'), details: number(ecosystemsReport.changed.length) },
            { term: t('organisationsAdded'), details: number(ecosystemsReport.organisationsAdded.length) },
          ]}
        />
      </Section>
      <Names title={t('added')} id="nuove" names={report.added.map(({ code, title }) => `${code} ${title}`)} />
      <Changed changed={report.changed} />
      <Names title={t('absent')} id="assenti" names={report.absent} lead={t('absentHelp')} />
      <Names title={t('chaptersChanged')} id="capitoli" names={report.chaptersChanged} />
      <Names title={t('ecosystemsCreated')} id="ecosistemi-nuovi" names={ecosystemsReport.created} />
      <Names title={t('ecosystemsChanged')} id="ecosistemi" names={ecosystemsReport.changed.map(({ name }) => name)} />
      <Names title={t('organisationsAdded')} id="organizzazioni" names={ecosystemsReport.organisationsAdded} />
      <Names title={t('ambiguous')} id="ambigui" names={ecosystemsReport.ambiguous} />
    </>
  )
}

interface NamesProps {
  readonly id: string
  readonly title: string
  readonly names: readonly string[]
  readonly lead?: string
}

function Names({ id, title, names, lead }: NamesProps) {
  if (names.length === 0) return <></>
  return (
    <Section id={id} title={title} lead={lead}>
      <details {...(names.length <= 10 ? { open: true } : {})}>
        <summary>
          {title} ({names.length})
        </summary>
        <ul lang="it">
          {names.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      </details>
    </Section>
  )
}

function Changed({ changed }: Pick<PlanReport, 'changed'>) {
  const t = useWords(importMessages)
  const p = useWords(planMessages)
  if (changed.length === 0) return <></>
  return (
    <Section id="cambiano" title={t('changed')}>
      {changed.map(({ code, title, changes }) => (
        <details>
          <summary>
            <span class="code">{code}</span> {title}: {changes.map(({ field }) => p(`field.${field}`)).join(', ')}
          </summary>
          {changes.map((change) => (
            <>
              <h3>{p(`field.${change.field}`)}</h3>
              {change.before === change.after ? <p class="quiet">{t('markup')}</p> : <Diff parts={wordChanges(change)} />}
            </>
          ))}
        </details>
      ))}
    </Section>
  )
}

/** What the reader of the source could not place, and what it refused to follow, with file and line. */
export function Leftovers({ unplaced, refused }: { readonly unplaced: readonly Unplaced[]; readonly refused: readonly Refused[] }) {
  const t = useWords(importMessages)
  const where = {
    label: t('where'),
    rowHeader: true,
    cell: ({ file, line }: { file: string; line: number }) => <span class="code">{`${file}:${line}`}</span>,
  }
  return (
    <>
      <Section id="non-collocati" title={t('unplaced')} lead={unplaced.length > 0 ? t('unplacedLead') : t('noneUnplaced')}>
        {unplaced.length > 0 && (
          <Table
            caption={t('unplaced')}
            captionHidden
            rows={unplaced}
            columns={[
              where,
              { label: t('action'), cell: ({ action }) => action && <span class="code">{action}</span> },
              { label: t('field'), cell: ({ field }) => t(`unplacedField.${field}`) },
              { label: t('text'), cell: ({ text }) => <span lang="it">{text.length > 160 ? `${text.slice(0, 160)}…` : text}</span> },
              { label: t('reason'), cell: ({ reason }) => t(`reason.${reason}`) },
            ]}
          />
        )}
      </Section>
      {refused.length > 0 && (
        <Section id="rifiutati" title={t('refused')} lead={t('refusedLead')}>
          <Table
            caption={t('refused')}
            captionHidden
            rows={refused}
            columns={[
              where,
              { label: t('directive'), cell: ({ directive }) => <span class="code">{directive}</span> },
              { label: t('reason'), cell: ({ reason }) => t(`refusal.${reason}`) },
            ]}
          />
        </Section>
      )}
    </>
  )
}
