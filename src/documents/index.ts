export { commentBlock } from './actions/comments.ts'
export { type BodiesOf, createDocument, describeDocument } from './actions/documents.ts'
export { adoptVersion, declareFinal, type FindDecision, freezeDraft, publishVersion } from './actions/versions.ts'
export { importBlocks, restoreVersion, writeSection } from './actions/write.ts'
export { documentAudiences } from './audiences.ts'
export { type DocumentDuty, documentDuties } from './duties.ts'
export { type DocumentFact, documentFacts } from './facts.ts'
export { mayReadFigures } from './files.ts'
export { missingPartsInWords } from './parts-in-words.ts'
export type { LivingReference, References } from './references.ts'
export { alignBlocks } from './rules/alignment/align.ts'
export { carrier, type Fate, type Passage } from './rules/alignment/carry.ts'
export type { Match } from './rules/alignment/matches.ts'
export type { Alignable } from './rules/alignment/pairing.ts'
export {
  abouts,
  type Block,
  type BlockData,
  type BlockId,
  type BlockKind,
  blockKinds,
  type DraftBlock,
  type ParsedBlock,
  places,
  type Reference,
} from './rules/blocks.ts'
export {
  type Document,
  type DocumentId,
  type DocumentKind,
  documentKinds,
  isInsider,
  placeOfDocument,
  titleIn,
} from './rules/documents.ts'
export { missingParts, type Part } from './rules/parts.ts'
export { flatten, ownRange, type Section, sectionsOf, start } from './rules/sections.ts'
export {
  type Annulments,
  type DocumentState,
  decisionsOn,
  documentState,
  inForce,
  isPublic,
  standingOn,
  type Version,
  type VersionId,
  type VersionState,
  versionState,
} from './rules/versions.ts'
export { documentsById, documentsOf, findDocument, getDocument } from './store/documents.ts'
export { draftOf } from './store/draft.ts'
export { blocksReferringTo, type Referring } from './store/referring.ts'
export { draftsSpeakingOf, type SpeakingVersion, versionsSpeakingOf } from './store/speaking.ts'
export {
  blocksBetween,
  blocksInVersions,
  blocksOf,
  findVersionNumbered,
  getVersion,
  headingsOf,
  versionsOf,
  versionsOfAll,
} from './store/versions.ts'
export { type BlockChange, countChanges, diffVersions, isSame } from './text/diff.ts'
export { render } from './text/markdown.ts'
