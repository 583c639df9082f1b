import { paths } from '../charter/paths.ts'
import type { Origin, OriginSource } from './coverage.ts'
import { callsById } from './store/calls.ts'

/** Needs that came from an open call lead back to it. */
export const callOrigins: OriginSource = async (db, sources) => {
  const ids = sources.flatMap(({ kind, id }) => (kind === 'call' && id ? [id] : []))
  const calls = await callsById(db, ids)
  return new Map([...calls].map(([id, { title }]): [string, Origin] => [id, { title, path: paths.needCall(id) }]))
}
