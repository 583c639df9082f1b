import { existsSync } from 'node:fs'
import path from 'node:path'

function above(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : above(path.dirname(folder))
}

/** The folder of package.json: the sources and the bundle in dist/ lie at different depths below it. */
export const projectRoot = above(import.meta.dirname)
