import { paths } from '../../charter/paths.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { say } from '../../kernel/words.ts'
import type { Db } from '../../platform/db.ts'
import type { Ctx } from '../../platform/http.ts'
import type { BodiesOf } from '../actions/documents.ts'
import type { FindDecision } from '../actions/versions.ts'
import { documentWords } from '../messages/documents.ts'
import type { References } from '../references.ts'
import { type Document, isInsider, titleIn } from '../rules/documents.ts'
import { type AdoptingDecision, type Annulments, decisionsOn, isPublic, standingOn, type Version } from '../rules/versions.ts'
import { getDocument } from '../store/documents.ts'
import { versionsOf } from '../store/versions.ts'

/** What the rooms beside and above tell this one. */
export interface Neighbours {
  readonly bodiesOf: BodiesOf
  readonly findDecision: FindDecision
  /** The decisions of an ecosystem's working group that adopt documents, the latest first. */
  readonly adoptions: (db: Db, ecosystemId: string) => Promise<readonly (AdoptingDecision & { readonly title: string })[]>
  readonly references: References
  readonly annulments: Annulments
  /** The versions that everybody reads because a consultation upon them was opened, also those it went on without. */
  readonly readable: (db: Db, documentId: string) => Promise<readonly string[]>
  /** The consultations upon a document whose first day has come, the latest first. */
  readonly consulted: (db: Db, documentId: string, today: Day) => Promise<readonly Consulted[]>
}

/** A version that everybody is, or was, asked about: where, and in which days. */
export interface Consulted {
  readonly versionId: string
  readonly to: string
  readonly textTo: string
  readonly opensOn: Day
  readonly closesOn: Day
  /** Its days have come, are not over, and nothing suspends it. */
  readonly open: boolean
}

/** A document, where it stands, and what whoever reads may see of it. */
export interface Around {
  readonly document: Document
  readonly title: string
  readonly ecosystem: { readonly slug: string; readonly name: string }
  readonly insider: boolean
  /** The versions that whoever reads may see, the first one first. */
  readonly versions: readonly Version[]
  readonly all: readonly Version[]
  readonly consulted: readonly Consulted[]
}

export async function aroundDocument(c: Ctx, { annulments, readable, consulted: consultedOf }: Neighbours): Promise<Around> {
  const { db, actor, reader, today } = c.var
  const document = await getDocument(db, c.req.param('id') ?? '')
  const written = await versionsOf(db, document.id)
  const all = standingOn(today, written, await annulments(db, decisionsOn(written)))
  const ecosystem = (await namesOfEcosystems(db, [document.ecosystemId])).get(document.ecosystemId)
  const insider = isInsider(actor, document)
  const consulted = await consultedOf(db, document.id, today)
  const open = new Set(await readable(db, document.id))
  return {
    document,
    title: titleIn(reader.lang, document),
    ecosystem: { slug: ecosystem?.slug ?? '', name: ecosystem ? nameIn(reader.lang, ecosystem) : '' },
    insider,
    versions: all.filter((version) => insider || isPublic(version, today) || open.has(version.id)),
    all,
    consulted,
  }
}

export async function aroundVersion(c: Ctx, neighbours: Neighbours): Promise<Around & { readonly version: Version }> {
  const around = await aroundDocument(c, neighbours)
  const asked = c.req.param('number') ?? ''
  const version = around.versions.find(({ number }) => String(number) === asked)
  // Whoever may not read a version is not told that it exists.
  if (!version) throw new Problem(notFound, { version: asked })
  return { ...around, version }
}

type Step = { readonly label: string; readonly to?: string }

export function trailIn(lang: Lang, { document, title, ecosystem }: Around, ...rest: Step[]): Step[] {
  const steps: Step[] = [
    { label: say(lang, documentWords, 'ecosystems'), to: paths.ecosystems },
    { label: ecosystem.name, to: paths.ecosystem(ecosystem.slug) },
    { label: say(lang, documentWords, 'documents'), to: paths.documents(ecosystem.slug) },
  ]
  return rest.length > 0 ? [...steps, { label: title, to: paths.document(document.id) }, ...rest] : [...steps, { label: title }]
}
