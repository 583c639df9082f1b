import { paths } from '../../charter/paths.ts'
import { formatDay } from '../../kernel/words.ts'
import { Facts } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { useReader, useWords } from '../../ui/reader.tsx'
import type { BodySummary } from '../facts.ts'
import { bodyWords } from '../messages/bodies.ts'
import { decisionWords } from '../messages/decisions.ts'
import { type Body, lastDayOf } from '../rules/bodies.ts'
import type { Decision } from '../rules/decisions.ts'

interface BodyFactsProps {
  readonly whole: { readonly body: Body; readonly parent: BodySummary | null; readonly founding: Decision | null }
}

/** The act that a body was born of, how long it lasts, and when its meetings are valid. */
export function BodyFacts({ whole: { body, parent, founding } }: BodyFactsProps) {
  const { lang } = useReader()
  const t = useWords(bodyWords)
  const d = useWords(decisionWords)
  const last = lastDayOf(body)
  const from = formatDay(lang, body.from)
  const { quorum } = body
  return (
    <aside aria-label={t('act')}>
      <Facts
        items={[
          { term: t('actTerm'), details: body.act && <ActDetails body={body} /> },
          {
            term: t('bornOf'),
            details: founding && <Link to={paths.decision(founding.id)}>{d('decision', { number: founding.number })}</Link>,
          },
          { term: t('parent'), details: parent && <Link to={paths.body(parent.id)}>{parent.name}</Link> },
          { term: t('inOffice'), details: last ? t('inOfficeFromTo', { from, to: formatDay(lang, last) }) : t('inOfficeSince', { from }) },
          { term: t('quorumTerm'), details: t(`quorum.${quorum.kind}`, { ...quorum }) },
          { term: t('calendar'), details: <Link to={paths.bodyCalendar(body.id)}>{t('calendarLink')}</Link> },
        ]}
      />
    </aside>
  )
}

function ActDetails({ body: { act } }: { readonly body: Body }) {
  const { lang } = useReader()
  const t = useWords(bodyWords)
  if (!act) return <></>
  return (
    <>
      {t('actDetails', { number: act.number, day: formatDay(lang, act.day) })}
      {act.fileId && (
        <>
          <br />
          <Link to={paths.file(act.fileId)}>{t('actDownload')}</Link>
        </>
      )}
    </>
  )
}
