import { messages } from './messages.ts'
import { useWords } from './reader.tsx'

/** A piece of text, as the `diff` library tells it. */
export interface DiffPart {
  readonly value: string
  readonly added?: boolean
  readonly removed?: boolean
}

/** What changed in a text: struck and underlined, with hidden words, because few screen readers say `ins` and `del`. */
export function Diff({ parts }: { readonly parts: readonly DiffPart[] }) {
  const t = useWords(messages)
  return (
    <div class="diff">
      {parts.map(({ value, added, removed }) => {
        if (removed) {
          return (
            <del>
              <span class="visually-hidden">{t('removed')}</span>
              {value}
              <span class="visually-hidden">{t('endOfChange')}</span>
            </del>
          )
        }
        if (added) {
          return (
            <ins>
              <span class="visually-hidden">{t('added')}</span>
              {value}
              <span class="visually-hidden">{t('endOfChange')}</span>
            </ins>
          )
        }
        return value
      })}
    </div>
  )
}
