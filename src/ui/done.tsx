import type { Child } from 'hono/jsx'
import type { Catalogue } from '../kernel/words.ts'
import { Notice } from './notice.tsx'
import { useWords } from './reader.tsx'

interface DoneProps<Key extends string> {
  readonly words: Catalogue<Key>
  /** The word that the address carries after an act: 'convocata'. */
  readonly done: string | undefined
  /** Where what comes next is. */
  readonly children?: Child
}

/** What was just done, and what comes next where the catalogue says so. */
export function Done<Key extends string>({ words, done, children }: DoneProps<Key>) {
  const t = useWords(words)
  const key = `done.${done}`
  const next = `${key}Next`
  if (!isKey(words, key)) return <></>
  return (
    <Notice kind="done" live title={t(key)}>
      {isKey(words, next) && <p>{t(next)}</p>}
      {children}
    </Notice>
  )
}

function isKey<Key extends string>(words: Catalogue<Key>, key: string): key is Key {
  return Object.hasOwn(words.it, key)
}
