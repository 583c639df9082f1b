import { existsSync } from 'node:fs'
import path from 'node:path'
import { carrier, type Passage } from '../src/documents/index.ts'
import { asBlocks, begin, edit, editNames, sentences } from '../src/documents/test-edits.ts'
import { judge } from '../src/documents/test-judge.ts'
import { type Block, loadPlanFolder, type PlanSource, plainBlocks, readPlan, type Section } from '../src/plan/reading/index.ts'
import { projectRoot } from '../src/platform/project-root.ts'
import { type Figure, figure } from './figure.ts'
import { chance } from './words.ts'

const real = path.join(projectRoot, '../shared/data/plan-2019-2021')
const rounds = 5
/** From a light revision to one that touches every sixth block. */
const editsEach = [20, 60, 150, 250, 400]
const leastRecall = { ids: 0.95, text: 0.85 }

interface Tally {
  all: number
  wrong: number
  surviving: number
  attached: number
  ambiguous: number
  offeredRight: number
  orphan: number
}

/**
 * Comments on every block of the plan, on its sentences and on some of its words, carried over scripted revisions whose
 * every letter is followed. Twice: with the ids a server keeps, and by the text alone, as when a file is read anew.
 */
export async function run(): Promise<Figure[]> {
  if (!existsSync(real)) {
    console.error('reattachment: the plan 2019–2021 is not beside the project, so there is nothing real to edit')
    return []
  }
  const blocks = blocksOf(readPlan(await loadPlanFolder(real)))
  return (['ids', 'text'] as const).flatMap((mode) => {
    const tally = revise(blocks, mode === 'ids')
    return [
      figure(`reattachment-${mode}-wrong`, tally.wrong, 'passages', 0),
      figure(`reattachment-${mode}-recall`, tally.attached / tally.surviving, 'of those whose words survive', leastRecall[mode]),
      figure(`reattachment-${mode}-ambiguous`, tally.ambiguous / tally.all, 'of all', 1),
      figure(`reattachment-${mode}-ambiguous-offered-right`, tally.offeredRight / tally.ambiguous, 'of the ambiguous', 1),
      figure(`reattachment-${mode}-orphan`, tally.orphan / tally.all, 'of all', 1),
    ]
  })
}

function revise(source: readonly { kind: string; text: string }[], withIds: boolean): Tally {
  const tally = { all: 0, wrong: 0, surviving: 0, attached: 0, ambiguous: 0, offeredRight: 0, orphan: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const pick = chance(2019 + round)
    const start = begin(source)
    const script = Array.from({ length: editsEach[round] ?? 100 }, () => editNames[pick(editNames.length)] ?? 'insertSentence')
    const after = edit(start, script, pick)
    const carry = carrier(asBlocks(start, withIds), asBlocks(after, withIds))
    const verdict = judge(source, after)
    for (const passage of source.flatMap(({ text }, block) => passagesOf(block, text, pick))) {
      const fate = carry(passage)
      const { wrong, survives, offeredRight } = verdict(passage, fate)
      const isAttached = fate.state !== 'ambiguous' && fate.state !== 'orphan'
      tally.all += 1
      tally.wrong += Number(wrong)
      tally.surviving += Number(survives)
      tally.attached += Number(survives && isAttached && !wrong)
      tally.ambiguous += Number(fate.state === 'ambiguous')
      tally.offeredRight += Number(offeredRight)
      tally.orphan += Number(fate.state === 'orphan')
    }
  }
  return tally
}

/** The block whole, one of its sentences, one of its words, and a few of them. */
function passagesOf(block: number, text: string, pick: (below: number) => number): Passage[] {
  const all = sentences(text)
  const [start, end] = all[pick(all.length)] ?? [0, 0]
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const some = [1, 2 + pick(8)].flatMap((length): Passage[] => {
    const at = pick(words.length)
    const [from, to] = [words[at], words[Math.min(words.length - 1, at + length - 1)]]
    return from && to ? [{ block, start: from.index, end: to.index + to[0].length }] : []
  })
  return [{ block, start: null, end: null }, { block, start, end }, ...some]
}

/** The plan as a document of blocks, its actions with their fields. */
function blocksOf(plan: PlanSource): { kind: string; text: string }[] {
  const told = (kind: string, text: string) => (/\p{L}/u.test(text) ? [{ kind, text: text.normalize('NFC') }] : [])
  const actions = new Map(plan.actions.map((action) => [action.code, action]))
  const ofBlock = (block: Block): { kind: string; text: string }[] => {
    if (block.kind === 'list') return block.items.flatMap((item) => told('list-item', plainBlocks(item)))
    if (block.kind !== 'action') return told(block.kind, plainBlocks([block]))
    const action = actions.get(block.code)
    if (!action) return []
    return [
      ...told('heading', `${action.code} ${action.title}`),
      ...told('paragraph', action.timingText),
      ...told('paragraph', action.actorsText),
      ...action.description.flatMap(ofBlock),
      ...action.results.flatMap(({ text }) => told('paragraph', text)),
      ...told('paragraph', action.areasText),
    ]
  }
  const ofSection = (section: Pick<Section, 'title' | 'blocks' | 'sections'>): { kind: string; text: string }[] => [
    ...told('heading', section.title),
    ...section.blocks.flatMap(ofBlock),
    ...section.sections.flatMap(ofSection),
  ]
  return plan.chapters.flatMap(ofSection)
}
