import type { StakeholderKind, VoiceKind } from '../../listening/index.ts'
import type { OrganisationKind } from '../../organisations/index.ts'

type Degree = 1 | 2 | 3 | 4 | 5
export type Level = 'inform' | 'consult' | 'involve' | 'co-design'

/** Whom an ecosystem listens to, and what it heard. Days are written as text. */
export interface SampleListening {
  /** The body whose secretary keeps all this: it names the deeds too. */
  readonly body: string
  readonly ecosystem: string
  readonly secretary: string
  readonly stakeholders: readonly SampleStakeholder[]
  readonly hearings: readonly SampleHearing[]
  readonly needs: readonly SampleNeedOn[]
  readonly calls?: readonly SampleCall[]
  readonly mergers?: readonly SampleMerger[]
}

export interface SampleStakeholder {
  /** An organisation's name; or, with `person` alone, nobody's. */
  readonly organisation?: string
  /** Of what kind the organisation is, where no other data tells. */
  readonly as?: OrganisationKind
  readonly person?: string
  readonly kind: StakeholderKind
  readonly interest: Degree
  readonly influence: Degree
  readonly involvement: Level
  readonly on: string
  readonly notes?: string
  /** How it was involved outside hearings, and when. */
  readonly involved?: readonly (readonly [Level, string, string])[]
}

export interface SampleHearing {
  readonly key: string
  readonly calledOn: string
  readonly title: string
  readonly reason: string
  readonly questions: readonly string[]
  readonly openTo: 'anybody' | 'stakeholders' | 'invited'
  readonly opensOn: string
  readonly closesOn: string
  readonly on: string
  readonly starts: string
  readonly ends: string
  readonly place?: string
  readonly link?: string
  readonly capacity: number
  /** Stakeholders, by organisation or person. */
  readonly invited: readonly string[]
  readonly registered: readonly (readonly [string, string])[]
  readonly recording?: string
  readonly statements?: readonly SampleStatement[]
  readonly minutes?: SampleHearingMinutes
}

export interface SampleStatement {
  readonly by: string
  readonly text: string
  readonly needs?: readonly SampleNeed[]
}

export interface SampleHearingMinutes {
  readonly sentOn: string
  readonly until: string
  readonly agreed: readonly string[]
  /** What somebody asked to write otherwise, and what came of it; without an outcome it still waits. */
  readonly amended?: {
    readonly by: string
    readonly on: string
    readonly text: string
    readonly outcome?: 'accepted' | 'rejected'
    readonly reason?: string
  }
  readonly finalOn?: string
}

export interface SampleNeed {
  /** Other data speak of it by this name. */
  readonly key: string
  readonly says: string
  readonly why?: string
  readonly voice: VoiceKind
  readonly often?: Degree
  readonly badly?: Degree
  readonly evidence?: string
}

export interface SampleNeedOn extends SampleNeed {
  readonly on: string
  /** The stakeholder who voices it. */
  readonly by?: string
}

export interface SampleCall {
  readonly key: string
  readonly calledOn: string
  readonly title: string
  readonly guidance: string
  readonly opensOn: string
  readonly closesOn: string
  readonly proposals: readonly SampleProposal[]
}

export interface SampleProposal extends SampleNeed {
  readonly by: string
  readonly on: string
  readonly answer?: {
    readonly on: string
    readonly outcome: 'accepted' | 'joined' | 'not-accepted'
    readonly reason: string
    /** The need that says the same already. */
    readonly with?: string
  }
}

export interface SampleMerger {
  readonly need: string
  readonly into: string
  readonly on: string
  readonly reason: string
}

/** By these names other deeds speak of what listening brought to life. */
export const needKey = (body: string, key: string) => `${body}/need/${key}`
export const stakeholderKey = (body: string, name: string) => `${body}/stakeholder/${name}`
export const nameOfStakeholder = ({ organisation, person }: Pick<SampleStakeholder, 'organisation' | 'person'>) =>
  organisation ?? person ?? ''
