import type { EnterInput } from '../actions/enter.ts'
import type { AtProtocol } from '../store/protocols.ts'
import { isBulkKey } from './judge.ts'

/** A line arrived before under its own key, or was keyed in by hand with the same words. What was taken out again may come back. */
export function isThere({ key, organisationId, text }: EnterInput, reference: string, there: readonly AtProtocol[]): boolean {
  return there.some(
    (one) =>
      !one.takenOut &&
      (one.key === key ||
        isLater(one.key, key) ||
        (one.text === text && one.organisationId === organisationId && (reference === '' || !isBulkKey(one.key)))),
  )
}

const isLater = (one: string, key: string) => one.startsWith(`${key}.`)

/** Each time a line comes back after it was taken out, its key says which time it is. */
export function keyAmong({ key }: EnterInput, there: readonly AtProtocol[]): string {
  const before = there.filter((one) => one.takenOut && (one.key === key || isLater(one.key, key))).length
  return before === 0 ? key : `${key}.${before + 1}`
}
