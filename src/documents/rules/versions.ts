import type { State } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { DocumentId } from './documents.ts'

export type VersionId = Id<'document-version'>

export interface Version {
  readonly id: VersionId
  readonly documentId: DocumentId
  readonly ecosystemId: string
  readonly number: number
  readonly titleIt: string
  readonly titleEn: string | null
  readonly frozenAt: Date
  readonly frozenOn: Day
  readonly frozenBy: string
  /** sha256 of its canonical content, in hexadecimal. */
  readonly hash: string
  readonly blocks: number
  readonly note: string | null
  readonly finalOn: Day | null
  readonly adoptedOn: Day | null
  readonly decisionId: string | null
  readonly publishedOn: Day | null
  /** The decision that adopted it was annulled: it is not adopted, and is not in force. Known where the decisions are. */
  readonly annulledOn?: Day
}

/** On which day each of some decisions was annulled, if it was: told by the room that keeps them. */
export type Annulments = (db: Db, decisionIds: readonly string[]) => Promise<ReadonlyMap<string, Day>>

export const decisionsOn = (versions: readonly Version[]): string[] => versions.flatMap(({ decisionId }) => decisionId ?? [])

/** The versions as their adoptions stand on a day. */
export function standingOn(day: Day, versions: readonly Version[], annulled: ReadonlyMap<string, Day>): Version[] {
  return versions.map((version) => {
    const annulledOn = annulled.get(version.decisionId ?? '')
    return annulledOn && annulledOn <= day ? { ...version, adoptedOn: null, annulledOn } : version
  })
}

/** Whatever became of its adoption, a version once published stays to be read. */
export const isPublic = ({ publishedOn }: Pick<Version, 'publishedOn'>, today: Day): boolean => publishedOn !== null && publishedOn <= today

export type VersionState = 'frozen' | 'final' | 'adopted' | 'published'

export function versionState(version: Pick<Version, 'finalOn' | 'adoptedOn' | 'publishedOn' | 'annulledOn'>, today: Day): VersionState {
  const by = (day: Day | null) => day !== null && day <= today
  if (by(version.publishedOn) && !version.annulledOn) return 'published'
  if (by(version.adoptedOn)) return 'adopted'
  return by(version.finalOn) ? 'final' : 'frozen'
}

/** A document is in draft until its first version is frozen; then it is where its farthest version is. */
export type DocumentState = 'draft' | VersionState

const order: readonly DocumentState[] = ['draft', 'frozen', 'final', 'adopted', 'published']

export function documentState(versions: readonly Version[], today: Day): DocumentState {
  const states = versions.filter(({ frozenOn }) => frozenOn <= today).map((version) => versionState(version, today))
  return states.reduce<DocumentState>((far, state) => (order.indexOf(state) > order.indexOf(far) ? state : far), 'draft')
}

export const stateOfDocument: Record<DocumentState, State> = {
  draft: 'todo',
  frozen: 'doing',
  final: 'doing',
  adopted: 'doing',
  published: 'done',
}

/** The version in force: the last that was published, and whose adoption stands. */
export function inForce(versions: readonly Version[], today: Day): Version | null {
  return [...versions].filter((version) => versionState(version, today) === 'published').sort((a, b) => b.number - a.number)[0] ?? null
}

export const nothingToFreeze = {
  slug: 'draft-empty',
  status: 422,
  it: 'La bozza è vuota: scrivi almeno un blocco, poi congelala.',
  en: 'The draft is empty: write at least one block, then freeze it.',
} as const satisfies ProblemKind

export const nothingChanged = {
  slug: 'draft-unchanged',
  status: 409,
  it: 'La bozza è uguale alla versione {number}: si congela di nuovo quando il testo cambia.',
  en: 'The draft is the same as version {number}: it is frozen again when the text changes.',
} as const satisfies ProblemKind

export const draftMoved = {
  slug: 'draft-moved',
  status: 409,
  it: 'Mentre leggevi la bozza è cambiata: rileggila, poi congelala.',
  en: 'While you were reading the draft changed: read it again, then freeze it.',
} as const satisfies ProblemKind

export const adoptedAlready = {
  slug: 'version-adopted-already',
  status: 409,
  it: 'La versione {number} è già adottata.',
  en: 'Version {number} is already adopted.',
} as const satisfies ProblemKind

export const finalAlready = {
  slug: 'version-final-already',
  status: 409,
  it: 'La versione {number} è già dichiarata definitiva.',
  en: 'Version {number} was already declared final.',
} as const satisfies ProblemKind

export const notAdopted = {
  slug: 'version-not-adopted',
  status: 409,
  it: 'Si pubblica una versione adottata: prima serve la decisione del gruppo di lavoro.',
  en: 'What is published is an adopted version: the working group’s decision comes first.',
} as const satisfies ProblemKind

export const publishedAlready = {
  slug: 'version-published-already',
  status: 409,
  it: 'La versione {number} è già pubblicata dal {on}.',
  en: 'Version {number} has been public since {on}.',
} as const satisfies ProblemKind

export const noSuchDecision = {
  slug: 'adoption-decision-missing',
  status: 422,
  it: 'Questa decisione non c’è: scegline una tra quelle del gruppo di lavoro.',
  en: 'There is no such decision: choose one of the working group’s.',
} as const satisfies ProblemKind

export const decisionOfAnother = {
  slug: 'adoption-by-another-group',
  status: 422,
  it: 'La decisione è di un altro ecosistema o di un tavolo: adotta il gruppo di lavoro di questo ecosistema.',
  en: 'The decision belongs to another ecosystem or to a table: this ecosystem’s working group adopts.',
} as const satisfies ProblemKind

export const notOfAdoption = {
  slug: 'decision-not-of-adoption',
  status: 422,
  it: 'La decisione numero {number} non è di adozione di un documento: registrane una di quel tipo.',
  en: 'Decision number {number} does not adopt a document: record one of that kind.',
} as const satisfies ProblemKind

export const decisionDoesNotHold = {
  slug: 'adoption-decision-not-held',
  status: 422,
  it: 'La decisione numero {number} non vale: non è passata, o è stata annullata.',
  en: 'Decision number {number} does not hold: it did not pass, or was annulled.',
} as const satisfies ProblemKind

export const decidedBeforeFreezing = {
  slug: 'adoption-before-freezing',
  status: 422,
  it: 'La decisione è del {taken}, la versione è stata congelata il {frozen}: si adotta un testo che c’era già.',
  en: 'The decision is of {taken}, the version was frozen on {frozen}: what is adopted is a text that was already there.',
} as const satisfies ProblemKind

export const decisionServedAnother = {
  slug: 'adoption-decision-used',
  status: 409,
  it: 'Questa decisione ha già adottato un’altra versione dello stesso documento.',
  en: 'This decision already adopted another version of the same document.',
} as const satisfies ProblemKind

/** What is known of a decision of a body: told by the room that keeps them. */
export interface AdoptingDecision {
  readonly id: string
  readonly number: number
  readonly ecosystemId: string
  readonly bodyKind: string
  readonly kind: string
  readonly takenOn: Day
  /** Adopted, and not annulled. */
  readonly holds: boolean
}

export function mustBeAdoptable(version: Version, decision: AdoptingDecision | null, others: readonly Version[]): AdoptingDecision {
  if (version.adoptedOn) throw new Problem(adoptedAlready, { number: version.number })
  const field = 'decisionId'
  if (!decision) throw new Problem(noSuchDecision, { field })
  if (decision.ecosystemId !== version.ecosystemId || decision.bodyKind !== 'working-group') throw new Problem(decisionOfAnother, { field })
  if (decision.kind !== 'adoption') throw new Problem(notOfAdoption, { field, number: decision.number })
  if (!decision.holds) throw new Problem(decisionDoesNotHold, { field, number: decision.number })
  if (decision.takenOn < version.frozenOn)
    throw new Problem(decidedBeforeFreezing, { field, taken: decision.takenOn, frozen: version.frozenOn })
  if (others.some(({ id, decisionId }) => id !== version.id && decisionId === decision.id))
    throw new Problem(decisionServedAnother, { field })
  return decision
}

export function mustNotBeFinal({ finalOn, adoptedOn, number }: Version): void {
  if (adoptedOn) throw new Problem(adoptedAlready, { number })
  if (finalOn) throw new Problem(finalAlready, { number })
}

export function mustBePublishable({ adoptedOn, publishedOn, number }: Version): void {
  if (publishedOn) throw new Problem(publishedAlready, { number, on: publishedOn })
  if (!adoptedOn) throw new Problem(notAdopted)
}
