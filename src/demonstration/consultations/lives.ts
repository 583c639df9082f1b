import {
  addMaterial,
  addMilestone,
  describeAims,
  openConsultation,
  prepareConsultation,
  setCalendar,
  setContacts,
  setParticipation,
} from '../../consultations/index.ts'
import { createDocument, freezeDraft, importBlocks } from '../../documents/index.ts'
import { addDays, day } from '../../kernel/day.ts'
import type { Deed } from '../history.ts'
import { inOffice } from '../people.ts'
import { parsed } from '../texts/lives.ts'
import { type SampleBlock, textKey, versionKey } from '../texts/sample.ts'

export interface SampleConsultation {
  readonly body: string
  readonly ecosystem: string
  readonly lead: string
  readonly secretary: string
  readonly writer: string
  readonly title: string
  readonly titleEn: string
  readonly aims: string
  readonly aimsEn: string
  readonly office: string
  readonly mail: string
  readonly certifiedMail: string
  readonly address: string
  readonly begunOn: string
  readonly writtenOn: string
  readonly frozenOn: string
  readonly openedOn: string
  readonly opensOn: string
  readonly closesOn: string
  readonly blocks: readonly SampleBlock[]
  /** What is to be read beside it. */
  readonly materials?: readonly { readonly titleIt: string; readonly titleEn: string; readonly address: string }[]
  readonly meetings?: readonly {
    readonly kind: 'meeting' | 'webinar'
    readonly titleIt: string
    readonly titleEn: string
    readonly day: string
    readonly starts: string
    readonly ends: string
    readonly place: string | null
  }[]
}

export interface Place {
  readonly id: string
  readonly slug: string
}

/** One consultation, where it is, and the organisations that write in it. */
export interface Around {
  readonly sample: SampleConsultation
  readonly place: Place
  readonly organisations: ReadonlyMap<string, string>
}

export const consultationKey = (body: string) => `${body}/consultation`

/** The strategy document is written and frozen; its consultation is prepared step by step, and opened. */
export function livesOfOpening(sample: SampleConsultation, { id, slug }: Place): Deed[] {
  const { body, title, titleEn, frozenOn, blocks } = sample
  const text = textKey(body, 'strategy')
  const key = consultationKey(body)
  const leading = inOffice(id, body, sample.lead, 'lead')
  const writing = inOffice(id, body, sample.writer, 'rapporteur')
  const revision = null
  const set = (name: string, run: (desk: Parameters<Deed['run']>[0], consultation: string) => Promise<unknown>): Deed => ({
    on: addDays(day(frozenOn), 1),
    key: `${key}/${name}`,
    by: leading,
    run: (desk, memory) => run(desk, memory.id(key)),
  })
  return [
    {
      on: day(sample.begunOn),
      key: text,
      by: leading,
      run: (desk, memory) => createDocument(desk, slug, { kind: 'strategy', titleIt: title, titleEn, bodies: [memory.id(body)] }),
    },
    {
      on: day(sample.writtenOn),
      key: `${text}/written`,
      by: writing,
      run: (desk, memory) => importBlocks(desk, memory.id(text), parsed(body, blocks, memory)),
    },
    {
      on: day(frozenOn),
      key: versionKey(body, 'strategy'),
      by: writing,
      run: (desk, memory) => freezeDraft(desk, memory.id(text), { note: 'Testo da mettere in consultazione.' }),
    },
    {
      on: addDays(day(frozenOn), 1),
      key,
      by: leading,
      run: (desk, memory) => prepareConsultation(desk, { versionId: memory.id(versionKey(body, 'strategy')) }),
    },
    set('aims', (desk, one) => describeAims(desk, one, { revision, titleIt: title, titleEn, aimsIt: sample.aims, aimsEn: sample.aimsEn })),
    set('participation', (desk, one) =>
      setParticipation(desk, one, {
        revision,
        participants: 'everyone',
        channels: ['platform', 'certified-mail', 'paper', 'file'],
        languages: ['it', 'en'],
        supports: true,
        comments: true,
      }),
    ),
    set('contacts', (desk, one) =>
      setContacts(desk, one, {
        revision,
        contactOffice: sample.office,
        contactMail: sample.mail,
        contactCertifiedMail: sample.certifiedMail,
        contactAddress: sample.address,
      }),
    ),
    set('calendar', (desk, one) => setCalendar(desk, one, { revision, opensOn: day(sample.opensOn), closesOn: day(sample.closesOn) })),
    ...(sample.materials ?? []).map((material) =>
      set(`material/${material.titleIt}`, (desk, one) => addMaterial(desk, one, { ...material, lang: 'it' }, null)),
    ),
    ...(sample.meetings ?? []).map((meeting) =>
      set(`meeting/${meeting.day}`, (desk, one) => addMilestone(desk, one, { ...meeting, day: day(meeting.day), address: null })),
    ),
    {
      on: day(sample.openedOn),
      key: `${key}/opened`,
      by: leading,
      run: (desk, memory) => openConsultation(desk, memory.id(key)),
    },
  ]
}
