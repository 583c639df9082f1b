import { type RstDirective, RstFieldListItem } from 'rst-compiler'
import { oneLine } from './clean.ts'

/** The text of a directive's option, such as `:alt:`, on one line; null without it. */
export function optionOf(node: RstDirective, name: string): string | null {
  const found = node.config?.children.find(
    (field) => field instanceof RstFieldListItem && field.name.map((part) => part.textContent).join('') === name,
  )
  return found ? oneLine(found.textContent) : null
}
