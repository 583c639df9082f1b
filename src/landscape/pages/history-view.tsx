import { isDay } from '../../kernel/day.ts'
import type { Reader } from '../../platform/reader.ts'
import { Fields } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Time } from '../../ui/time.tsx'
import { formWords } from '../messages/forms.ts'
import { historyWords } from '../messages/history.ts'
import { flowWords } from '../messages/interconnections.ts'
import { systemWords } from '../messages/systems.ts'
import { changedParts, type Revision } from '../rules/revisions.ts'
import type { Step } from './around.ts'

export const perPage = 20

interface HistoryProps {
  readonly reader: Reader
  readonly name: string
  readonly trail: readonly Step[]
  /** The latest first; one more than is shown, to compare the last shown with. */
  readonly revisions: readonly Revision<object>[]
  readonly names: ReadonlyMap<string, string>
  readonly from: number | undefined
  readonly at: (da?: number) => string
}

export function HistoryPage({ reader, name, trail, revisions, names, from, at }: HistoryProps) {
  const t = wordsFor(reader, historyWords)
  const title = t('historyOf', { name })
  const shown = revisions.slice(0, perPage)
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail}>
      <div class="container">
        <PageHead title={title} lead={t('historyLead')} />
        {shown.map((revision, index) => (
          <Version revision={revision} before={revisions[index + 1]?.content ?? null} names={names} />
        ))}
        <Pager shown={shown.length} next={revisions.length > perPage ? at(shown.at(-1)?.number) : null} first={from ? at() : null} />
      </div>
    </Page>
  )
}

interface VersionProps {
  readonly revision: Revision<object>
  readonly before: object | null
  readonly names: ReadonlyMap<string, string>
}

type Part = keyof typeof historyWords.it & `part.${string}`

function Version({ revision: { number, day, content }, before, names }: VersionProps) {
  const t = useWords(historyWords)
  const { list } = useFormats()
  const changed = before ? (changedParts(before, content) as string[]) : []
  return (
    <Section id={`v${number}`} title={t('version', { number })} lead={<Time day={day} />}>
      {before ? <p>{t('changed', { parts: list(changed.map((part) => t(`part.${part}` as Part))) })}</p> : <p>{t('first')}</p>}
      {before && (
        <>
          <p class="quiet">{t('before')}</p>
          <Fields
            items={changed.map((part) => ({
              term: t(`part.${part}` as Part),
              details: <Value part={part} value={(before as Record<string, unknown>)[part]} names={names} />,
            }))}
          />
        </>
      )}
    </Section>
  )
}

/** Values that are a word of a list: where their words are. */
const listed: Readonly<Record<string, (value: string) => string>> = {
  kind: (value) => `kind.${value}`,
  access: (value) => `access.${value}`,
}

function Value({ part, value, names }: { readonly part: string; readonly value: unknown; readonly names: ReadonlyMap<string, string> }) {
  const { lang } = useReader()
  const t = useWords(historyWords)
  const s = useWords(systemWords)
  const f = useWords(formWords)
  const flow = useWords(flowWords)
  const { day, list } = useFormats()
  if (value === null || value === undefined || value === '') return <>{t('nothing')}</>
  if (typeof value === 'boolean') return <>{t(value ? 'yes' : 'no')}</>
  if (Array.isArray(value)) return <>{value.length === 0 ? t('nothing') : list(value.map((id) => names.get(String(id)) ?? ''))}</>
  const text = String(value)
  if (listed[part]) return <>{s(listed[part](text) as 'kind.database')}</>
  if (part === 'means') return <>{flow(`means.${text}` as 'means.api')}</>
  if (part.endsWith('Precision')) return <>{f(`precision.${text}` as 'precision.day')}</>
  if (part.endsWith('Id')) return <>{names.get(text) ?? ''}</>
  if (isDay(text)) return <>{day(text)}</>
  return <span lang={part.endsWith('En') ? 'en' : lang === 'en' ? 'it' : lang}>{text}</span>
}
