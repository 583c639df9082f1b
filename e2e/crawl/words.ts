import type { Lang } from '../../src/kernel/lang.ts'
import { askAdmin } from '../../src/platform/test-server.ts'

/** What the crawls of the two languages tell each other, on the server they share. */
export async function keepWords(adminUrl: string): Promise<void> {
  await askAdmin(adminUrl, 'create table site_word (lang text, word text, primary key (lang, word))')
}

export async function tellWords(adminUrl: string, lang: Lang, words: Iterable<string>): Promise<void> {
  await askAdmin(adminUrl, 'insert into site_word select $1, unnest($2::text[]) on conflict do nothing', [lang, [...words]])
}

export async function wordsTold(adminUrl: string, lang: Lang): Promise<string[]> {
  const told = await askAdmin<{ word: string }>(adminUrl, 'select word from site_word where lang = $1', [lang])
  return told.map(({ word }) => word)
}
