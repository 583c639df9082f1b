import { describeAims, prepareConsultation, setContacts, setParticipation } from '../../../consultations/index.ts'
import { createDocument, freezeDraft, importBlocks } from '../../../documents/index.ts'
import { day } from '../../../kernel/day.ts'
import type { Deed } from '../../history.ts'
import { inOffice } from '../../people.ts'
import { parsed } from '../../texts/lives.ts'
import { heading, listed, paragraph, type SampleBlock, textKey, versionKey } from '../../texts/sample.ts'
import type { Place } from '../lives.ts'

const title = 'La scheda di accessibilità dei luoghi della cultura'
const titleEn = 'The accessibility sheet of cultural places'

const blocks: readonly SampleBlock[] = [
  heading(1, 'A che cosa serve'),
  paragraph('Chi parte per una visita deve sapere prima se potrà entrare, muoversi, capire, riposare.'),
  paragraph('La scheda descrive e misura; non dà voti. Ognuno giudica da sé se un luogo gli va bene.'),
  heading(1, 'Che cosa si misura'),
  ...listed(
    'Il tratto dalla fermata o dal parcheggio all’ingresso.',
    'Gradini, pendenze e larghezza dei passaggi, sala per sala.',
    'Luci, rumori e sedute; dove c’è, la stanza di calma.',
    'Servizi igienici e ascensori, con gli orari in cui funzionano.',
  ),
  heading(1, 'Chi la compila e chi la verifica'),
  paragraph('La compila chi apre il luogo ogni mattina, con una misura e una fotografia per ogni voce.'),
  paragraph('La verifica un’associazione di persone con disabilità, che riceve un compenso e firma con una data.'),
]

/** Being prepared by the secretary: who takes part and whom to ask are told, the days are not. Nobody outside sees it. */
export function livesOfAccessibilityGuide({ id, slug }: Place): Deed[] {
  const text = textKey('culture', 'other')
  const version = versionKey('culture', 'other')
  const key = 'culture/consultation-on-accessibility'
  const leading = inOffice(id, 'culture', 'Elena Bassani', 'lead')
  const writing = inOffice(id, 'culture', 'Sara Colonnese', 'rapporteur')
  const keeping = inOffice(id, 'culture', 'Paolo Righetti', 'secretary')
  const revision = null
  return [
    {
      on: day('2020-07-02'),
      key: text,
      by: leading,
      run: (desk, memory) => createDocument(desk, slug, { kind: 'other', titleIt: title, titleEn, bodies: [memory.id('culture')] }),
    },
    {
      on: day('2020-07-13'),
      key: `${text}/written`,
      by: writing,
      run: (desk, memory) => importBlocks(desk, memory.id(text), parsed('culture', blocks, memory)),
    },
    {
      on: day('2020-07-17'),
      key: version,
      by: writing,
      run: (desk, memory) => freezeDraft(desk, memory.id(text), { note: 'Testo da mettere in consultazione a settembre.' }),
    },
    {
      on: day('2020-07-20'),
      key,
      by: keeping,
      run: (desk, memory) => prepareConsultation(desk, { versionId: memory.id(version) }),
    },
    {
      on: day('2020-07-20'),
      key: `${key}/aims`,
      by: keeping,
      run: (desk, memory) =>
        describeAims(desk, memory.id(key), {
          revision,
          ...{ titleIt: title, titleEn, aimsEn: null },
          aimsIt:
            'Chiediamo a chi visita con una disabilità, e a chi apre i luoghi ogni mattina, se la scheda dice ciò che serve e si riesce a compilare.',
        }),
    },
    {
      on: day('2020-07-20'),
      key: `${key}/participation`,
      by: keeping,
      run: (desk, memory) =>
        setParticipation(desk, memory.id(key), {
          revision,
          participants: 'everyone',
          channels: ['platform', 'certified-mail', 'paper'],
          languages: ['it'],
          supports: true,
          comments: true,
        }),
    },
    {
      on: day('2020-07-21'),
      key: `${key}/contacts`,
      by: keeping,
      run: (desk, memory) =>
        setContacts(desk, memory.id(key), {
          revision,
          contactOffice: 'Segreteria del gruppo di lavoro Beni culturali e turismo',
          contactMail: 'consultazione.cultura@example.org',
          contactCertifiedMail: null,
          contactAddress: null,
        }),
    },
  ]
}
