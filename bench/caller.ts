import { Worker } from 'node:worker_threads'

/** Asks from a thread of its own, so that what the server spends can be told apart from what asking costs. */
const program = `
const http = require('node:http')
const { parentPort, workerData } = require('node:worker_threads')
const { url, times, lanes, change } = workerData
const agent = new http.Agent({ keepAlive: true, maxSockets: lanes })
const ask = () => new Promise((resolve, reject) => {
  http.get(url, { agent }, (response) => {
    response.resume()
    response.on('end', () => response.statusCode === 200 ? resolve() : reject(new Error('answered ' + response.statusCode)))
  }).on('error', reject)
})
let changes = 0
const changing = async () => {
  if (!change) return { before: async () => {}, end: async () => {} }
  const { Client } = require('pg')
  const client = new Client({ connectionString: change.database, application_name: 'bench' })
  await client.connect()
  return { before: () => client.query(change.sql, [changes++]), end: () => client.end() }
}
const lane = async () => {
  const { before, end } = await changing()
  for (let n = 0; n < times / lanes; n += 1) {
    await before()
    await ask()
  }
  await end()
}
Promise.all(Array.from({ length: lanes }, lane)).then(() => { agent.destroy(); parentPort.postMessage('done') })
`

export interface Calls {
  readonly url: string
  readonly times: number
  readonly lanes: number
  /** What is changed before each call, over a connection that does not serve; its one argument is how many came before. */
  readonly change?: { readonly database: string; readonly sql: string } | undefined
}

export function call(calls: Calls): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { eval: true, workerData: calls })
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })
}

/** What this thread, which serves, spends on each call: milliseconds of one processor. */
export async function cpuPerCall(calls: Calls): Promise<number> {
  await call({ ...calls, times: Math.ceil(calls.times / 4) })
  const before = process.threadCpuUsage()
  await call(calls)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000 / calls.times
}
