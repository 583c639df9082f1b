import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { extensionOf, type FileKind, fileKinds, kindOf } from './kinds.ts'

export const megabyte = 1024 * 1024
export const fileLimit = 10 * megabyte

/** A file as somebody gives it, and what is asked of it. */
export interface Given {
  readonly bytes: Buffer
  readonly name: string
  readonly allowed: readonly FileKind[]
  /** In bytes. */
  readonly limit?: number
  /** The field of the form, beside which a refusal is told. */
  readonly field?: string
}

export const fileMissing = {
  slug: 'file-missing',
  status: 422,
  it: 'Manca il file: sceglilo e manda di nuovo il modulo.',
  en: 'The file is missing: choose it and send the form again.',
} as const satisfies ProblemKind

export const fileTooLarge = {
  slug: 'file-too-large',
  status: 413,
  it: 'Il file è troppo grande: al massimo {limit} MB. Riducilo (per un PDF con scansioni, a una risoluzione più bassa) o dividilo in più file.',
  en: 'The file is too large: {limit} MB at most. Make it smaller (for a scanned PDF, at a lower resolution) or split it into several files.',
} as const satisfies ProblemKind

export const fileRefused = {
  slug: 'file-refused',
  status: 415,
  it: 'Questo file non si può accettare: dal contenuto non risulta di un tipo ammesso, oppure è danneggiato, protetto o contiene altro. Salvalo di nuovo in uno di questi formati: {allowed}.',
  en: 'This file cannot be accepted: by its content it is not of an allowed type, or it is damaged, protected or holds something else. Save it again in one of these formats: {allowed}.',
} as const satisfies ProblemKind

export const fileDisguised = {
  slug: 'file-disguised',
  status: 415,
  it: 'Il nome del file finisce in .{extension}, ma il contenuto è di tipo {found}. Controlla di aver scelto il file giusto, e dagli il nome che gli spetta.',
  en: 'The name of the file ends in .{extension}, but its content is of type {found}. Check that you chose the right file, and give it the name it should have.',
} as const satisfies ProblemKind

/** The kind of a file that may be kept. What is refused says what to do. */
export async function mustBeAllowed({ bytes, name, allowed, limit = fileLimit, field }: Given): Promise<FileKind> {
  const place = field ? { field } : {}
  if (bytes.length === 0) throw new Problem(fileMissing, place)
  if (bytes.length > limit) throw new Problem(fileTooLarge, { ...place, limit: Math.round((limit / megabyte) * 10) / 10 })
  const kind = await kindOf(bytes, name)
  const extension = extensionOf(name)
  if (kind === null || !allowed.includes(kind))
    throw new Problem(fileRefused, { ...place, allowed: allowed.map((one) => fileKinds[one].extensions[0]) })
  if (extension && !(fileKinds[kind].extensions as readonly string[]).includes(extension))
    throw new Problem(fileDisguised, { ...place, extension, found: fileKinds[kind].extensions[0] })
  return kind
}
