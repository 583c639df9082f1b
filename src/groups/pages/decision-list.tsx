import { paths } from '../../charter/paths.ts'
import type { State } from '../../charter/states.ts'
import { DatedList } from '../../ui/dated-list.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useWords } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { bodyWords } from '../messages/bodies.ts'
import { decisionWords } from '../messages/decisions.ts'
import type { Decision } from '../rules/decisions.ts'

export type DecisionState = 'adopted' | 'rejected' | 'annulled'

export function decisionState({ adopted, annulledOn }: Pick<Decision, 'adopted' | 'annulledOn'>): DecisionState {
  if (annulledOn) return 'annulled'
  return adopted ? 'adopted' : 'rejected'
}

export const stateOfDecision: Record<DecisionState, State> = { adopted: 'done', rejected: 'blocked', annulled: 'blocked' }

export function Decisions({ decisions }: { readonly decisions: readonly Decision[] }) {
  const t = useWords(decisionWords)
  const b = useWords(bodyWords)
  if (decisions.length === 0)
    return (
      <Empty>
        <p>{b('noDecisions')}</p>
      </Empty>
    )
  return (
    <DatedList
      items={decisions.map((decision) => {
        const state = decisionState(decision)
        return {
          day: decision.takenOn,
          title: `${t('decision', { number: decision.number })}: ${decision.title}`,
          to: paths.decision(decision.id),
          text: <StateMark state={stateOfDecision[state]} label={t(state)} />,
        }
      })}
    />
  )
}
