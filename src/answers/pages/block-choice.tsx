import { CheckGroup } from '../../ui/choice.tsx'
import type { Filled } from '../../ui/form.tsx'
import { useWords } from '../../ui/reader.tsx'
import { queueWords } from '../messages/queue.ts'
import { type Around, blockLabel } from './around.tsx'

const mostChoices = 40

/** The paragraphs around the one spoken of: those that a reply is likely to change. */
export function BlockChoice({ around, near, values, errors }: Filled & { readonly around: Around; readonly near: string | null }) {
  const t = useWords(queueWords)
  const { blocks } = around
  const at = Math.max(
    0,
    blocks.findIndex(({ id }) => id === near),
  )
  const from = Math.max(0, Math.min(at - mostChoices / 4, blocks.length - mostChoices))
  const chosen = [values.blockIds].flat().filter((id) => typeof id === 'string')
  const offered = new Set([...chosen, ...blocks.slice(from, from + mostChoices).map(({ id }) => id as string)])
  return (
    <details class="block-choice" {...(errors.blockIds || chosen.length > 0 ? { open: true } : {})}>
      <summary>{t('blockIds')}</summary>
      <CheckGroup
        name="blockIds"
        label={t('blockIds')}
        help={t('blockIdsHelp')}
        optional
        options={[...offered].map((value) => ({ value, label: blockLabel(blocks, value), lang: 'it' }))}
        values={values}
        errors={errors}
      />
    </details>
  )
}
