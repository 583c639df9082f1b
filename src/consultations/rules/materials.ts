import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem, type ProblemKind } from '../../kernel/problem.ts'

/** What goes with the text: a file kept here, or an address elsewhere. */
export interface Material {
  readonly id: string
  readonly position: number
  readonly titleIt: string
  readonly titleEn: string | null
  /** In which it is written. */
  readonly lang: Lang
  readonly fileId: string | null
  readonly address: string | null
  readonly addedAt: Date
}

export const mostMaterials = 50

export const tooManyMaterials = {
  slug: 'too-many-materials',
  status: 422,
  it: 'I materiali sono già {most}: togline uno, o uniscili in un file.',
  en: 'There are {most} materials already: remove one, or join them into a file.',
} as const satisfies ProblemKind

export const fileOrAddress = {
  slug: 'material-file-or-address',
  status: 422,
  it: 'Un materiale è un file oppure un collegamento: dai l’uno o l’altro.',
  en: 'A material is either a file or a link: give one or the other.',
} as const satisfies ProblemKind

export const materialsStay = {
  slug: 'consultation-materials-stay',
  status: 409,
  it: 'La consultazione è già stata aperta: chi partecipa conta sui materiali che ha letto. Se ne possono aggiungere, non togliere.',
  en: 'The consultation was opened already: those who take part rely on the materials they read. More can be added, none removed.',
} as const satisfies ProblemKind

export function mustHaveRoom(all: readonly Material[]): void {
  if (all.length >= mostMaterials) throw new Problem(tooManyMaterials, { most: mostMaterials })
}

export function mustBeAMaterialOf(all: readonly Material[], id: string): Material {
  const one = all.find((material) => material.id === id)
  if (!one) throw new Problem(notFound, { material: id })
  return one
}

export const materialTitle = (lang: Lang, { titleIt, titleEn }: Pick<Material, 'titleIt' | 'titleEn'>): string =>
  lang === 'en' ? (titleEn ?? titleIt) : titleIt
