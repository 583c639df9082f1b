import { diffWords } from 'diff'
import { type ActionContent, changedFields, type Field } from './content.ts'

export interface TextPart {
  readonly value: string
  readonly added?: boolean
  readonly removed?: boolean
}

export interface FieldChange {
  readonly field: Field
  readonly before: string
  readonly after: string
}

/** The words of a field, as they are compared and shown. */
export function textOf(field: Field, content: ActionContent): string {
  switch (field) {
    case 'title':
      return content.title
    case 'chapter':
      return content.chapter ?? ''
    case 'scopes':
      return content.scopes.join(', ')
    case 'timing':
      return content.timingText
    case 'actors':
      return content.actorsText
    case 'description':
      return content.descriptionText
    case 'results':
      return content.results.map(({ text }) => text).join('\n')
    case 'areas':
      return content.areasText
  }
}

/** What changed between two texts of an action, field by field. */
export function changesBetween(before: ActionContent, after: ActionContent): FieldChange[] {
  return changedFields(before, after).map((field) => ({ field, before: textOf(field, before), after: textOf(field, after) }))
}

/** Word by word; what changed only in its markup has no part added or removed. */
export function wordChanges({ before, after }: Pick<FieldChange, 'before' | 'after'>): TextPart[] {
  return diffWords(before, after).map(({ value, added, removed }) => ({
    value,
    ...(added ? { added } : {}),
    ...(removed ? { removed } : {}),
  }))
}
