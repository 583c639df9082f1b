import { existsSync } from 'node:fs'
import path from 'node:path'

/** The oldest Node that runs the product. Set-up itself runs on any Node from 20.19. */
export const wantedMajor = 24

export const root = path.resolve(import.meta.dirname, '..')

/** The Node that runs the product: the one that npm installed for this platform, else the one running now; null when neither will do. */
export function findNode() {
  const installed = path.join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(installed)) return installed
  return Number(process.versions.node.split('.')[0]) >= wantedMajor ? process.execPath : null
}

export const howToGetNode = `Simbiosi runs on Node ${wantedMajor} or newer. On Linux (x64, arm64) npm brings it along; for ${process.platform} ${process.arch}
there is no such package, and this is Node ${process.versions.node}. Install Node ${wantedMajor} from https://nodejs.org and run the command again.`
