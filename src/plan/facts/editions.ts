import { day } from '../../kernel/day.ts'
import type { Edition } from '../store/editions.ts'

type KnownEdition = Pick<Edition, 'title' | 'publishedOn' | 'readMoreUrl' | 'discussUrl'>

/** What is known of the editions besides their text: when each came out, where it is read, where it is discussed. */
const known: Readonly<Record<string, KnownEdition>> = {
  '2017-2019': {
    title: 'Piano triennale per l’informatica nella pubblica amministrazione 2017–2019',
    publishedOn: day('2017-05-31'),
    readMoreUrl: 'https://docs.italia.it/italia/piano-triennale-ict/pianotriennale-ict-doc/it/2017-2019/',
    discussUrl: 'https://forum.italia.it/c/piano-triennale',
  },
  '2019-2021': {
    title: 'Piano triennale per l’informatica nella pubblica amministrazione 2019–2021',
    publishedOn: day('2019-03-12'),
    readMoreUrl: 'https://docs.italia.it/italia/piano-triennale-ict/pianotriennale-ict-doc/it/2019-2021/',
    discussUrl: 'https://forum.italia.it/c/piano-triennale',
  },
}

/** An edition by its code; one that is not known by heart takes the title its source gives it. */
export function editionFor(code: string, titleInSource?: string): Omit<Edition, 'id'> {
  const [fromYear = 0, toYear = 0] = code.split('-').map(Number)
  const unknown = {
    title: titleInSource || `Piano triennale ${fromYear}–${toYear}`,
    publishedOn: null,
    readMoreUrl: null,
    discussUrl: null,
  }
  return { code, fromYear, toYear, ...(known[code] ?? unknown) }
}
