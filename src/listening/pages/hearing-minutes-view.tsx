import { paths } from '../../charter/paths.ts'
import { formatDay } from '../../kernel/words.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { DateField } from '../../ui/field.tsx'
import { ErrorSummary, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { hearingMinutesWords } from '../messages/hearing-minutes.ts'
import { hearingState } from '../rules/hearings.ts'
import { minutesState, type Statement, stateOfMinutes } from '../rules/minutes.ts'
import { codeOf } from '../rules/needs.ts'
import { Amendments } from './amendments-view.tsx'
import { trailInHearing } from './around-hearing.ts'
import type { MinutesProps } from './gather-minutes.ts'
import { nameOf, Who } from './names.tsx'

export function HearingMinutesPage(props: MinutesProps) {
  const { reader, whole, minutes, statements, corrections, may, done, errors } = props
  const t = wordsFor(reader, hearingMinutesWords)
  const { hearing, slots } = whole
  const title = t('title', { number: hearing.number })
  const state = minutes ? minutesState(minutes) : null
  const begun = !hearing.cancelledAt && slots.some(({ startsAt }) => startsAt <= reader.now)
  const open = begun && !minutes?.final
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
          verdict={state && <StateMark state={stateOfMinutes[state]} label={t(`state.${state}`)} />}
          lead={minutes?.final ? t('finalOn', { on: formatDay(reader.lang, minutes.final.on) }) : undefined}
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
        {corrections.length > 0 && <Corrections {...props} />}
        <YourTurn {...props} />
        <Amendments {...props} />
        <Sending {...props} />
        <Closing {...props} />
        {minutes?.final && (
          <p class="quiet small">
            {t('hash')}: <code>{minutes.final.hash}</code>
          </p>
        )}
        {minutes?.final && may.correct && (
          <p>
            <ButtonLink to={paths.hearingCorrection(hearing.id)}>{t('rectify')}</ButtonLink>
          </p>
        )}
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
  const amends = wasHeard && minutes?.sent && !minutes.final && minutes.sent.until >= today
  const ways = [
    {
      label: t('edit'),
      name: t('editNamed', { number }),
      to: paths.statement(id, statement.id),
      shown: may.write && !minutes?.final,
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

function Corrections({ corrections }: MinutesProps) {
  const t = useWords(hearingMinutesWords)
  const { day } = useFormats()
  return (
    <Section id="rettifiche" title={t('corrections')}>
      {corrections.map(({ number, madeOn, text, reason }) => (
        <>
          <h3>{t('correctionOn', { number, on: day(madeOn) })}</h3>
          <Prose text={text} />
          <p class="quiet">{t('correctionWhy', { reason })}</p>
        </>
      ))}
    </Section>
  )
}

/** For whoever was heard: nothing to amend, or an amendment beside a statement. */
function YourTurn({ whole, minutes, wasHeard, agreed }: MinutesProps) {
  const t = useWords(hearingMinutesWords)
  const { day } = useFormats()
  const { today } = useReader()
  const until = minutes?.sent?.until
  if (!wasHeard || minutes?.final || !until || until < today) return <></>
  return (
    <Section id="rispondi" title={t('yourTurn')} lead={t('yourTurnLead', { until: day(until) })}>
      {agreed ? (
        <p>{t('agreed')}</p>
      ) : (
        <Form action={paths.hearingAgreement(whole.hearing.id)}>
          <SubmitButton>{t('agree')}</SubmitButton>
        </Form>
      )}
    </Section>
  )
}

function Sending({ whole, minutes, statements, heard, may, values, errors }: MinutesProps) {
  const t = useWords(hearingMinutesWords)
  const { today, now } = useReader()
  const held = hearingState(whole.hearing, whole.slots, now) === 'held'
  if (!minutes || minutes.final || !may.send || !held || statements.length === 0) return <></>
  if (minutes.sent?.version === minutes.version) return <></>
  return (
    <Section id="invio" title={t(minutes.sent ? 'resendTitle' : 'sendTitle')} lead={t('sendLead', { count: heard })}>
      <Form action={paths.hearingMinutesSend(whole.hearing.id)} class="form">
        <DateField name="until" label={t('until')} min={today} values={values} errors={errors} />
        <FormEnd>
          <SubmitButton kind="secondary">{t('send')}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}

function Closing({ whole, minutes, may, notYet }: MinutesProps) {
  const t = useWords(hearingMinutesWords)
  if (!minutes?.sent || minutes.final || !may.close || minutes.sent.version !== minutes.version) return <></>
  return (
    <Section id="chiusura" title={t('closeTitle')} lead={t('closeLead')}>
      {notYet ? (
        <p>{notYet}</p>
      ) : (
        <Form action={paths.hearingMinutesFinal(whole.hearing.id)}>
          <HiddenField name="version" value={String(minutes.version)} />
          <SubmitButton>{t('close')}</SubmitButton>
        </Form>
      )}
    </Section>
  )
}
