import { excerpt } from '../../kernel/excerpt.ts'
import { FilterPills } from '../../ui/filters.tsx'
import { useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { rankingWords } from '../messages/rankings.ts'
import { firstOf, type Result } from '../rules/result.ts'
import { type Bound, highIn, lowIn, type Stretch, steadinessOf, stretchesOf } from '../rules/sensitivity.ts'

interface SteadyProps {
  readonly result: Result
  /** Of how many first ones. */
  readonly k: number
  readonly at: (k: number) => string
}

/** How far the order depends on the weights: in words, drawn, and as a table. */
export function Steady({ result, k, at }: SteadyProps) {
  const t = useWords(rankingWords)
  const { top, rest } = firstOf(result, k)
  const choices = Array.from({ length: Math.min(5, result.lines.length - 1) }, (_, index) => index + 1)
  return (
    <Section id="pesi" title={t('steady')} lead={t('steadyLead')}>
      {choices.length > 1 && (
        <FilterPills
          label={t('firsts')}
          items={choices.map((n) => ({ label: t('firstK', { k: n }), to: `${at(n)}#pesi`, current: n === k }))}
        />
      )}
      {rest.length === 0 ? <p>{t('allFirst', { k })}</p> : <Told result={result} k={top.length} />}
    </Section>
  )
}

function Told({ result, k }: Pick<SteadyProps, 'result' | 'k'>) {
  const t = useWords(rankingWords)
  const stretches = stretchesOf(result, k)
  const { same, tried } = steadinessOf(result, k)
  const name = ({ criterion }: Stretch) => result.criteria[criterion]?.name ?? ''
  const sentence = (one: Stretch) => {
    const [low, high] = [lowIn(one), highIn(one)]
    return low <= 0 && high >= 100 ? t('always', { k, criterion: name(one) }) : t('sentence', { k, criterion: name(one), low, high })
  }
  return (
    <>
      <ul>
        {stretches.map((one) => (
          <li>{sentence(one)}</li>
        ))}
        <li>{t('share', { k, same, tried, percent: Math.floor((same / tried) * 100) })}</li>
      </ul>
      <Drawing stretches={stretches} nameOf={name} />
      <Table
        caption={t('steady')}
        captionHidden
        rows={stretches}
        columns={[
          { label: t('criterion'), rowHeader: true, cell: name },
          { label: t('now'), numeric: true, cell: ({ weight }) => t('weightOf', { weight }) },
          { label: t('stretch'), cell: (one) => t('stretchOf', { low: lowIn(one), high: highIn(one) }) },
          { label: t('what'), cell: (one) => <Beyond stretch={one} /> },
        ]}
      />
    </>
  )
}

function Beyond({ stretch }: { readonly stretch: Stretch }) {
  const t = useWords(rankingWords)
  const words = (key: 'beyondLow' | 'beyondHigh', { by, overtaken }: Bound, at: number) =>
    by && overtaken ? t(key, { at, by: excerpt(by.option.title, 60), overtaken: excerpt(overtaken.option.title, 60) }) : ''
  const told = [words('beyondLow', stretch.low, lowIn(stretch)), words('beyondHigh', stretch.high, highIn(stretch))].filter(Boolean)
  return <>{told.length > 0 ? told.join(' ') : t('nothing')}</>
}

const row = 46

/** One bar for each criterion on the same scale, from 0 to 100. The table below says the same. */
function Drawing({ stretches, nameOf }: { readonly stretches: readonly Stretch[]; readonly nameOf: (one: Stretch) => string }) {
  const t = useWords(rankingWords)
  const bottom = 24 + row * stretches.length
  return (
    <figure>
      <figcaption>{t('chart')}</figcaption>
      <svg class="chart" height={bottom} role="img" aria-label={t('chart')}>
        {[0, 25, 50, 75, 100].map((x) => (
          <>
            <line class="grid-line" x1={`${x}%`} x2={`${x}%`} y1="18" y2={bottom} />
            <text x={`${x}%`} y="12" text-anchor={x === 0 ? 'start' : x === 100 ? 'end' : 'middle'}>
              {`${x}%`}
            </text>
          </>
        ))}
        {stretches.map((one, index) => {
          const [low, high] = [lowIn(one), highIn(one)]
          const y = 24 + row * index
          return (
            <>
              <text class="strong" x="0" y={y + 15}>
                {nameOf(one)}
              </text>
              <rect class="bar" x={`${low}%`} width={`${Math.max(0.5, high - low)}%`} y={y + 22} height="12" />
              <line class="today-line" x1={`${one.weight}%`} x2={`${one.weight}%`} y1={y + 18} y2={y + 38} />
            </>
          )
        })}
      </svg>
    </figure>
  )
}
