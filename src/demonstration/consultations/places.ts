import { blocksOf } from '../../documents/index.ts'
import type { Db } from '../../platform/db.ts'
import type { Memory } from '../memory.ts'
import { versionKey } from '../texts/sample.ts'
import type { Ref } from './sample.ts'

const known = new WeakMap<Memory, Map<string, ReadonlyMap<Ref, string>>>()

/** The blocks of the text consulted upon, by section and place in it: '3' is the third heading, '3.1' what follows it. */
export async function blockIn(db: Db, memory: Memory, body: string, ref: Ref): Promise<string> {
  const texts = known.get(memory) ?? new Map<string, ReadonlyMap<Ref, string>>()
  known.set(memory, texts)
  const places = texts.get(body) ?? (await placesOf(db, memory.id(versionKey(body, 'strategy'))))
  texts.set(body, places)
  const id = places.get(ref)
  if (!id) throw new Error(`the text of ${body} has no ${ref}`)
  return id
}

async function placesOf(db: Db, versionId: string): Promise<ReadonlyMap<Ref, string>> {
  let section = 0
  let at = 0
  const places = new Map<Ref, string>()
  for (const { id, kind } of await blocksOf(db, versionId)) {
    const heads = kind === 'heading'
    section += heads ? 1 : 0
    at = heads ? 0 : at + 1
    places.set(heads ? `${section}` : `${section}.${at}`, id)
  }
  return places
}
