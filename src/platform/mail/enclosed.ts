import type { Lang } from '../../kernel/lang.ts'
import type { Db } from '../db.ts'
import type { Letter, Quote } from '../mail.ts'

/** Reads what a room encloses in its mails, as it stands in the moment in which they leave. */
export type Enclose = (db: Db, of: Readonly<Record<string, string>>, lang: Lang) => Promise<readonly Quote[]>

/** By the name of the room. */
export type Enclosures = Readonly<Record<string, Enclose>>

/** The letter with the words that its room keeps: they are read now, and never written beside the mail. */
export async function withQuotes(db: Db, letter: Letter, lang: Lang, enclosures: Enclosures): Promise<Letter> {
  const { enclosed } = letter
  const enclose = enclosed && enclosures[enclosed.by]
  return enclose ? { ...letter, quotes: await enclose(db, enclosed.of, lang) } : letter
}
