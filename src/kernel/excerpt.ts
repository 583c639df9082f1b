/** What can be read of a text without opening it: whole words, at most so many characters. */
export function excerpt(text: string, most = 160): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const end = cut.lastIndexOf(' ')
  return `${(end > most / 2 ? cut.slice(0, end) : cut).toWellFormed()}…`
}
