import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type AtSitting, findMinutes, type Sitting } from '../../minutes/index.ts'
import type { Db } from '../../platform/db.ts'
import { type Hearing, mustBeHeld } from '../rules/hearings.ts'
import { refusals, type Statement } from '../rules/minutes.ts'
import type { Slot } from '../rules/slots.ts'
import { freezeStatements, statementsOf } from '../store/minutes.ts'
import { gatherHearing } from './gather.ts'
import { heardIn } from './heard.ts'

export interface AtHearing extends AtSitting {
  readonly hearing: Hearing
  readonly slots: readonly Slot[]
  readonly statements: readonly Statement[]
  /** The version of the minutes, also of those from which every statement was taken away; 0 before the first. */
  readonly version: number
}

/** A hearing with its minutes, for whoever changes something in them. */
export async function gatherMinutes(tx: Db, id: string): Promise<AtHearing> {
  const whole = await gatherHearing(tx, id)
  const minutes = await findMinutes(tx, id)
  const statements = await statementsOf(tx, id)
  return {
    id,
    ...whole,
    statements,
    version: minutes?.version ?? 0,
    minutes: statements.length > 0 ? minutes : null,
    facts: { hearingId: id, number: whole.hearing.number },
  }
}

/** The minutes of a hearing: one statement a speaker, which those heard amend before they become final. */
export const hearings: Sitting<AtHearing> = {
  acts: {
    send: 'listening.send-minutes',
    remark: 'listening.amend',
    answer: 'listening.answer-amendment',
    approve: 'listening.close-minutes',
    correct: 'listening.correct-minutes',
  },
  refusals,
  gather: gatherMinutes,
  whoWasThere: (tx, { id, statements }) => heardIn(tx, id, statements),
  mustBeOver: ({ hearing, slots }, { now }) => mustBeHeld(hearing, slots, now),
  hashOf: async (_, { statements }) => hashOf(statements),
  freeze: (tx, { id, statements }, { today }) => freezeStatements(tx, id, statements, today),
}

/** sha256 of the canonical JSON (RFC 8785) of what each one said, in order: anybody can compute it again from the API's answer. */
export function hashOf(statements: readonly Statement[]): Buffer {
  const told = statements.map(({ id, stakeholderId, text }) => ({ id, stakeholderId, text }))
  return createHash('sha256')
    .update(String(canonicalize(told)))
    .digest()
}
