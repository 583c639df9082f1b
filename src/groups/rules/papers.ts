import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export const paperUnclear = {
  slug: 'paper-address-unclear',
  status: 422,
  it: 'Alla riga {row} manca un indirizzo che comincia con https://: scrivi un documento per riga, prima il nome e poi l’indirizzo.',
  en: 'Line {row} lacks an address that begins with https://: write one document a line, first its name and then the address.',
} as const satisfies ProblemKind

export const tooManyPapers = {
  slug: 'too-many-papers',
  status: 422,
  it: 'I documenti di una riunione sono al massimo {most}: togline qualcuno.',
  en: 'A meeting has at most {most} documents: take some away.',
} as const satisfies ProblemKind

const most = 30

export interface LinkedPaper {
  readonly name: string
  readonly address: string
}

/** One document a line: its name, then its address. Without a name the address is shown. */
export function linkedPapers(text: string | null): LinkedPaper[] {
  return (text ?? '')
    .split('\n')
    .map((row) => row.trim())
    .filter(Boolean)
    .map((row, index) => {
      const [, name = '', address = ''] = /^(.*?)\s*(https?:\/\/\S+)$/i.exec(row) ?? []
      if (!URL.canParse(address) || address.length > 2000) throw new Problem(paperUnclear, { field: 'links', row: index + 1 })
      return { name: (name.replace(/[\s:–-]+$/, '') || address).slice(0, 200), address }
    })
}

export function mustBeFew(count: number): void {
  if (count > most) throw new Problem(tooManyPapers, { field: 'links', most })
}
