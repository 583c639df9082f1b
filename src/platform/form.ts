import { z } from 'zod'
import { isLikelyDay } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { invalidInput, Problem, tell } from '../kernel/problem.ts'
import { isClockTime } from '../kernel/rome.ts'
import { isKeepable, isVisible } from '../kernel/text.ts'
import { catalogue, say } from '../kernel/words.ts'
import type { Ctx } from './http.ts'

const words = catalogue({
  it: {
    required: 'Questo dato serve: scrivilo.',
    short: 'Servono almeno {minimum, plural, one {# carattere} other {# caratteri}}.',
    long: 'Al massimo {maximum, plural, one {# carattere} other {# caratteri}}.',
    low: 'Il valore più piccolo ammesso è {minimum}.',
    high: 'Il valore più grande ammesso è {maximum}.',
    time: 'Scrivi un’ora del giorno, come 09:30.',
    day: 'Scrivi un giorno che esiste, come 31/12/2019.',
    email: 'Scrivi un indirizzo di posta, come nome@esempio.it.',
    url: 'Scrivi un indirizzo che comincia con https:// o http://.',
    choice: 'Scegli una delle voci proposte.',
    characters: 'Ci sono caratteri che non si possono conservare: riscrivi il testo a mano.',
    other: 'Questo dato non va bene: controllalo.',
  },
  en: {
    required: 'This is needed: write it.',
    short: 'Write at least {minimum, plural, one {# character} other {# characters}}.',
    long: 'At most {maximum, plural, one {# character} other {# characters}}.',
    low: 'The smallest value allowed is {minimum}.',
    high: 'The largest value allowed is {maximum}.',
    time: 'Write a time of day, such as 09:30.',
    day: 'Write a day that exists, such as 31/12/2019.',
    email: 'Write an e-mail address, such as name@example.org.',
    url: 'Write an address that begins with https:// or http://.',
    choice: 'Choose one of the options offered.',
    characters: 'Some characters cannot be kept: type the text again.',
    other: 'This is not right: check it.',
  },
})

/** One line of text, trimmed, between 1 and `maximum` characters. */
export function line(maximum = 300) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine((text) => isKeepable(text) && !/[\r\n\u2028\u2029]/.test(text), { params: { words: 'characters' } })
    .refine(isVisible, { params: { words: 'required' } })
}

/** Text of several lines, trimmed, between 1 and `maximum` characters; line ends become '\n'. */
export function prose(maximum = 10_000) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .refine(isKeepable, { params: { words: 'characters' } })
    .refine(isVisible, { params: { words: 'required' } })
    .transform((text) => text.replace(/\r\n?/g, '\n'))
}

/** A field that a form may leave empty: '' and absent are null. */
export function optional<Field extends z.ZodType>(field: Field) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), field.nullable())
}

/** A day, as a date field sends it. */
export function dayField() {
  return z
    .string()
    .trim()
    .refine(isLikelyDay, { params: { words: 'day' } })
}

/** A time of the clock, as a time field sends it. */
export function timeField() {
  return z
    .string()
    .trim()
    .refine(isClockTime, { params: { words: 'time' } })
}

/** An address that may be shown as a link: http or https, never another scheme. */
export function webAddress() {
  return z
    .string()
    .trim()
    .max(2000)
    .refine(isWebAddress, { params: { words: 'url' } })
}

/** With a name before the host, 'https://agid.gov.it@elsewhere.example', an address leads elsewhere than it seems. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(text) || !URL.canParse(text) || !isKeepable(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

/** A field that may be sent once or many times, always as a list. */
export function many<Field extends z.ZodType>(field: Field) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(field).max(500),
  )
}

/** One sentence for each field that needs correcting, by the field's name. */
export function fieldErrors(lang: Lang, error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= wordsFor(lang, issue)
  }
  return errors
}

function wordsFor(lang: Lang, issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') {
    const key = issue.params?.words
    if (typeof key === 'string' && Object.hasOwn(words.it, key)) return say(lang, words, key as keyof typeof words.it)
    return issue.message ?? say(lang, words, 'other')
  }
  if (issue.code === 'too_small') {
    if (issue.origin !== 'string') return say(lang, words, 'low', { minimum: Number(issue.minimum) })
    return issue.minimum === 1 ? say(lang, words, 'required') : say(lang, words, 'short', { minimum: Number(issue.minimum) })
  }
  if (issue.code === 'too_big') return say(lang, words, issue.origin === 'string' ? 'long' : 'high', { maximum: Number(issue.maximum) })
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return say(lang, words, 'choice')
  if (issue.code === 'invalid_format')
    return say(lang, words, issue.format === 'email' ? 'email' : issue.format === 'url' ? 'url' : 'other')
  if (issue.code === 'invalid_type') return say(lang, words, 'required')
  return say(lang, words, 'other')
}

/** What a form holds: its raw values, to fill it in again, with its data when all is well and its errors when not. */
export type Form<Data> =
  | { readonly data: Data; readonly values: FormValues; readonly errors: Record<string, never> }
  | { readonly data: null; readonly values: FormValues; readonly errors: Record<string, string> }

export type FormValues = Record<string, string | string[] | undefined>

/** Reads and checks a form that was sent. Files are left to `c.req.parseBody()`. */
export async function readForm<Schema extends z.ZodType>(c: Ctx, schema: Schema): Promise<Form<z.output<Schema>>> {
  const body = await c.req.parseBody({ all: true })
  const values: FormValues = {}
  for (const [name, value] of Object.entries(body)) {
    if (name === '_csrf') continue
    if (typeof value === 'string') values[name] = value
    else if (Array.isArray(value)) values[name] = value.filter((one) => typeof one === 'string')
  }
  const parsed = schema.safeParse(values)
  if (parsed.success) return { data: parsed.data, values, errors: {} }
  return { data: null, values, errors: fieldErrors(c.var.reader.lang, parsed.error) }
}

/**
 * The errors to show in the form when an action refused its data: beside the field the problem names, or at the top.
 * A refusal of permission, or anything that is not a Problem, is not the form's business and goes on.
 */
export function refusal(c: Ctx, error: unknown): Record<string, string> {
  if (!(error instanceof Problem) || [401, 403, 404].includes(error.kind.status)) throw error
  if (error.kind === invalidInput && error.facts.errors) return error.facts.errors as Record<string, string>
  return { [typeof error.facts.field === 'string' ? error.facts.field : '']: tell(c.var.reader.lang, error) }
}
