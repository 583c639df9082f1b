import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { optional } from '../../platform/form.ts'
import { noSuchBlock } from '../places.ts'
import type { TargetKind } from '../rules/contributions.ts'
import { mostSelected, selectionIn, wordsTooMany } from '../rules/selection.ts'
import { insertAnnotation } from '../store/annotations.ts'
import { textOfVersion } from '../version-text.ts'
import type { Besides } from './contribute.ts'

/** The words of a block that were selected, as a browser tells them. */
export const WordsForm = z.object({
  starts: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  exact: optional(z.string().max(mostSelected + 1)),
})

/** Keeps with a contribution the words that it speaks of, found again in the text it was written on. */
export function annotating(target: TargetKind, { starts, exact }: z.output<typeof WordsForm>): Besides['also'] {
  if (target !== 'words') return undefined
  return async (tx, contribution) => {
    if (contribution.target.kind !== 'words') return
    if (!exact) throw new Problem(wordsTooMany)
    const { blockId } = contribution.target
    const block = (await textOfVersion(tx, contribution.versionId)).blocks.find(({ id }) => id === blockId)
    if (!block) throw new Problem(noSuchBlock, { field: 'blockId' })
    await insertAnnotation(tx, contribution, blockId, selectionIn(block.text, { starts, exact }))
  }
}
