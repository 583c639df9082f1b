import type { PersonId } from '../charter/policy.ts'
import type { Db } from '../platform/db.ts'

const prefix = 'demonstration:'
const own = (db: Db) => db.$pickTables<'setting'>()

interface Brought {
  readonly id?: string
  readonly personId?: string
}

/** What the deeds done so far brought to life: an interrupted telling goes on from it. */
export class Memory {
  private readonly known: Map<string, Brought>

  private constructor(known: Map<string, Brought>) {
    this.known = known
  }

  static async of(db: Db): Promise<Memory> {
    const rows = await own(db).selectFrom('setting').select(['name', 'value']).where('name', 'like', `${prefix}%`).execute()
    return new Memory(new Map(rows.map(({ name, value }) => [name.slice(prefix.length), value as Brought])))
  }

  knows(key: string): boolean {
    return this.known.has(key)
  }

  id(key: string): string {
    return this.brought(key, 'id')
  }

  person(key: string): PersonId {
    return this.brought(key, 'personId') as PersonId
  }

  keep(key: string, brought: Brought): void {
    this.known.set(key, brought)
  }

  private brought(key: string, part: keyof Brought): string {
    const found = this.known.get(key)?.[part]
    if (!found) throw new Error(`the demonstration tells of ${key} before it happened`)
    return found
  }
}

export async function remember(db: Db, memory: Memory, key: string, result: unknown): Promise<void> {
  const { id, personId } = (typeof result === 'object' && result !== null ? result : {}) as Brought
  const brought = { ...(id ? { id } : {}), ...(personId ? { personId } : {}) }
  await own(db)
    .insertInto('setting')
    .values({ name: prefix + key, value: JSON.stringify(brought) })
    .execute()
  memory.keep(key, brought)
}
