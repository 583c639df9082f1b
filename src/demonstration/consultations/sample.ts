/** Where a contribution points: a section by its number, or a block by section and place in it; the whole when absent. */
export type Ref = string

/** What people write about, in sentences that are put together in many ways. */
export interface Topic {
  readonly key: string
  readonly at: Ref
  /** What the text says, judged; what happens to whoever writes; what they ask for. */
  readonly sees: readonly string[]
  readonly lives: readonly string[]
  readonly asks: readonly string[]
}

export interface SampleContribution {
  readonly key: string
  readonly on: string
  /** Minutes after seven in the morning. */
  readonly minute: number
  readonly name: string
  readonly organisation?: string
  readonly showsName: boolean
  readonly at: Ref | null
  /** The words of the block that it speaks of; the whole block when absent. */
  readonly words?: string
  readonly text: string
  readonly lang?: 'en'
  readonly topic: string
  readonly channel?: { readonly kind: 'certified-mail' | 'paper'; readonly protocol: string }
  readonly withdrawnOn?: string
  readonly hidden?: {
    readonly on: string
    readonly rule: 'offence' | 'personal-data' | 'advertising' | 'repeated'
    readonly reason: string
  }
  /** Whoever wrote it asked for another look, and somebody else than whoever hid it gave one. */
  readonly appeal?: {
    readonly on: string
    readonly reason: string
    readonly settledOn: string
    readonly outcome: 'restored' | 'upheld'
    readonly answer: string
  }
  /** Said again otherwise by whoever wrote it. */
  readonly changed?: { readonly on: string; readonly text: string }
  readonly comments?: readonly { readonly on: string; readonly who: string; readonly text: string }[]
}

/** Hidden, and not restored since. */
export const staysHidden = ({ hidden, appeal }: SampleContribution): boolean => hidden !== undefined && appeal?.outcome !== 'restored'

export interface SampleReply {
  readonly topic: string
  readonly outcome: 'accepted' | 'partly-accepted' | 'not-accepted' | 'out-of-scope' | 'noted'
  readonly reason: string
  readonly reasonEn?: string
  /** The blocks that change. */
  readonly changes?: readonly Ref[]
  /** How many of the contributions on the topic it answers, the first that arrived. */
  readonly first: number
}
