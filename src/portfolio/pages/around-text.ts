import { paths } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { type Block, isInsider, placeOfDocument } from '../../documents/index.ts'
import { type EcosystemView, getEcosystem, nameIn, placeOf } from '../../ecosystems/index.ts'
import type { Ctx } from '../../platform/http.ts'
import { blocksIn, type Text, textOf } from '../vision.ts'
import type { Place } from './around.tsx'

export const guided = ['perimeter', 'vision'] as const
export type Guided = (typeof guided)[number]

/** The perimeter or the vision as whoever reads may see it. */
export interface AroundText extends Text {
  readonly kind: Guided
  readonly view: EcosystemView
  readonly ecosystem: Place
  /** What is shown: members see the draft, everybody the version in force. */
  readonly which: 'draft' | 'version'
  readonly blocks: readonly (Block & { readonly revision?: number })[]
  readonly insider: boolean
  readonly mayWrite: boolean
  readonly mayBegin: boolean
}

/** `published`: a member too is shown what everybody reads. */
export async function aroundText(c: Ctx, kind: Guided, published = c.req.query('testo') === 'pubblicato'): Promise<AroundText> {
  const { db, today, actor, reader } = c.var
  const view = await getEcosystem(db, c.req.param('slug') ?? '', today)
  const text = await textOf(db, view, kind, today)
  const insider = text.document !== null && isInsider(actor, text.document)
  const which = insider && !published ? 'draft' : 'version'
  return {
    ...text,
    kind,
    view,
    ecosystem: { slug: view.slug, name: nameIn(reader.lang, view) },
    which,
    blocks: await blocksIn(db, text, which),
    insider,
    mayWrite: which === 'draft' && text.document !== null && can(actor, 'documents.write', placeOfDocument(text.document)),
    mayBegin: text.document === null && can(actor, 'documents.begin', placeOf(view)),
  }
}

export const addressOf = (kind: Guided, slug: string) => (kind === 'perimeter' ? paths.perimeter(slug) : paths.vision(slug))
