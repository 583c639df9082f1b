import { uuidv7 } from 'uuidv7'

/** An opaque identifier (UUIDv7, made here and never by the database), branded with what it names. */
export type Id<Of extends string> = string & { readonly __of: Of }

export function newId<Of extends string>(): Id<Of> {
  return uuidv7() as Id<Of>
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return shape.test(text)
}
