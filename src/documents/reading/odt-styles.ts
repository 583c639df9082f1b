import type { Element } from 'domhandler'
import type { Run } from './runs.ts'
import { childrenOf, everyElement, one } from './xml.ts'

export interface Styles {
  readonly marks: ReadonlyMap<string, Pick<Run, 'strong' | 'emphasis' | 'struck' | 'code'>>
  /** Styles by the name of the one they come from: 'Title', 'Quotations'. */
  readonly parents: ReadonlyMap<string, string>
  /** For each style of lists, whether each level is numbered. */
  readonly numbered: ReadonlyMap<string, readonly boolean[]>
}

const monospace = /mono|courier|consol/i

/** What the styles of an ODT say that a block can keep: bold, italic, struck, code; numbered lists. */
export function stylesOf(roots: readonly Element[]): Styles {
  const marks = new Map<string, Pick<Run, 'strong' | 'emphasis' | 'struck' | 'code'>>()
  const parents = new Map<string, string>()
  const numbered = new Map<string, boolean[]>()
  for (const element of roots.flatMap(everyElement)) {
    const name = element.attribs['style:name'] ?? ''
    if (element.name === 'style:style') {
      parents.set(name, element.attribs['style:parent-style-name'] ?? name)
      marks.set(name, { ...(name === 'Source_20_Text' ? { code: true } : {}), ...marksOf(one(element, 'style:text-properties')) })
    }
    if (element.name === 'text:list-style')
      numbered.set(
        name,
        childrenOf(element).reduce<boolean[]>((levels, level) => {
          levels[Number(level.attribs['text:level'] ?? 1) - 1] = level.name === 'text:list-level-style-number'
          return levels
        }, []),
      )
  }
  return { marks, parents, numbered }
}

function marksOf(properties: Element | null): Pick<Run, 'strong' | 'emphasis' | 'struck' | 'code'> {
  const at = properties?.attribs ?? {}
  const font = at['style:font-name'] ?? at['fo:font-family'] ?? ''
  return {
    ...(at['fo:font-weight'] === undefined ? {} : { strong: /^(?:bold|[6-9]00)$/.test(at['fo:font-weight']) }),
    ...(at['fo:font-style'] === undefined ? {} : { emphasis: at['fo:font-style'] !== 'normal' }),
    ...(at['style:text-line-through-style'] === undefined ? {} : { struck: at['style:text-line-through-style'] !== 'none' }),
    ...(monospace.test(font) ? { code: true } : {}),
  }
}
