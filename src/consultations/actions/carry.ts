import { type Block, blocksOf, carrier, type Passage, type Version, versionsOf } from '../../documents/index.ts'
import { type Db, transact } from '../../platform/db.ts'
import { followEvents } from '../../platform/follow.ts'
import { addJob, type JobDesk, type Work } from '../../platform/jobs.ts'
import { type Carried, placeOf, type Spot } from '../rules/carrying.ts'
import { isOpened } from '../rules/consultation.ts'
import { insertPlaces, placesOf, uncarried, type Written } from '../store/annotation-places.ts'
import { consultationsOfDocument, getConsultation } from '../store/consultations.ts'

const atOnce = 500

/** Compares what was said of a consultation with the versions that came after the one it was said of. Tells how many it carried. */
export async function carryContributions(db: Db, consultationId: string, now: Date): Promise<number> {
  const consultation = await getConsultation(db, consultationId)
  if (!isOpened(consultation)) return 0
  const versions = await versionsOf(db, consultation.documentId)
  let carried = 0
  for (const version of versions) {
    const former = versions.filter(({ number }) => number < version.number)
    const carry = new Carrying(version, former)
    for (;;) {
      const written = await uncarried(
        db,
        consultationId,
        version.id,
        former.map(({ id }) => id),
        atOnce,
      )
      if (written.length === 0) break
      await transact(db, async (tx) => insertPlaces(tx, consultationId, version.id, await carry.all(tx, consultationId, written), now))
      carried += written.length
    }
  }
  return carried
}

interface Origin {
  readonly versionId: string
  readonly spot: Spot
}

/** To one version from each of those before: two texts are compared once, whatever was said of them. */
class Carrying {
  readonly #version: Version
  readonly #former: readonly Version[]
  readonly #texts = new Map<string, Promise<readonly Block[]>>()
  readonly #carriers = new Map<string, ReturnType<typeof carrier>>()

  constructor(version: Version, former: readonly Version[]) {
    this.#version = version
    this.#former = former
  }

  async all(tx: Db, consultationId: string, written: readonly Written[]): Promise<(Carried & { id: string; number: number })[]> {
    const origins = await this.#origins(tx, consultationId, written)
    const carried: (Carried & { id: string; number: number })[] = []
    for (const { id, number, versionId, spot } of written)
      carried.push({ id, number, ...(await this.#one(tx, origins.get(id) ?? { versionId, spot })) })
    return carried
  }

  /** Where a person said that it stands in a version between the two is better known than what it was written on. */
  async #origins(tx: Db, consultationId: string, written: readonly Written[]): Promise<Map<string, Origin>> {
    const places = await placesOf(
      tx,
      consultationId,
      written.map(({ id }) => id),
    )
    const numbers = new Map(this.#former.map(({ id, number }) => [id as string, number]))
    const told = places.flatMap(({ contributionId, versionId, spot, confirmedAt }) => {
      const number = numbers.get(versionId)
      return spot && confirmedAt && number !== undefined ? [{ contributionId, number, origin: { versionId, spot } }] : []
    })
    return new Map(told.toSorted((a, b) => a.number - b.number).map(({ contributionId, origin }) => [contributionId, origin]))
  }

  async #one(tx: Db, { versionId, spot }: Origin): Promise<Carried> {
    const [before, after] = [await this.#text(tx, versionId), await this.#text(tx, this.#version.id)]
    const passage: Passage = { block: before.findIndex(({ id }) => id === spot.blockId), start: spot.starts, end: spot.ends }
    if (passage.block < 0) return { state: 'orphan', spot: null, waits: false, offered: [] }
    const known = this.#carriers.get(versionId) ?? carrier(before, after)
    this.#carriers.set(versionId, known)
    return placeOf(known(passage), passage, before, after)
  }

  #text(tx: Db, versionId: string): Promise<readonly Block[]> {
    const text = this.#texts.get(versionId) ?? blocksOf(tx, versionId)
    this.#texts.set(versionId, text)
    return text
  }
}

const telling: readonly string[] = [
  'documents.freeze',
  'consultations.open',
  'consultations.contribute',
  'consultations.enter',
  'consultations.import',
]

/** When a version is frozen, what was said of those before finds its place; so does what is said of them later. */
export const carrying: Work = {
  watches: [
    async ({ db }: JobDesk) => {
      await followEvents(db, 'consultations.carrying', async (tx, events) => {
        const ids = new Set<string>()
        for (const { act, facts, subjectId } of events.filter((one) => telling.includes(one.act))) {
          if (act !== 'documents.freeze') ids.add(String(facts.consultationId ?? subjectId))
          else for (const { id } of await consultationsOfDocument(tx, String(facts.documentId))) ids.add(id)
        }
        for (const consultationId of ids)
          await addJob(tx, 'consultations.carry', { consultationId }, { key: `consultations.carry:${consultationId}` })
      })
    },
  ],
  schedules: [],
  tasks: {
    'consultations.carry': async ({ db, now }, { consultationId }) => {
      await carryContributions(db, String(consultationId), now)
    },
  },
}
