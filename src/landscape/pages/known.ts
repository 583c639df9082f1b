import { useWords } from '../../ui/reader.tsx'
import { formWords } from '../messages/forms.ts'
import { type FactPrecision, factPrecisions, planPrecisions } from '../rules/moments.ts'

/** How much of a day is known, as choices. */
export function useKnown() {
  const t = useWords(formWords)
  const option = (value: FactPrecision) => ({ value, label: t(`precision.${value}`) })
  return { ofFact: factPrecisions.map(option), ofPlan: planPrecisions.map(option) }
}
