import type { Work } from '../platform/jobs.ts'
import { carryOutImport } from './actions/carry-out-imports.ts'
import { carryOutUndo } from './actions/carry-out-undo.ts'
import type { Answers } from './answers-told.ts'

/** Files of contributions that enter the ledger, or leave it again, while nobody watches. */
export function importing(answers: Answers): Work {
  return {
    watches: [],
    schedules: [],
    tasks: {
      'consultations.import': (desk, { consultationId, importId }) => carryOutImport(desk, String(consultationId), String(importId)),
      'consultations.undo-import': (desk, { consultationId, importId }) =>
        carryOutUndo(desk, answers, String(consultationId), String(importId)),
    },
  }
}
