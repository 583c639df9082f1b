import { paths } from '../../charter/paths.ts'
import { dayOf } from '../../kernel/day.ts'
import { Diff } from '../../ui/diff.tsx'
import { Lineage as Line, type LineageStep } from '../../ui/lineage.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { fullness, sameWords } from '../content.ts'
import { actionMessages } from '../messages/action.ts'
import { planMessages } from '../messages/plan.ts'
import type { LineageEnd, LineageLink } from '../store/lineage.ts'
import { changesBetween, wordChanges } from '../text-changes.ts'
import type { ActionView } from '../views.ts'
import { yearsOf } from './words.tsx'

/** Where the action comes from and what became of it in other editions. */
export function LineageSection({ view, mayLink }: { readonly view: ActionView; readonly mayLink: boolean }) {
  const t = useWords(actionMessages)
  const { edition, action, lineage } = view
  const label = `${yearsOf(edition.code)}, ${action.code}`
  const here = (end: LineageEnd) => end.edition === edition.code
  const steps: LineageStep[] = [
    ...lineage.filter(({ to }) => here(to)).map((link) => stepOf(link.from)),
    { label, current: true, note: useNotes(lineage.filter(({ to }) => here(to))) },
    ...lineage.filter(({ from }) => here(from)).map((link) => ({ ...stepOf(link.to), note: useNotes([link]) })),
  ]
  return (
    <Section id="storia" title={t('lineage')} lead={t('lineageLead')}>
      {lineage.length > 0 ? <Line steps={steps} /> : <p class="quiet">{t('noLineage')}</p>}
      {mayLink && (
        <div class="actions">
          <ButtonLink small to={paths.lineage(edition.code, action.number)}>
            {t('addLineage')}
          </ButtonLink>
          {lineage.map((link) => (
            <Link class="small" to={paths.lineageEnd(edition.code, action.number, link.id)}>
              {t('withdrawLink')}: {nameOf(here(link.to) ? link.from : link.to)}
            </Link>
          ))}
        </div>
      )}
    </Section>
  )
}

const nameOf = ({ edition, code }: LineageEnd) => (code ? `${yearsOf(edition)}, ${code}` : yearsOf(edition))

function stepOf(end: LineageEnd): LineageStep {
  const to = end.number ? paths.action(end.edition, end.number) : end.loaded ? paths.edition(end.edition) : null
  return { label: nameOf(end), ...(to ? { to } : {}) }
}

/** 'riformulata: nasce il gruppo di lavoro'; the same words once, when several links say them. */
function useNotes(links: readonly LineageLink[]): string {
  const p = useWords(planMessages)
  return [...new Set(links.map(({ kind, reason }) => `${p(`kind.${kind}`)}: ${reason}`))].join('; ')
}

/** How the text changed, version by version, word by word. */
export function History({ view }: { readonly view: ActionView }) {
  const t = useWords(actionMessages)
  const { day } = useFormats()
  const { versions } = view
  const [latest] = versions
  return (
    <Section
      id="testo"
      title={t('history')}
      {...(versions.length === 1 && latest ? { lead: t('historyOnly', { day: day(latest.validFrom) }) } : {})}
    >
      {versions.length > 1 && versions.map((version, index) => <VersionChange version={version} before={versions[index + 1]} />)}
    </Section>
  )
}

type Version = ActionView['versions'][number]

function VersionChange({ version, before }: { readonly version: Version; readonly before: Version | undefined }) {
  const t = useWords(actionMessages)
  const p = useWords(planMessages)
  const { day, list } = useFormats()
  const { lang } = useReader()
  const changes = before ? changesBetween(before.content, version.content) : []
  const names = list(changes.map(({ field }) => p(`field.${field}`).toLocaleLowerCase(lang)))
  const fuller = before && fullness(version.content.source) > fullness(before.content.source)
  const recounted = before && changes.length > 0 && sameWords(before.content, version.content)
  const changed = recounted ? t('recounted') : fuller ? t('fuller') : t('changedFields', { fields: names })
  const what = before ? changed : t('firstVersion')
  const head = `${t('version', { day: day(version.validFrom) })}, ${t('recorded', { day: day(dayOf(version.recordedAt)) })}: ${what}`
  if (!before || recounted) return <p class="quiet">{head}</p>
  return (
    <details>
      <summary>{head}</summary>
      {changes.map((change) => (
        <div class="prose">
          <h3>{p(`field.${change.field}`)}</h3>
          <Diff parts={wordChanges(change)} />
        </div>
      ))}
    </details>
  )
}
