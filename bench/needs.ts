import { addEcosystem, getEcosystem } from '../src/ecosystems/index.ts'
import { day } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import type { Need, VoiceKind } from '../src/listening/index.ts'
import { recordNeed } from '../src/listening/index.ts'
import { voiceKinds } from '../src/listening/rules/needs.ts'
import { countLikenesses, keepLikenesses, likenessesOf, needsLike } from '../src/listening/store/likenesses.ts'
import { countNeeds, needsOf, searchNeeds } from '../src/listening/store/need-list.ts'
import { insertNeed, needsByIds, nextNumber } from '../src/listening/store/needs.ts'
import type { Desk } from '../src/platform/http.ts'
import { search } from '../src/search/store.ts'
import { inEmptyHouse } from './empty-house.ts'
import { type Figure, figure } from './figure.ts'
import { named, needText, saidAgain } from './need-texts.ts'
import { chance, matters, mistyped } from './words.ts'

const count = 10_000
const asked = 200
const longest = 200

/** Ten thousand needs in one ecosystem, one in seven said again in other words: lists, proposals to merge, search. */
export async function run(): Promise<Figure[]> {
  return inEmptyHouse(async (desk) => {
    const described = { summaryIt: null, summaryEn: null, priority: false, prioritySource: null, parentId: null, nameEn: null }
    const { slug } = await addEcosystem(desk, { ...described, nameIt: 'Ecosistema di prova', since: day('2019-01-01') })
    const { id: ecosystemId } = await getEcosystem(desk.db, slug, desk.today)
    const needs = await fill(desk, ecosystemId)
    const pick = chance(31)
    const some = <Item>(list: readonly Item[]) => list[pick(list.length)] as Item
    // Pairs to look at, as they would have come one by one.
    for (let n = 0; n < 1000; n += 1) await desk.db.transaction().execute((tx) => keepLikenesses(tx, needs[n * 10] as Need))
    const words = Array.from({ length: asked }, (_, n) =>
      n % 5 === 0 ? mistyped(some(matters), pick) : n % 2 === 0 ? some(named) : `${some(matters)} orari`,
    )
    const cursors = await walk(desk, ecosystemId)

    const list = await timesOf((n) => {
      const query = [
        {},
        { q: words[n] },
        { voice: some(voiceKinds) },
        { severity: 1 + pick(5), sort: 'severity' },
        { cursor: some(cursors) },
      ][n % 5]
      return Promise.all([needsOf(desk.db, ecosystemId, query as object), countNeeds(desk.db, ecosystemId, query as object)])
    })
    const queue = await timesOf(async () => {
      const { items } = await likenessesOf(desk.db, ecosystemId, { limit: 10 })
      await countLikenesses(desk.db, ecosystemId)
      await needsByIds(
        desk.db,
        items.flatMap(({ needId, otherId }) => [needId, otherId]),
      )
    })
    const proposals = await timesOf(() => needsLike(desk.db, ecosystemId, some(needs)))
    const choosing = await timesOf((n) => searchNeeds(desk.db, ecosystemId, words[n] as string))
    const searching = await timesOf((n) => search(desk.db, { words: words[n] as string, kind: null, lang: 'it', cursor: null, limit: 20 }))
    const recording = await timesOf(() => recordNeed(desk, slug, { ...said(pick), ...needText(pick) }))
    return [
      figure('needs', needs.length, 'rows', count),
      ...percentiles('needs-list', list),
      ...percentiles('needs-merge-queue', queue),
      ...percentiles('needs-merge-proposals', proposals),
      ...percentiles('needs-choose', choosing),
      ...percentiles('needs-search', searching),
      ...percentiles('needs-record', recording),
    ]
  })
}

function said(pick: (below: number) => number) {
  const voiceKind = voiceKinds[pick(voiceKinds.length)] as VoiceKind
  const degree = () => (1 + pick(5)) as 1
  const none = { stakeholderId: null, organisationId: null, evidenceText: null, evidenceLink: null }
  return { voiceKind, ...none, frequency: degree(), severity: degree() }
}

async function fill({ db, today }: Desk, ecosystemId: string): Promise<Need[]> {
  const pick = chance(5)
  const needs: Need[] = []
  await db.transaction().execute(async (tx) => {
    for (let n = 0; n < count; n += 1) {
      const text = needText(pick)
      const before = n > 0 && pick(7) === 0 ? needs[pick(n)] : undefined
      const need: Need = {
        ...said(pick),
        ...text,
        ...(before ? { statement: saidAgain(before.statement, pick) } : {}),
        id: newId<'need'>(),
        ecosystemId,
        number: await nextNumber(tx, ecosystemId, 'lastNeed'),
        source: { kind: 'secretariat', id: null },
        recordedOn: today,
        recordedBy: newId(),
        revision: 0,
        mergedInto: null,
      }
      await insertNeed(tx, need)
      needs.push(need)
    }
  })
  return needs
}

/** Where the pages of the whole list begin. */
async function walk({ db }: Desk, ecosystemId: string): Promise<string[]> {
  const cursors: string[] = []
  let next: string | null = null
  do {
    next = (await needsOf(db, ecosystemId, { limit: 200, cursor: next ?? undefined })).next
    if (next) cursors.push(next)
  } while (next)
  return cursors
}

async function timesOf(work: (n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < asked; n += 1) {
    const began = performance.now()
    await work(n)
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)
}

function percentiles(name: string, sorted: readonly number[]): Figure[] {
  const at = (percent: number) => sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
  return [50, 99].map((percent) => figure(`${name}-p${percent}`, at(percent), 'ms', longest))
}
