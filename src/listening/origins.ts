import { paths } from '../charter/paths.ts'
import type { Origin, OriginSource } from './coverage.ts'
import { callsById } from './store/calls.ts'
import { heardIn } from './store/heard-in.ts'

/** Needs that came from an open call lead back to it. */
export const callOrigins: OriginSource = async (db, sources) => {
  const ids = sources.flatMap(({ kind, id }) => (kind === 'call' && id ? [id] : []))
  const calls = await callsById(db, ids)
  return new Map([...calls].map(([id, { title }]): [string, Origin] => [id, { title, path: paths.needCall(id) }]))
}

/** Needs that came from a statement lead back to the minutes of its hearing. */
export const hearingOrigins: OriginSource = async (db, sources) => {
  const heard = await heardIn(
    db,
    sources.flatMap(({ kind, id }) => (kind === 'hearing' && id ? [id] : [])),
  )
  return new Map([...heard].map(([id, { hearingId, title }]): [string, Origin] => [id, { title, path: paths.hearingMinutes(hearingId) }]))
}
