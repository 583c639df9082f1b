import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Config, ConfigError } from './platform/config.ts'

export type Listener = (request: IncomingMessage, response: ServerResponse) => void

export interface Door {
  readonly server: Server
  answerWith(listener: Listener): void
  /** Takes no more requests and lets those under way finish, for ten seconds at most. */
  close(): Promise<void>
  /** Cuts off whoever is still there. */
  slam(): void
}

/** Takes the port before anything else, so that a port in use is told at once; whoever comes early is asked to wait. */
export async function openDoor({ host, port }: Config): Promise<Door> {
  let listener: Listener = (_, response) => response.writeHead(503, { 'retry-after': '1', 'cache-control': 'no-store' }).end()
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, (request, response) => listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    server,
    answerWith: (next) => {
      listener = next
    },
    close: () => close(server),
    slam: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new ConfigError(
      `Port ${port} of ${host} is in use: perhaps Simbiosi is running already. Stop that one, or choose another port: PORT=8081 npm start`,
    )
  if (error.code === 'EACCES') return new ConfigError(`This user may not take port ${port}: choose one above 1023, such as PORT=8081.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new ConfigError(`HOST=${host} is not an address of this machine.`)
  return error
}

/** With PORT=0 the system chose the port: the site's address says which. */
export function withAddress(config: Config, { server }: Door): Config {
  const { port } = server.address() as AddressInfo
  return { ...config, port, baseUrl: config.baseUrl.replace(/:0$/, `:${port}`) }
}

const patience = 10_000

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const enough = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(idle)
  clearTimeout(enough)
}
