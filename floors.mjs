/**
 * The house, ground floor first. A room may use rooms of lower floors, through their index.ts;
 * never a room beside it, never one above. The linter derives its walls from this list.
 */
export const floors = [
  ['kernel'],
  ['charter'],
  ['platform'],
  ['ui'],
  ['organisations'],
  ['identity'],
  ['ecosystems'],
  ['minutes'],
  ['groups', 'listening', 'documents', 'landscape'],
  ['portfolio'],
  ['consultations'],
  ['answers'],
  ['gates', 'plan'],
  ['notifications'],
  ['search'],
  ['audit'],
  ['overview'],
  ['demonstration'],
]
