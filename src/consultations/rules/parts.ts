import { Problem, type ProblemKind } from '../../kernel/problem.ts'

/** What a strategy document must hold before anybody is asked about it (LA52). */
export const strategyParts = ['vision', 'perimeter', 'strategy'] as const
export type StrategyPart = (typeof strategyParts)[number]

const lacks = {
  vision: {
    slug: 'strategy-without-vision',
    status: 422,
    it: 'Al documento di strategia manca una parte sulla visione: aggiungi alla bozza un titolo che la nomini, con il suo testo, congela una nuova versione e scegli quella.',
    en: 'The strategy document lacks a part on the vision: add to the draft a heading that names it, with its text, freeze a new version and choose that one.',
  },
  perimeter: {
    slug: 'strategy-without-perimeter',
    status: 422,
    it: 'Al documento di strategia manca una parte sul perimetro: aggiungi alla bozza un titolo che lo nomini, con il suo testo, congela una nuova versione e scegli quella.',
    en: 'The strategy document lacks a part on the perimeter: add to the draft a heading that names it, with its text, freeze a new version and choose that one.',
  },
  strategy: {
    slug: 'strategy-without-strategy',
    status: 422,
    it: 'Al documento di strategia manca una parte sulla strategia di sviluppo: aggiungi alla bozza un titolo che la nomini, con il suo testo, congela una nuova versione e scegli quella.',
    en: 'The strategy document lacks a part on the development strategy: add to the draft a heading that names it, with its text, freeze a new version and choose that one.',
  },
} as const satisfies Record<StrategyPart, ProblemKind>

/** The first that is missing is told in words; the facts name them all. */
export function mustHoldItsParts(lacking: readonly StrategyPart[]): void {
  const [first] = lacking
  if (first) throw new Problem(lacks[first], { missing: lacking.map((part) => `${part}-missing`) })
}
