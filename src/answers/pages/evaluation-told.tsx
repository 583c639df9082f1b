import { Meter } from '../../ui/meter.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { evaluationWords } from '../messages/evaluation.ts'
import { evaluationQuestions, fewestTold } from '../rules/evaluation.ts'
import type { EvaluationResults } from '../store/evaluations.ts'

/** What participants thought of how they were consulted; of too few nothing is told. */
export function EvaluationTold({ results }: { readonly results: EvaluationResults }) {
  const t = useWords(evaluationWords)
  const { number } = useFormats()
  const { lang } = useReader()
  if (results.count === 0) return null
  const mean = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 })
  return (
    <Section id="valutazione" title={t('told')} lead={t('toldLead', { count: results.count })}>
      {results.count < fewestTold ? (
        <p class="quiet">{t('tooFew', { least: fewestTold })}</p>
      ) : (
        <>
          <Table
            caption={t('told')}
            captionHidden
            rows={evaluationQuestions.filter((question) => results[question] !== null)}
            columns={[
              { label: t('question'), rowHeader: true, cell: (question) => t(question) },
              {
                label: t('mean'),
                cell: (question) => (
                  <span class="bar">
                    <Meter value={results[question] ?? 0} max={5} /> {t('outOfFive', { mean: mean.format(results[question] ?? 0) })}
                  </span>
                ),
              },
            ]}
          />
          <p>{t('againTold', { again: number(results.again), count: number(results.count) })}</p>
        </>
      )}
    </Section>
  )
}
