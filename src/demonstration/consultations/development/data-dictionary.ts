import {
  addMilestone,
  contribute,
  describeAims,
  openConsultation,
  prepareConsultation,
  setCalendar,
  setContacts,
  setParticipation,
  suspendConsultation,
} from '../../../consultations/index.ts'
import { createDocument, freezeDraft, importBlocks } from '../../../documents/index.ts'
import { day } from '../../../kernel/day.ts'
import type { Deed } from '../../history.ts'
import { inOffice, whoever } from '../../people.ts'
import { parsed } from '../../texts/lives.ts'
import { heading, listed, paragraph, type SampleBlock, textKey, versionKey } from '../../texts/sample.ts'
import { contributing, personKey } from '../../writers.ts'
import type { Place } from '../lives.ts'

const body = 'development'
const title = 'Il dizionario comune dei dati ambientali'
const titleEn = 'The common dictionary of environmental data'

const blocks: readonly SampleBlock[] = [
  heading(1, 'A che cosa serve'),
  paragraph('Aria, acqua, suolo e rumore si misurano in molti uffici. Con le stesse parole e le stesse unità i dati si confrontano.'),
  paragraph('Il dizionario non chiede misure nuove: dice come chiamare e scrivere quelle che già si fanno.'),
  heading(1, 'Le voci'),
  ...listed(
    'Polveri sottili: microgrammi per metro cubo, media del giorno.',
    'Nitrati nelle acque: milligrammi per litro, con la profondità del prelievo.',
    'Rumore: decibel, di giorno e di notte, con il tipo di strada.',
  ),
  heading(1, 'Chi lo tiene aggiornato'),
  paragraph('Le agenzie regionali propongono una voce; il gruppo di lavoro la accoglie o dice perché no, entro sessanta giorni.'),
]

const said = [
  {
    on: '2020-07-08',
    name: 'Nicoletta Farinelli',
    text: 'Mancano gli odori: è la prima cosa di cui si lamenta chi abita vicino a un impianto.',
  },
  {
    on: '2020-07-13',
    name: 'Ruggero Salmaso',
    text: 'Per i nitrati la tabella dice milligrammi, la guida allegata microgrammi. Quale delle due vale?',
  },
  {
    on: '2020-07-15',
    name: 'Debora Innocenti',
    text: 'Anche il giorno e l’ora del prelievo, altrimenti due campioni dello stesso pozzo non si confrontano.',
  },
] as const

/** Suspended: a reader had found that the text and its guide contradict each other. The days lost come back when it resumes. */
export function livesOfDataDictionary({ id, slug }: Place): Deed[] {
  const text = textKey(body, 'other')
  const version = versionKey(body, 'other')
  const key = `${body}/consultation-on-the-dictionary`
  const leading = inOffice(id, body, 'Antonella Ricciardelli', 'lead')
  const keeping = inOffice(id, body, 'Fabio Montesi', 'secretary')
  const writing = inOffice(id, body, 'Lucia Gherardini', 'rapporteur')
  const revision = null
  const step = (name: string, run: (desk: Parameters<Deed['run']>[0], consultation: string) => Promise<unknown>): Deed => ({
    on: day('2020-06-25'),
    key: `${key}/${name}`,
    by: keeping,
    run: (desk, memory) => run(desk, memory.id(key)),
  })
  return [
    {
      on: day('2020-05-18'),
      key: text,
      by: leading,
      run: (desk, memory) => createDocument(desk, slug, { kind: 'other', titleIt: title, titleEn, bodies: [memory.id(body)] }),
    },
    {
      on: day('2020-06-15'),
      key: `${text}/written`,
      by: writing,
      run: (desk, memory) => importBlocks(desk, memory.id(text), parsed(body, blocks, memory)),
    },
    {
      on: day('2020-06-22'),
      key: version,
      by: writing,
      run: (desk, memory) => freezeDraft(desk, memory.id(text), { note: 'Testo da mettere in consultazione.' }),
    },
    { on: day('2020-06-24'), key, by: keeping, run: (desk, memory) => prepareConsultation(desk, { versionId: memory.id(version) }) },
    step('aims', (desk, one) =>
      describeAims(desk, one, {
        revision,
        titleIt: title,
        titleEn,
        aimsIt: 'Chiediamo a chi misura e a chi legge i dati se le voci sono quelle giuste, e quali mancano.',
        aimsEn: 'We ask those who measure and those who read the data whether the entries are the right ones, and which are missing.',
      }),
    ),
    step('participation', (desk, one) =>
      setParticipation(desk, one, {
        revision,
        participants: 'everyone',
        channels: ['platform', 'certified-mail'],
        languages: ['it', 'en'],
        supports: true,
        comments: true,
      }),
    ),
    step('contacts', (desk, one) =>
      setContacts(desk, one, {
        revision,
        contactOffice: 'Segreteria del gruppo di lavoro Sviluppo e sostenibilità',
        contactMail: 'consultazione.ambiente@example.org',
        contactCertifiedMail: 'ambiente@pec.example.org',
        contactAddress: null,
      }),
    ),
    step('calendar', (desk, one) => setCalendar(desk, one, { revision, opensOn: day('2020-07-06'), closesOn: day('2020-07-31') })),
    step('webinar', (desk, one) =>
      addMilestone(desk, one, {
        kind: 'webinar',
        titleIt: 'Come si legge il dizionario',
        titleEn: 'How to read the dictionary',
        day: day('2020-07-14'),
        starts: '15:00',
        ends: '16:00',
        place: null,
        address: null,
      }),
    ),
    { on: day('2020-06-30'), key: `${key}/opened`, by: leading, run: (desk, memory) => openConsultation(desk, memory.id(key)) },
    ...said.flatMap(({ on, name, text: words }): Deed[] => [
      contributing(name, day(on)),
      {
        on: day(on),
        key: `${key}/contribution/${on}`,
        by: whoever(personKey(name)),
        run: async (desk, memory) => {
          const whole = { target: 'whole', blockId: null, organisationId: null, mandate: null, showsName: true } as const
          const form = { ...whole, text: words, key: `demonstration-dictionary-${on}`, opened: null, draft: null, versionId: null }
          return (await contribute(desk, memory.id(key), form, { lang: 'it' })).contribution
        },
      },
    ]),
    {
      on: day('2020-07-17'),
      key: `${key}/suspended`,
      by: leading,
      run: (desk, memory) =>
        suspendConsultation(desk, memory.id(key), {
          reason:
            'Per i nitrati il testo e la guida alla lettura indicano due unità di misura diverse, come ha fatto notare chi partecipa. Si riprende quando la guida è corretta.',
        }),
    },
  ]
}
