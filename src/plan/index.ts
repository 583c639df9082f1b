export { DeclareForm, declareState, type ResultPlace, WithdrawForm, withdrawDeclaration } from './actions/declare.ts'
export { importPlan, type PlanImport, type PlanReport, previewPlan } from './actions/import.ts'
export { LineageForm, linkLineage, withdrawLineage } from './actions/lineage.ts'
export { renewCriteria, seedPlanFacts } from './actions/seed.ts'
export { countsByState, type ListedAction, type ListedResult, type Named } from './listing.ts'
export type { Declaration } from './store/declarations.ts'
export { type Edition, getEdition, listEditions } from './store/editions.ts'
export {
  type ActionView,
  currentEdition,
  type DueResult,
  dueBetween,
  getAction,
  listActions,
  type PlanProgress,
  planProgress,
} from './views.ts'
