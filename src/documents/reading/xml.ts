import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { parseDocument } from 'htmlparser2'

/** The root of an XML text. That it declares no entities was seen before. */
export function rootOf(xml: string): Element | null {
  return parseDocument(xml, { xmlMode: true }).children.find(isTag) ?? null
}

export const childrenOf = (element: Element): Element[] => element.children.filter(isTag)

export const one = (element: Element, name: string): Element | null => childrenOf(element).find((child) => child.name === name) ?? null

export function everyElement(element: Element): Element[] {
  return [element, ...childrenOf(element).flatMap(everyElement)]
}

export function wordsIn(node: ChildNode): string {
  if (isText(node)) return node.data
  return isTag(node) ? node.children.map(wordsIn).join('') : ''
}
