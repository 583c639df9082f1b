/** Signs that Markdown would take for its own. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
}

/** Words as code, fenced by more back quotes than they hold. */
export function code(words: string): string {
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const padded = words.startsWith('`') || words.endsWith('`') || /^ .*[^ ].* $/.test(words)
  return padded ? `${fence} ${words} ${fence}` : `${fence}${words}${fence}`
}
