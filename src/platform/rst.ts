/**
 * Reads reStructuredText as blocks that a page can show. Nothing outside the files given is read or followed, and what
 * would take too long to read is refused.
 */
export { blocksOf } from './rst/blocks.ts'
export { cleanSource, oneLine } from './rst/clean.ts'
export { type Converting, positionOf } from './rst/converting.ts'
export { insideFolder, linesOf, type RstFiles, rstTooLong } from './rst/lines.ts'
export { optionOf } from './rst/options.ts'
export { mustBeBounded, parse, rstTooIntricate, rstUnreadable } from './rst/parse.ts'
export type * from './rst/source.ts'
export type { SourceLine } from './rst/source-line.ts'
