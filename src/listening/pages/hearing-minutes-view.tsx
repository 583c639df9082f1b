import { paths } from '../../charter/paths.ts'
import type { Lang } from '../../kernel/lang.ts'
import { formatDay, formatDistance, say } from '../../kernel/words.ts'
import { Approval, ApprovedEnd, Corrections, minutesState, Remarks, Sending, stateOfMinutes, YourTurn } from '../../minutes/index.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary } from '../../ui/form.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { hearingMinutesWords } from '../messages/hearing-minutes.ts'
import { stakeholderWords } from '../messages/stakeholders.ts'
import { hearingState } from '../rules/hearings.ts'
import type { Amendment, Statement } from '../rules/minutes.ts'
import { codeOf } from '../rules/needs.ts'
import { trailInHearing } from './around-hearing.ts'
import type { MinutesProps } from './gather-minutes.ts'
import { nameOf, Who } from './names.tsx'

export function HearingMinutesPage(props: MinutesProps) {
  const { reader, whole, minutes, statements, corrections, amendments, may, notYet, heard, wasHeard, agreed, done, values, errors } = props
  const t = wordsFor(reader, hearingMinutesWords)
  const { hearing, slots } = whole
  const title = t('title', { number: hearing.number })
  const state = minutes ? minutesState(minutes) : null
  const begun = !hearing.cancelledAt && slots.some(({ startsAt }) => startsAt <= reader.now)
  const held = hearingState(hearing, slots, reader.now) === 'held'
  const open = begun && !minutes?.approved
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailInHearing(reader.lang, whole, { label: t('minutes') })}
      address={paths.hearingMinutes(hearing.id)}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ until: t('until') }} />
        <Done words={hearingMinutesWords} done={done} />
        <PageHead
          title={title}
          kicker={[whole.name, hearing.title]}
          verdict={
            state && (
              <StateMark
                state={stateOfMinutes[state]}
                label={minutes?.approved ? t('finalOn', { on: formatDay(reader.lang, minutes.approved.on) }) : t(`state.${state}`)}
              />
            )
          }
          lead={
            minutes?.sent && !minutes.approved
              ? `${t('until')} ${formatDay(reader.lang, minutes.sent.until)} (${formatDistance(reader.lang, reader.today, minutes.sent.until)})`
              : undefined
          }
        >
          {open && may.write && (
            <p class="actions">
              <ButtonLink to={paths.newStatement(hearing.id)} kind={minutes?.sent ? 'secondary' : 'primary'}>
                {t('add')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        {statements.length > 0 ? (
          <Section id="interventi" title={t('statements')}>
            {statements.map((statement, index) => (
              <StatementPart {...props} statement={statement} number={index + 1} />
            ))}
          </Section>
        ) : (
          <Empty>
            <p>{t(whole.keeper ? 'empty' : 'notPublic')}</p>
          </Empty>
        )}
        <Corrections corrections={corrections} />
        {wasHeard && <YourTurn words={hearingMinutesWords} minutes={minutes} action={paths.hearingAgreement(hearing.id)} agreed={agreed} />}
        <Remarks
          words={hearingMinutesWords}
          minutes={minutes}
          remarks={amendments}
          titleOf={titleOfAmendment(reader.lang, props)}
          answerAt={may.answer ? (id) => paths.amendment(hearing.id, id) : null}
          all={whole.keeper}
        />
        {may.send && held && statements.length > 0 && (
          <Sending
            words={hearingMinutesWords}
            minutes={minutes}
            action={paths.hearingMinutesSend(hearing.id)}
            count={heard}
            values={values}
            errors={errors}
          />
        )}
        {may.close && (
          <Approval words={hearingMinutesWords} minutes={minutes} action={paths.hearingMinutesFinal(hearing.id)} notYet={notYet} />
        )}
        <ApprovedEnd words={hearingMinutesWords} minutes={minutes} correct={may.correct ? paths.hearingCorrection(hearing.id) : null} />
      </div>
    </Page>
  )
}

function StatementPart(props: MinutesProps & { readonly statement: Statement; readonly number: number }) {
  const { statement, number, faces, needs, minutes, whole, may, wasHeard } = props
  const { lang, today } = useReader()
  const t = useWords(hearingMinutesWords)
  const face = faces.get(statement.stakeholderId)
  const own = needs.filter(({ source }) => source.id === statement.id)
  const { id } = whole.hearing
  const amends = wasHeard && minutes?.sent && !minutes.approved && minutes.sent.until >= today
  const ways = [
    {
      label: t('edit'),
      name: t('editNamed', { number }),
      to: paths.statement(id, statement.id),
      shown: may.write && !minutes?.approved,
    },
    {
      label: t('amend'),
      name: t('amendNamed', { number }),
      to: paths.statementAmendment(id, statement.id),
      shown: amends,
    },
    { label: t('markNeed'), name: t('markNeedNamed', { number }), to: paths.statementNeed(id, statement.id), shown: may.need },
  ].filter(({ shown }) => shown)
  return (
    <article id={`i-${statement.id}`} class="statement">
      <h3>
        {number}. {face && (face.interest === null && !whole.keeper ? nameOf(lang, face) : <Who face={face} />)}
      </h3>
      <Prose text={statement.text} />
      {own.length > 0 && (
        <p class="small">
          {t('needs')}:{' '}
          {own.map((need, index) => (
            <>
              {index > 0 && ', '}
              <Link to={paths.need(need.id)}>
                {codeOf(need)} {need.statement}
              </Link>
            </>
          ))}
        </p>
      )}
      {ways.length > 0 && (
        <p class="actions">
          {ways.map(({ label, name, to }) => (
            <ButtonLink to={to} small aria-label={name}>
              {label}
            </ButtonLink>
          ))}
        </p>
      )}
    </article>
  )
}

/** Who proposes to amend what; what its author is called, or the stakeholder they speak for. */
function titleOfAmendment(lang: Lang, { statements, faces, people }: MinutesProps): (amendment: Amendment) => string {
  return ({ statementId, personId }) => {
    const index = statements.findIndex(({ id }) => id === statementId)
    const speaker = faces.get(statements[index]?.stakeholderId ?? '')
    const name = people.get(personId) ?? (speaker ? nameOf(lang, speaker) : say(lang, stakeholderWords, 'erased'))
    return say(lang, hearingMinutesWords, index < 0 ? 'amendmentRemoved' : 'amendmentBy', { name, number: index + 1 })
  }
}
