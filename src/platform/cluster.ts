import path from 'node:path'
import { eraseEmbedded, startEmbedded } from './embedded-postgres.ts'
import { provision, provisionServed } from './provision.ts'

export interface ClusterConfig {
  /** A server's address; without it the embedded PostgreSQL starts in the data folder. */
  readonly databaseUrl?: string | undefined
  /** The owner's address, where the other one is the application's own. */
  readonly databaseOwnerUrl?: string | undefined
  readonly dataDir: string
}

export interface Cluster {
  /** For migrations. */
  readonly ownerUrl: string
  /** For everything else. */
  readonly appUrl: string
  /** The role that connections to `appUrl` must take on, where that address is the owner's. */
  readonly setRole: string | null
  stop(): Promise<void>
}

const serverFolder = (config: ClusterConfig) => path.join(config.dataDir, 'postgres')

/** Finds or starts the server and prepares the database, ready to be migrated. */
export async function openCluster(config: ClusterConfig): Promise<Cluster> {
  if (config.databaseUrl) {
    const ownerUrl = config.databaseOwnerUrl ?? config.databaseUrl
    const { setRole } = await provisionServed(ownerUrl, config.databaseOwnerUrl && config.databaseUrl)
    return { ownerUrl, appUrl: config.databaseUrl, setRole, stop: async () => {} }
  }
  const server = await startEmbedded(serverFolder(config))
  try {
    return { ...(await provision(server.adminUrl, 'simbiosi')), setRole: null, stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Forgets everything. A database that somebody else serves is theirs to drop. */
export async function eraseCluster(config: ClusterConfig): Promise<void> {
  if (config.databaseUrl) throw new Error('This database is served elsewhere (DATABASE_URL): drop it there, and make it anew.')
  await eraseEmbedded(serverFolder(config))
}
