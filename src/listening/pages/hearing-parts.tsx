import { paths } from '../../charter/paths.ts'
import { Link } from '../../ui/link.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { hearingWords } from '../messages/hearings.ts'
import type { Hearing } from '../rules/hearings.ts'
import { queueOf, type Registration } from '../rules/registrations.ts'
import type { Whole } from './gather-hearing.ts'
import { hoursOf } from './hours.ts'
import { nameOf, Who } from './names.tsx'

/** Why a hearing is held, and what it asks, a question a line. */
export function Questions({ hearing: { reason, questions } }: { readonly hearing: Pick<Hearing, 'reason' | 'questions'> }) {
  const asked = questions.split('\n').filter((question) => question.trim())
  return (
    <>
      <Prose text={reason} />
      <ol lang="it">
        {asked.map((question) => (
          <li>{question}</li>
        ))}
      </ol>
    </>
  )
}

/** Organisations by name; people who speak for themselves are named where they chose so, and counted where they did not. */
export function WhoWasHeard({ minutes, statements, faces }: Whole) {
  const { lang } = useReader()
  const t = useWords(hearingWords)
  if (!minutes?.approved) return <></>
  const heard = [...new Set(statements.map(({ stakeholderId }) => stakeholderId))].flatMap((id) => faces.get(id) ?? [])
  const named = heard.filter(({ organisationId, showsName }) => organisationId !== null || showsName)
  const others = heard.length - named.length
  return (
    <Section id="ascoltati" title={t('heard')}>
      <ul>
        {named.map((face) => (
          <li>{face.interest === null ? nameOf(lang, face) : <Who face={face} />}</li>
        ))}
        {others > 0 && <li>{t('heardPerson', { count: others })}</li>}
      </ul>
    </Section>
  )
}

/** The day as it will go, for those who keep the hearing. */
export function Agenda({ whole: { slots }, registrations, faces }: Whole) {
  const { lang } = useReader()
  const t = useWords(hearingWords)
  return (
    <Section id="giornata" title={t('agenda')} lead={t('agendaLead')}>
      {slots.map((slot) => {
        const { heard, waiting } = queueOf(slot, registrations)
        const rows = [
          ...heard.map((one, index) => ({ one, order: String(index + 1) })),
          ...waiting.map((one, index) => ({ one, order: t('waitingNumber', { number: index + 1 }) })),
        ]
        return (
          <>
            <h3>{hoursOf(lang, slot)}</h3>
            {rows.length > 0 ? (
              <Table
                caption={t('agendaOf', { when: hoursOf(lang, slot) })}
                captionHidden
                rows={rows}
                columns={[
                  { label: t('order'), cell: ({ order }) => order },
                  { label: t('who'), rowHeader: true, cell: ({ one }) => <Speaker registration={one} faces={faces} /> },
                  { label: t('about'), cell: ({ one }) => one.subject },
                  {
                    label: t('paper'),
                    cell: ({ one }) => one.fileId && <Link to={paths.file(one.fileId)}>{t('paper')}</Link>,
                  },
                ]}
              />
            ) : (
              <p class="quiet">{t('nobodyYet')}</p>
            )}
          </>
        )
      })}
    </Section>
  )
}

function Speaker({ registration, faces }: { readonly registration: Registration; readonly faces: Whole['faces'] }) {
  const face = faces.get(registration.stakeholderId)
  return face ? <Who face={face} /> : <></>
}
