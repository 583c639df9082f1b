import { adoptVersion, commentBlock, createDocument, draftOf, freezeDraft, importBlocks, publishVersion } from '../../documents/index.ts'
import { decisionById } from '../../groups/index.ts'
import { addDays, day } from '../../kernel/day.ts'
import type { Deed } from '../history.ts'
import { kindsOfSystems } from '../landscape/index.ts'
import { systemKey } from '../landscape/sample.ts'
import { needKey } from '../listening/sample.ts'
import type { Memory } from '../memory.ts'
import { inOffice } from '../people.ts'
import { type SampleBlock, type SampleText, textKey, versionKey } from './sample.ts'

export interface Places {
  readonly id: string
  readonly slug: string
}

/** What whoever leads, writes and comments does to one text. */
export function livesOfText(sample: SampleText, { id, slug }: Places, lead: string): Deed[] {
  const { body, kind, title, titleEn, begunOn, writtenOn, blocks, frozen, adopted } = sample
  const key = textKey(body, kind)
  const leading = inOffice(id, body, lead, 'lead')
  const writing = inOffice(id, body, sample.writer, 'rapporteur')
  const deeds: Deed[] = [
    {
      on: day(begunOn),
      key,
      by: leading,
      run: (desk, memory) => createDocument(desk, slug, { kind, titleIt: title, titleEn, bodies: [memory.id(body)] }),
    },
    {
      on: day(writtenOn),
      key: `${key}/written`,
      by: writing,
      run: (desk, memory) => importBlocks(desk, memory.id(key), parsed(body, blocks, memory)),
    },
    ...commented(sample, id),
  ]
  if (frozen) {
    const { on, note } = frozen
    const version = versionKey(body, kind)
    deeds.push({ on: day(on), key: version, by: writing, run: (desk, memory) => freezeDraft(desk, memory.id(key), { note }) })
    if (adopted) deeds.push(...inForce(version, adopted, leading))
  }
  return deeds
}

export function inForce(version: string, { decision, on }: NonNullable<SampleText['adopted']>, leading: NonNullable<Deed['by']>): Deed[] {
  return [
    {
      on: day(on),
      key: `${version}/adopted`,
      by: leading,
      run: (desk, memory) => adoptVersion(desk, memory.id(version), memory.id(decision), decisionById),
    },
    {
      on: addDays(day(on), 1),
      key: `${version}/published`,
      by: leading,
      run: (desk, memory) => publishVersion(desk, memory.id(version), decisionById),
    },
  ]
}

export function parsed(body: string, blocks: readonly SampleBlock[], memory: Memory) {
  return blocks.map(({ kind, level, source, place, about, needs = [], systems = [] }) => {
    const refs = [
      ...needs.map((need) => ({ kind: 'need', id: memory.id(needKey(body, need)) })),
      ...systems.map((system) => ({ kind: kindsOfSystems.get(system) ?? 'database', id: memory.id(systemKey(system)) })),
    ]
    return { kind, level, source, data: { ...(place && about ? { place, about } : {}), ...(refs.length > 0 ? { refs } : {}) } }
  })
}

function commented({ body, kind, comments = [] }: SampleText, ecosystemId: string): Deed[] {
  const key = textKey(body, kind)
  return comments.flatMap(({ block, by, on, text, answers = [] }, index): Deed[] => {
    const name = `${key}/comment-${index + 1}`
    const say = (who: string, when: string, said: string, again: string): Deed => ({
      on: day(when),
      key: again,
      by: inOffice(ecosystemId, body, who, 'member'),
      run: async (desk, memory) => {
        const draft = await draftOf(desk.db, memory.id(key))
        const parentId = again === name ? null : memory.id(name)
        return commentBlock(desk, memory.id(key), draft[block]?.id ?? '', { text: said, parentId })
      },
    })
    return [say(by, on, text, name), ...answers.map((answer, at) => say(answer.by, answer.on, answer.text, `${name}/answer-${at + 1}`))]
  })
}
