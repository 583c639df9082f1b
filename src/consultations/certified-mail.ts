import { type ParsedMail, simpleParser } from 'mailparser'
import { dayOf, isDay } from '../kernel/day.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import { isVisible, keepable } from '../kernel/text.ts'

/** A message as it is written in the ledger. */
export interface Message {
  readonly authorName: string
  readonly authorEmail: string | null
  readonly text: string | null
  readonly sentOn: string | null
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
}

export const notAMessage = {
  slug: 'not-a-message',
  status: 422,
  it: 'Questo file non è un messaggio di posta: salva il messaggio in formato .eml e riprova.',
  en: 'This file is not an e-mail message: save the message as .eml and try again.',
} as const satisfies ProblemKind

const longestText = 20_000
const mostFiles = 10

/**
 * Reads a message saved as .eml. A certified one travels inside the envelope of its provider, as postacert.eml: whoever
 * wrote is named in there, and not on the envelope.
 */
export async function readMessage(bytes: Buffer): Promise<Message> {
  const outer = await parse(bytes)
  const certified = outer.attachments.find(({ filename }) => filename?.toLowerCase() === 'postacert.eml')
  const mail = certified ? await parse(certified.content) : outer
  const [from] = mail.from?.value ?? []
  const address = from?.address && /^[^\s@]+@[^\s@]+$/.test(from.address) ? from.address.slice(0, 254) : null
  const name = plain(from?.name ?? '') || address
  if (!name) throw new Problem(notAMessage, { field: 'message' })
  const words = [mail.subject, mail.text].map((part) => keepable(part ?? '').trim()).filter(isVisible)
  const sent = mail.date ? dayOf(mail.date) : null
  return {
    authorName: name.slice(0, 200),
    authorEmail: address,
    text: words.length > 0 ? words.join('\n\n').replace(/\r\n?/g, '\n').slice(0, longestText).toWellFormed().trim() : null,
    sentOn: sent && isDay(sent) ? sent : null,
    files: mail.attachments
      .filter(({ related }) => !related)
      .slice(0, mostFiles)
      .map(({ filename, content }) => ({ name: filename ?? 'allegato', bytes: content })),
  }
}

async function parse(bytes: Buffer): Promise<ParsedMail> {
  try {
    return await simpleParser(bytes, { skipImageLinks: true, skipTextToHtml: true, skipTextLinks: true, maxHtmlLengthToParse: 1_000_000 })
  } catch {
    throw new Problem(notAMessage, { field: 'message' })
  }
}

const plain = (text: string): string => keepable(text).replace(/\s+/g, ' ').trim()
