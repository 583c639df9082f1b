/** A body of the demonstration and its life: invented people, who write from example.org. Days are written as text. */
export interface SampleGroup {
  /** Names its deeds: 'culture'. */
  readonly key: string
  readonly ecosystem: string
  readonly name: string
  readonly mandate: string
  readonly act: { readonly number: string; readonly day: string }
  readonly place: string
  readonly members: readonly SampleMember[]
  readonly meetings: readonly SampleMeeting[]
  readonly tables?: readonly SampleTable[]
}

/** A technical table, born of a decision of the group. */
export interface SampleTable extends Pick<SampleGroup, 'key' | 'name' | 'mandate' | 'members' | 'meetings'> {
  /** The name of the deed that decided it. */
  readonly decision: string
  readonly from: string
}

export interface SampleMember {
  readonly name: string
  readonly role: 'chair' | 'secretary' | 'rapporteur' | 'member' | 'observer'
  readonly organisation: string
  readonly from?: string
  readonly to?: string
  /** Chose to be named on the public pages. */
  readonly named?: true
}

export interface SampleMeeting {
  readonly on: string
  readonly starts: string
  readonly ends: string
  readonly agenda: readonly string[]
  /** Held from afar, at this address. */
  readonly link?: string
  readonly convenedOn?: string
  /** Whoever was not simply present. Left out while attendance is still to be recorded, or the meeting to be held. */
  readonly attendance?: Readonly<Record<string, 'remote' | 'excused' | 'absent'>>
  readonly minutes?: SampleMinutes
  readonly decisions?: readonly SampleDecision[]
  readonly tasks?: readonly SampleTask[]
  /** Who has said whether they come to a meeting still to be held. */
  readonly answers?: Readonly<Record<string, 'yes' | 'no'>>
}

export interface SampleMinutes {
  readonly text: readonly string[]
  /** How far they came. */
  readonly state: 'draft' | 'sent' | 'approved'
  /** Who read them and had nothing to correct. */
  readonly agreed?: readonly string[]
  /** A correction that was taken in, and the minutes sent again. */
  readonly corrected?: { readonly by: string; readonly asks: string; readonly text: readonly string[] }
  /** A correction that nobody has answered yet. */
  readonly pending?: { readonly by: string; readonly asks: string }
}

export interface SampleDecision {
  readonly kind: 'general' | 'tables' | 'no-tables' | 'adoption'
  readonly title: string
  readonly text: string
  /** In favour, against, abstained; left out where it was taken by consensus. */
  readonly votes?: readonly [number, number, number]
}

export interface SampleTask {
  readonly owner: string
  readonly text: string
  readonly due: string
  readonly doneOn?: string
  readonly note?: string
}
