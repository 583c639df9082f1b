import { type Claims, type Places, provedBySequences, type Run, runsOf } from './runs.ts'

const sequence = 3
/** A run so long proves itself. */
const longEnough = 6
/** A shorter one is believed beside another that is, with no more than so many words changed between them. */
const nearEnough = 3

/**
 * Where the words of a block stand in its later text. A few words in common prove nothing: a sentence taken out and
 * another put in its place share "ai sensi dell’articolo" too. So a short run counts only next to a run that counts.
 */
export function mapWords(before: readonly string[], after: readonly string[]): Places {
  if (before.length === after.length && before.every((word, at) => word === after[at])) return Int32Array.from(before, (_, at) => at)
  const claims = provedBySequences(before, after, sequence)
  // What two runs could both go on with is neither's.
  for (const run of runsOf(claims.settled())) goOn(run, before, after, claims)
  const most = Math.min(before.length, after.length)
  for (let at = 0; at < most && before[at] === after[at]; at += 1) claims.claim(at, at)
  for (let back = 1; back <= most && before[before.length - back] === after[after.length - back]; back += 1)
    claims.claim(before.length - back, after.length - back)
  forgetTwins(before, after, claims)
  return believed(runsOf(claims.settled()), before.length, after.length)
}

function goOn(run: Run, before: readonly string[], after: readonly string[], claims: Claims): void {
  const isEqual = (at: number, place: number) => before[at] !== undefined && before[at] === after[place]
  for (let at = run.before - 1, place = run.after - 1; isEqual(at, place); at -= 1, place -= 1) claims.claim(at, place)
  for (let at = run.before + run.length, place = run.after + run.length; isEqual(at, place); at += 1, place += 1) claims.claim(at, place)
}

/** Of a sentence that stands twice on one side, nothing tells which is the one on the other. */
function forgetTwins(before: readonly string[], after: readonly string[], claims: Claims): void {
  const [former, later] = [timesOf(before), timesOf(after)]
  for (let at = 0; at + sequence <= before.length; at += 1) {
    const key = before.slice(at, at + sequence).join(' ')
    const [was, is] = [former.get(key) ?? 0, later.get(key) ?? 0]
    if (was !== is && is > 0) for (let step = 0; step < sequence; step += 1) claims.contest(at + step)
  }
}

function timesOf(words: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (let at = 0; at + sequence <= words.length; at += 1) {
    const key = words.slice(at, at + sequence).join(' ')
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return times
}

function believed(runs: readonly Run[], before: number, after: number): Places {
  const isEnough = (run: Run) => run.length >= sequence || isMost(run, before, after)
  const trusted = new Set(runs.filter((run) => run.length >= longEnough || (isEnough(run) && atAnEdge(run, before, after))))
  const [first, last] = [runs[0], runs.at(-1)]
  if (first && last && first !== last && atAnEdge(first, before, after) && atAnEdge(last, before, after) && near(first, last))
    trusted.add(first).add(last)
  for (let grown = true; grown; ) {
    grown = false
    for (const [index, run] of runs.entries()) {
      if (trusted.has(run)) continue
      const beside = [
        [runs[index - 1], run],
        [run, runs[index + 1]],
      ] as const
      if (!beside.some(([first, second]) => first && second && trusted.has(first === run ? second : first) && near(first, second))) continue
      trusted.add(run)
      grown = true
    }
  }
  const places = new Int32Array(before).fill(-1)
  for (const { before: at, after: place, length } of trusted) for (let step = 0; step < length; step += 1) places[at + step] = place + step
  return places
}

function atAnEdge({ before: at, after: place, length }: Run, before: number, after: number): boolean {
  return (at === 0 && place === 0) || (at + length === before && place + length === after)
}

/** Beside it only a few words changed, or there were only additions, or only cuts. */
function isMost({ length }: Run, before: number, after: number): boolean {
  const taken = before - length
  const put = after - length
  return taken === 0 || put === 0 || (taken <= nearEnough && put <= nearEnough)
}

function near(first: Run, second: Run): boolean {
  const taken = second.before - first.before - first.length
  const put = second.after - first.after - first.length
  return put >= 0 && taken <= nearEnough && put <= nearEnough
}
