import { SaxesParser } from 'saxes'

/**
 * The part of the Akoma Ntoso 3.0 schema (akomantoso30.xsd, OASIS) that our documents use, as patterns over the names of an
 * element's children: `p,ul` any of them in any order, and a sequence as the schema writes it. `text` where words may stand.
 */
const inline = 'b|i|u|sup|sub|span|inline|ref|a|del|ins|eol|img|docTitle|authorialNote'
const block = 'p|ul|ol|table'
const core = 'FRBRthis FRBRuri+ FRBRalias* FRBRdate+ FRBRauthor+'
const hierarchy = `(num )?(heading )?(subheading )?((intro )?((section|hcontainer) )+(wrapUp )?|content )`

const holds: Readonly<Record<string, string>> = {
  akomaNtoso: 'doc ',
  doc: 'meta (coverPage )?(preface )?(preamble )?mainBody (conclusions )?',
  meta: 'identification (publication )?(classification )*(lifecycle )*(workflow )*(analysis )*(references )*(notes )*',
  identification: 'FRBRWork FRBRExpression FRBRManifestation (FRBRItem )?',
  FRBRWork: `${names(core)}FRBRcountry (FRBRsubtype )?(FRBRnumber )*(FRBRname )*`,
  FRBRExpression: `${names(core)}(FRBRversionNumber )?(FRBRauthoritative )?(FRBRmasterExpression )?(FRBRlanguage )+(FRBRtranslation )*`,
  FRBRManifestation: `${names(core)}(FRBRformat )?`,
  references: '(TLC\\w+ )+',
  preface: `((longTitle|${block}) )+`,
  longTitle: '(p )+',
  mainBody: `((section|hcontainer|${block}) )+`,
  section: hierarchy,
  hcontainer: hierarchy,
  intro: `((${block}) )+`,
  content: `((${block}) )+`,
  ul: '(li )+',
  ol: '(li )+',
  table: '(caption )?(tr )+',
  tr: '((th|td) )+',
  th: `((${block}) )+`,
  td: `((${block}) )+`,
  authorialNote: `((${block}) )+`,
  li: `((${inline}|p|ul|ol) )*`,
}
for (const name of ['p', 'heading', 'caption', 'b', 'i', 'sup', 'inline', 'ref', 'del', 'docTitle'])
  Object.assign(holds, { [name]: `((${inline}) )*` })

const mixed = new Set(['p', 'li', 'heading', 'caption', 'b', 'i', 'sup', 'inline', 'ref', 'del', 'docTitle'])

const must: Readonly<Record<string, readonly string[]>> = {
  doc: ['name'],
  hcontainer: ['name'],
  inline: ['name'],
  identification: ['source'],
  references: ['source'],
  publication: ['date', 'name', 'showAs'],
  FRBRdate: ['date', 'name'],
  FRBRauthor: ['href'],
  FRBRlanguage: ['language'],
  FRBRthis: ['value'],
  FRBRuri: ['value'],
  FRBRcountry: ['value'],
  TLCOrganization: ['eId', 'href', 'showAs'],
  TLCRole: ['eId', 'href', 'showAs'],
  img: ['src'],
  ref: ['href'],
}

function names(sequence: string): string {
  return sequence.replace(/(\w+)([+*?]?)(?: |$)/g, (_, name: string, times: string) => (times ? `(${name} )${times}` : `${name} `))
}

/** Each rule that a document breaks, in words; ids that are there twice too. */
export function brokenRules(xml: string): string[] {
  const broken: string[] = []
  const ids = new Set<string>()
  const open: { readonly name: string; children: string }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1)
    if (parent) parent.children += `${name} `
    open.push({ name, children: '' })
    for (const one of must[name] ?? []) if (!attributes[one]) broken.push(`${name} lacks ${one}`)
    const id = attributes.eId
    if (id !== undefined && (ids.has(id) || /\s/.test(id))) broken.push(`the id ${id} is there twice, or has spaces`)
    if (id !== undefined) ids.add(id)
  })
  parser.on('text', (text) => {
    const { name = '' } = open.at(-1) ?? {}
    if (text.trim() && !mixed.has(name)) broken.push(`${name} holds words`)
  })
  parser.on('closetag', () => {
    const { name, children } = open.pop() as { name: string; children: string }
    if (!new RegExp(`^(?:${holds[name] ?? ''})$`).test(children)) broken.push(`${name} holds ${children || 'nothing'}`)
  })
  parser.write(xml).close()
  return broken
}
