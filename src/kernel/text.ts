// Control characters and what XML cannot hold, which would break the feed; and the signs that turn the direction of
// writing, which make a text read otherwise than it is written.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters refused.
const unkeepable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/

/** True for a text that every page, feed and download can repeat as it is. */
export function isKeepable(text: string): boolean {
  return !unkeepable.test(text) && text.isWellFormed()
}

/** A text that nobody here wrote, made keepable: a sign stands where something could not be kept. */
export function keepable(text: string): string {
  return text.toWellFormed().replace(new RegExp(unkeepable, 'g'), '\uFFFD')
}

/** What was copied from elsewhere, without what could not be kept. */
export function withoutUnkeepable(text: string): string {
  return text.toWellFormed().replace(new RegExp(unkeepable, 'g'), '')
}

/** False for a text that shows nothing: spaces, or signs without width. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}
