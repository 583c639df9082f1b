import { Worker } from 'node:worker_threads'

/** Asks from a thread of its own, so that what the server spends can be told apart from what asking costs. */
const program = `
const http = require('node:http')
const { parentPort, workerData } = require('node:worker_threads')
const { url, times, lanes } = workerData
const agent = new http.Agent({ keepAlive: true, maxSockets: lanes })
const ask = () => new Promise((resolve, reject) => {
  http.get(url, { agent }, (response) => {
    response.resume()
    response.on('end', () => response.statusCode === 200 ? resolve() : reject(new Error('answered ' + response.statusCode)))
  }).on('error', reject)
})
const lane = async () => { for (let n = 0; n < times / lanes; n += 1) await ask() }
Promise.all(Array.from({ length: lanes }, lane)).then(() => { agent.destroy(); parentPort.postMessage('done') })
`

export interface Calls {
  readonly url: string
  readonly times: number
  readonly lanes: number
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
