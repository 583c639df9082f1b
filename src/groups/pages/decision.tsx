import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import { formatDay } from '../../kernel/words.ts'
import { findMinutes } from '../../minutes/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { Facts } from '../../ui/facts.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { AnnulForm, annulDecision } from '../actions/decisions.ts'
import { decisionWords } from '../messages/decisions.ts'
import { type Body, placeOfBody } from '../rules/bodies.ts'
import { type Decision, holds } from '../rules/decisions.ts'
import { bodiesBornOf } from '../store/bodies.ts'
import { getDecision } from '../store/decisions.ts'
import { type AroundMeeting, aroundMeeting, trailInMeeting } from './around.tsx'
import { decisionState, stateOfDecision } from './decision-list.tsx'

export const decisionPages = router()

decisionPages.get('/decisioni/:id', (c) => decisionPage(c, { values: {}, errors: {} }))

decisionPages.post('/decisioni/:id/annullamento', async (c) => {
  const { id } = c.req.param()
  const { body } = await aroundMeeting(c, (await getDecision(c.var.db, id)).meetingId)
  mustBeAble(c.var.actor, 'groups.annul-decision', placeOfBody(body))
  const form = await readForm(c, AnnulForm)
  if (!form.data) return decisionPage(c, form)
  try {
    await annulDecision(c.var, id, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.decision(id), { fatto: 'annullata' })), 303)
  } catch (error) {
    return decisionPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function decisionPage(c: Ctx, filled: Filled) {
  const { db, actor, reader } = c.var
  const decision = await getDecision(db, c.req.param('id') ?? '')
  const whole = await aroundMeeting(c, decision.meetingId)
  const born = await bodiesBornOf(db, decision.id)
  const settled = Boolean((await findMinutes(db, decision.meetingId))?.approved)
  const may = {
    annul: can(actor, 'groups.annul-decision', placeOfBody(whole.body)) && !settled && decision.annulledOn === null && born.length === 0,
    constitute:
      can(actor, 'groups.constitute', { kind: 'ecosystem', id: whole.body.ecosystemId }) && decision.kind === 'tables' && holds(decision),
  }
  const done = c.req.query('fatto')
  return c.html(
    <DecisionPage {...{ reader, whole, decision, born, may, done }} {...filled} />,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

interface DecisionPageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundMeeting
  readonly decision: Decision
  readonly born: readonly Body[]
  readonly may: { readonly annul: boolean; readonly constitute: boolean }
  readonly done: string | undefined
}

function DecisionPage({ reader, whole, decision, born, may, done, ...filled }: DecisionPageProps) {
  const t = wordsFor(reader, decisionWords)
  const label = t('decision', { number: decision.number })
  const state = decisionState(decision)
  return (
    <Page
      reader={reader}
      title={`${label}: ${decision.title}`}
      section="ecosystems"
      trail={trailInMeeting(reader.lang, whole, { label })}
      address={paths.decision(decision.id)}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ reason: t('reason') }} />
        <Done words={decisionWords} done={done} />
        <PageHead
          title={decision.title}
          kicker={[label, t(`kind.${decision.kind}`)]}
          verdict={<StateMark state={stateOfDecision[state]} label={t(state)} />}
        >
          {may.constitute && (
            <p class="actions">
              <ButtonLink to={withQuery(paths.newBody(whole.ecosystem.slug), { decisione: decision.id })} kind="primary">
                {t('constituteTable')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        {decision.annulledOn && (
          <Notice kind="blocked" title={t('annulledOn', { on: formatDay(reader.lang, decision.annulledOn) })}>
            <p>{decision.annulledReason}</p>
          </Notice>
        )}
        <Columns kind="aside" section>
          <Section id="testo" title={t('text')} band="bare">
            <Prose text={decision.text} />
          </Section>
          <Beside whole={whole} decision={decision} born={born} />
        </Columns>
        {may.annul && (
          <Section id="annullamento" title={t('annulTitle')} lead={t('annulLead')}>
            <Form action={paths.decisionEnd(decision.id)} class="form">
              <TextArea name="reason" label={t('reason')} rows={3} maxlength={2000} {...filled} />
              <FormEnd>
                <SubmitButton kind="danger">{t('annul')}</SubmitButton>
              </FormEnd>
            </Form>
          </Section>
        )}
      </div>
    </Page>
  )
}

function Beside({ whole: { body, meeting }, decision, born }: Pick<DecisionPageProps, 'whole' | 'decision' | 'born'>) {
  const t = useWords(decisionWords)
  const { lang } = useReader()
  const { votes, takenOn } = decision
  return (
    <aside aria-label={t('takenIn')}>
      <Facts
        items={[
          { term: t('by'), details: <Link to={paths.body(body.id)}>{body.name}</Link> },
          {
            term: t('takenIn'),
            details: (
              <Link to={paths.meeting(meeting.id)}>{t('takenInMeeting', { number: meeting.number, day: formatDay(lang, takenOn) })}</Link>
            ),
          },
          { term: t('votesTerm'), details: votes ? t('votesTold', { ...votes }) : t('consensus') },
          {
            term: t('born'),
            details: born.length > 0 && (
              <>
                {born.map(({ id, name }, index) => (
                  <>
                    {index > 0 && ', '}
                    <Link to={paths.body(id)}>{name}</Link>
                  </>
                ))}
              </>
            ),
          },
        ]}
      />
    </aside>
  )
}
