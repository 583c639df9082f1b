import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { entriesOf } from '../../platform/files/archive.ts'

export const documentProtected = {
  slug: 'document-protected',
  status: 415,
  it: 'Il file è protetto da una password, oppure è nel vecchio formato .doc: aprilo, togli la password e salvalo come .docx o .odt.',
  en: 'The file is protected by a password, or is in the old .doc format: open it, remove the password and save it as .docx or .odt.',
} as const satisfies ProblemKind

export const documentWithMacros = {
  slug: 'document-with-macros',
  status: 415,
  it: 'Il file contiene macro, cioè programmi: salvalo come .docx o .odt senza macro e caricalo di nuovo.',
  en: 'The file holds macros, that is programs: save it as .docx or .odt without macros and upload it again.',
} as const satisfies ProblemKind

export const documentUnsafe = {
  slug: 'document-unsafe',
  status: 422,
  it: 'Il file è danneggiato, o fatto in un modo che non si può leggere in sicurezza: aprilo con il programma con cui è stato scritto e salvalo di nuovo come .docx o .odt.',
  en: 'The file is damaged, or made in a way that cannot be read safely: open it with the program it was written with and save it again as .docx or .odt.',
} as const satisfies ProblemKind

export const documentTooIntricate = {
  slug: 'document-too-intricate',
  status: 422,
  it: 'Il testo ha troppi livelli uno dentro l’altro (tabelle, elenchi o riquadri): al massimo {deepest}. Semplificalo e caricalo di nuovo.',
  en: 'The text has too many levels within each other (tables, lists or boxes): {deepest} at most. Make it simpler and upload it again.',
} as const satisfies ProblemKind

const mostXml = 60 * 1024 * 1024
const deepest = 200

/** Refuses with its own words what the check of kinds only calls damaged. */
export function mustBeOpen(bytes: Buffer): void {
  // The container in which office programs put what they encrypt, and their formats of before 2007.
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') throw new Problem(documentProtected, { field: 'file' })
  if (bytes.subarray(0, 2).toString('latin1') === 'PK' && /vbaProject\.bin|Basic\/script-lc\.xml/.test(bytes.toString('latin1')))
    throw new Problem(documentWithMacros, { field: 'file' })
}

/** The texts inside an office document, none of which declares entities or nests without end. */
export async function soundParts(bytes: Buffer, wanted: RegExp): Promise<Map<string, Buffer>> {
  const parts = await entriesOf(bytes, wanted, mostXml)
  if (!parts) throw new Problem(documentUnsafe, { field: 'file' })
  for (const [name, part] of parts) if (/\.(?:xml|rels)$/.test(name)) mustBePlainXml(part)
  const manifest = parts.get('META-INF/manifest.xml')?.toString('utf8') ?? ''
  if (manifest.includes('encryption-data')) throw new Problem(documentProtected, { field: 'file' })
  return parts
}

function mustBePlainXml(part: Buffer): void {
  // In UTF-16 a declaration would not be seen, and no office program writes it.
  const text = part.toString('utf8')
  if (part[0] === 0xfe || part[0] === 0xff || part.subarray(0, 200).includes(0) || /<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new Problem(documentUnsafe, { field: 'file' })
  let depth = 0
  for (const [tag, closing = ''] of text.matchAll(/<(\/?)[A-Za-z_][^>]*>/g)) {
    if (closing) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth > deepest) throw new Problem(documentTooIntricate, { field: 'file', deepest })
  }
}
