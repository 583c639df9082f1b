import { inLang, paths } from '../charter/paths.ts'
import { receiptNumber } from '../consultations/index.ts'
import type { Lang } from '../kernel/lang.ts'
import { formatDay, formatInstant, formatNumber, say, type Values } from '../kernel/words.ts'
import type { Paper, Part, Words } from '../platform/papers.ts'
import type { AnsweredContribution } from './listing.ts'
import { outcomeWords } from './messages/outcomes.ts'
import type { Counted, OutcomeNumbers, Standing } from './outcome.ts'
import type { Around } from './pages/around.tsx'
import type { Volume } from './rules/volumes.ts'
import { contributorName, outcomeName, sectionName } from './words.ts'

export interface Outcomes {
  readonly around: Around
  readonly numbers: OutcomeNumbers
  readonly standing: Standing
}

const words = (text: string): Words => [{ text }]
const heading = (level: number, text: string): Part => ({ kind: 'heading', level, runs: words(text) })
const paragraph = (text: string): Part => ({ kind: 'paragraph', runs: words(text) })
const paragraphs = (text: string): Part[] =>
  text
    .split(/\n\s*\n/)
    .filter((one) => one.trim())
    .map((one) => paragraph(one.replaceAll('\n', ' ')))

interface Writing {
  readonly lang: Lang
  readonly baseUrl: string
  readonly today: Paper['date']
  readonly volume: Volume
}

/** The outcomes as a text that leaves the site: numbers with their tables, the narrative, each contribution with its answer. */
export function outcomePaper(
  { around, numbers, standing }: Outcomes,
  answers: readonly AnsweredContribution[],
  { lang, baseUrl, today, volume }: Writing,
): Paper {
  const t = (key: keyof typeof outcomeWords.it & string, values?: Values) => say(lang, outcomeWords, key, values)
  const { consultation, title, ecosystem, blocks } = around
  const { received, answered, withdrawn, moderated } = numbers.account
  const report = standing.report
  const narrative = lang === 'en' && report?.narrativeEn ? report.narrativeEn : report?.narrativeIt
  const number = (count: number) => formatNumber(lang, count)
  const table = <Key>(caption: string, label: string, rows: readonly Counted<Key>[], name: (key: Key) => string): Part => ({
    kind: 'table',
    caption: words(caption),
    head: [words(label), words(t('count'))],
    rows: rows.map(({ key, count }) => [words(name(key)), words(number(count))]),
  })
  return {
    lang,
    title: volume.of > 1 ? t('paper.titleOfPart', { title, ...volume }) : t('paper.title', { title }),
    author: ecosystem.name,
    date: report?.publishedOn ?? today,
    facts: [
      {
        label: t('paper.window'),
        value: t('paper.windowTold', { from: formatDay(lang, consultation.opensOn), to: formatDay(lang, consultation.closesOn) }),
      },
      { label: t('paper.received'), value: number(received) },
      ...(standing.final
        ? [
            {
              label: t('finalVersion'),
              value: t('versionOption', { number: standing.final.number, on: formatDay(lang, standing.final.frozenOn) }),
            },
          ]
        : []),
    ],
    address: new URL(inLang(lang, paths.outcomes(consultation.id)), baseUrl).href,
    parts: [
      // What is said of them all stands in the first.
      ...(volume.number === 1 ? ofAll() : []),
      heading(1, t('paper.answers')),
      ...answers.flatMap((one) => answerParts(one)),
    ],
  }

  function ofAll(): Part[] {
    return [
      heading(1, t('account')),
      paragraph(t('accountTold', { received, answered: number(answered), withdrawn: number(withdrawn), moderated: number(moderated) })),
      paragraph(t('notRepresentative')),
      ...(narrative ? [heading(1, t('narrative')), ...paragraphs(narrative)] : []),
      heading(1, t('byOutcome')),
      table(t('byOutcome'), t('outcome'), numbers.byOutcome, (key) => outcomeName(lang, key)),
      heading(1, t('byKind')),
      table(t('byKind'), t('kind'), numbers.byKind, (key) => contributorName(lang, key)),
      heading(1, t('bySection')),
      table(t('bySection'), t('section'), numbers.bySection, (key) => sectionName(lang, blocks, key)),
    ]
  }

  function answerParts({ contribution, state, by, text, answer }: AnsweredContribution): Part[] {
    const title = `${receiptNumber(contribution)}${by ? `, ${by}` : ''}, ${formatInstant(lang, contribution.receivedAt)}`
    if (state !== 'visible') return [heading(2, title), paragraph(t(state === 'hidden' ? 'hiddenText' : 'withdrawnText'))]
    const reason = answer && (lang === 'en' && answer.reasonEn ? answer.reasonEn : answer.reasonIt)
    return [
      heading(2, title),
      ...(text ? paragraphs(text) : [paragraph(t('noText'))]),
      {
        kind: 'paragraph',
        runs: answer ? [{ text: `${outcomeName(lang, answer.outcome)}. `, strong: true }, { text: reason ?? '' }] : words(t('noAnswer')),
      },
    ]
  }
}
