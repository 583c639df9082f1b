import type { RstFiles } from '../../platform/rst.ts'

/** A plan's folder for tests, in words of ours: one chapter, unless others are given. */
export function sample(chapter: string, others: Readonly<Record<string, string>> = {}): RstFiles {
  return new Map(Object.entries({ '01_prova.rst': `Prova\n=====\n\n${chapter}`, ...others }))
}

export interface SampleFields {
  readonly tempi?: string
  readonly attori?: string
  readonly risultati?: string
  readonly aree?: string
}

export function sampleAction(
  code: string,
  {
    tempi = 'In corso',
    attori = 'Alfa',
    risultati = 'Sportello aperto (giugno 2020).',
    aree = 'Nel breve periodo, impatto sulle PA.',
  }: SampleFields = {},
): string {
  const field = (name: string, text: string) => `**${name}**\n${text.replace(/^(?=.)/gm, '  ')}\n\n`
  return [
    `.. rubric:: **${code} - Apertura dello sportello**\n   :class: ref\n   :name: ${code.toLowerCase()}\n\n`,
    field('Tempi', tempi),
    field('Attori', attori),
    field('Descrizione', 'Si apre uno sportello.'),
    field('Risultati', risultati),
    field('Aree di intervento', aree),
  ].join('')
}
