import type { Ref } from '../sample.ts'

/** What somebody said of a part of the text; days are counted from when it was said. */
export interface Said {
  readonly text: string
  /** Where it speaks of something else than the rest of its subject. */
  readonly at?: Ref | null
  /** The words of the block that it speaks of. */
  readonly words?: string
  readonly who?: string
  readonly organisation?: string
  readonly lang?: 'en'
  readonly withdrawn?: true
  /** Said again otherwise, two days later. */
  readonly later?: string
  readonly hidden?: { readonly rule: 'offence' | 'personal-data' | 'advertising' | 'repeated'; readonly reason: string }
  readonly appeal?: { readonly reason: string; readonly outcome: 'restored' | 'upheld'; readonly answer: string }
  readonly comments?: readonly { readonly who: string; readonly text: string }[]
}

export interface Subject {
  readonly topic: string
  readonly at: Ref | null
  readonly said: readonly Said[]
}
