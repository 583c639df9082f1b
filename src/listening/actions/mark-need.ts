import { z } from 'zod'
import { notFound, Problem } from '../../kernel/problem.ts'
import { line, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { type Need, voiceKinds } from '../rules/needs.ts'
import { findStatement } from '../store/minutes.ts'
import { getStakeholder } from '../store/stakeholders.ts'
import { recordNeed } from './needs.ts'

export const MarkForm = z.object({ statement: line(500), why: optional(prose(5000)), voiceKind: z.enum(voiceKinds) })

/** Marks what somebody said in a hearing as a need: it is theirs, and leads back to the minutes. */
export async function markNeed(
  desk: Desk,
  hearing: { readonly id: string; readonly slug: string },
  statementId: string,
  input: z.output<typeof MarkForm>,
): Promise<Need> {
  const said = await findStatement(desk.db, statementId)
  if (said?.hearingId !== hearing.id) throw new Problem(notFound, { statement: statementId })
  const { id: stakeholderId, organisationId } = await getStakeholder(desk.db, said.stakeholderId)
  const untold = { evidenceText: null, evidenceLink: null, frequency: null, severity: null }
  return recordNeed(desk, hearing.slug, { ...input, ...untold, stakeholderId, organisationId }, { kind: 'hearing', id: said.id })
}
