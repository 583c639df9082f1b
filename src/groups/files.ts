import type { MayRead } from '../platform/files.ts'
import { isInsider } from './rules/insiders.ts'
import { getBody } from './store/bodies.ts'
import { findPaperOfFile, getMeeting } from './store/meetings.ts'

/** The papers of a meeting are for those who belong to its body; the files of acts are open to all anyway. */
export const mayReadPapers: MayRead = async ({ var: { db, actor } }, file) => {
  const paper = await findPaperOfFile(db, file.id)
  if (!paper) return false
  const { bodyId } = await getMeeting(db, paper.meetingId)
  return isInsider(actor, await getBody(db, bodyId))
}
