import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import type { RstFiles } from '../platform/rst.ts'
import type { PlanImport } from './actions/import.ts'
import { criteria } from './facts/criteria.ts'
import { editionFor } from './facts/editions.ts'
import { contentOf } from './incoming.ts'
import { loadPlanFolder, loadPlanZip, planLimits, readPlan, readPublishedPage } from './reading/index.ts'

export const noSuchFile = {
  slug: 'plan-page-unreadable',
  status: 422,
  it: '«{path}» non si può leggere: controlla che esista e che sia un file di testo.',
  en: '“{path}” cannot be read: check that it exists and is a text file.',
} as const satisfies ProblemKind

export const noActionsInPage = {
  slug: 'plan-page-empty',
  status: 422,
  it: 'In questo testo non c’è alcuna azione del Piano: deve essere il testo di una pagina pubblicata, con «Tempi:», «Attori:» e gli altri campi.',
  en: 'There is no action of the plan in this text: it must be the text of a published page, with “Tempi:”, “Attori:” and the other fields.',
} as const satisfies ProblemKind

/** A plan's source as it lies on a disk. */
export async function planInFolder(directory: string, edition: string): Promise<PlanImport> {
  return planIn(await loadPlanFolder(directory), edition)
}

/** A plan's source as somebody uploads it. */
export async function planInZip(archive: Buffer, edition: string): Promise<PlanImport> {
  return planIn(await loadPlanZip(archive), edition)
}

/** The text of a page of the published site, as a file. */
export async function planInPageFile(file: string, edition: string): Promise<PlanImport> {
  return planInPage(await bytesOf(file), edition, path.basename(file))
}

export function planInPage(bytes: Buffer, edition: string, file: string): PlanImport {
  if (bytes.length > planLimits.fileBytes) throw new Problem(noActionsInPage)
  const text = bytes.toString('utf8')
  const { actions, unplaced } = readPublishedPage(text, file)
  if (actions.length === 0) throw new Problem(noActionsInPage)
  const content = contentOf({ chapters: [], actions }, 'page', criteria[edition])
  return { edition: editionFor(edition), content, ecosystems: [], sourceHash: hashOf(new Map([[file, text]])), unplaced, refused: [] }
}

function planIn(files: RstFiles, edition: string): PlanImport {
  const source = readPlan(files)
  const { ecosystems, unplaced, refused } = source
  const content = contentOf(source, 'folder', criteria[edition])
  return { edition: editionFor(edition, source.title), content, ecosystems, sourceHash: hashOf(files), unplaced, refused }
}

function hashOf(files: RstFiles): string {
  const hash = createHash('sha256')
  for (const [name, text] of files) hash.update(`${name}\0${text}\0`)
  return hash.digest('hex')
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw new Problem(noSuchFile, { path: file })
    throw error
  }
}
