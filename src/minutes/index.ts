export { ApproveForm, answer, approve, CorrectForm, correct, remark, SendForm, send } from './actions.ts'
export { remarksHeld } from './held.ts'
export { words as minutesWords } from './messages.ts'
export {
  type Correction,
  hasAgreed,
  type Minutes,
  minutesState,
  mustBeApprovable,
  mustBeApproved,
  mustBeOpen,
  mustTakeRemarks,
  type Refusals,
  type Remark,
  remarkKinds,
  stateOfMinutes,
} from './rules.ts'
export { type AtSitting, placeOfSelf, type Sitting } from './sitting.ts'
export { bumpMinutes, correctionsOf, findMinutes, minutesOf, remarksBy, remarksOn, remarksWaiting } from './store.ts'
export { CorrectionPage, OutcomePage } from './views/form-pages.tsx'
export { Approval, ApprovedEnd, Corrections, Sending, YourTurn } from './views/lifecycle.tsx'
export { Remarks } from './views/remarks.tsx'
