import type { Day } from '../../kernel/day.ts'
import { type NeedInput, recordNeed } from '../../listening/index.ts'
import type { Deed } from '../history.ts'
import type { Listening } from './keeper.ts'
import { needKey, type SampleNeed, stakeholderKey } from './sample.ts'

interface Heard {
  /** The stakeholder who voices it. */
  readonly by?: string | undefined
  /** The deed that wrote down the statement in which it was heard. */
  readonly statement?: string
}

/** A need written down by the secretary, from what somebody said or from its own desk. */
export function recorded({ body, slug, secretary }: Listening, need: SampleNeed, on: Day, { by, statement }: Heard): Deed {
  return {
    on,
    key: needKey(body, need.key),
    by: secretary,
    run: (desk, memory) => {
      const stakeholderId = by ? memory.id(stakeholderKey(body, by)) : null
      const source = statement ? { kind: 'hearing' as const, id: memory.id(statement) } : undefined
      return recordNeed(desk, slug, { ...contentOf(need), stakeholderId }, source)
    },
  }
}

export function contentOf({ says, why, voice, often, badly, evidence }: SampleNeed): Omit<NeedInput, 'stakeholderId'> {
  return {
    statement: says,
    why: why ?? null,
    voiceKind: voice,
    organisationId: null,
    evidenceText: evidence ?? null,
    evidenceLink: null,
    frequency: often ?? null,
    severity: badly ?? null,
  }
}
