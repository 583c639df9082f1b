import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { notFound, Problem, signInFirst } from '../../kernel/problem.ts'
import { namesOf } from '../../organisations/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { Done } from '../../ui/done.tsx'
import { Facts } from '../../ui/facts.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { SuggestField, suggestButton } from '../../ui/suggest.tsx'
import { Time } from '../../ui/time.tsx'
import { Ways } from '../../ui/ways.tsx'
import { AnswerForm, answerProposal } from '../actions/proposals.ts'
import { callWords } from '../messages/calls.ts'
import { needWords } from '../messages/needs.ts'
import type { NeedCall } from '../rules/calls.ts'
import { codeOf, type Need, placeOfNeed } from '../rules/needs.ts'
import { markOfProposal, mustBeWaiting, outcomes, type Proposal, proposalState } from '../rules/proposals.ts'
import { getCall } from '../store/calls.ts'
import { needsLike } from '../store/likenesses.ts'
import { findNeed } from '../store/needs.ts'
import { getProposal } from '../store/proposals.ts'
import { homeOf, may, needOption, needOptionsFor, needTrail } from './need-around.tsx'

export const proposalPages = router()

/** Only its author and whoever answers read a proposal; to all others it is not there. */
proposalPages.get('/esigenze/proposte/:id', async (c) => {
  const { db, reader, actor } = c.var
  if (!actor.id) throw new Problem(signInFirst)
  const proposal = await getProposal(db, c.req.param('id'))
  const call = await getCall(db, proposal.callId)
  const home = await homeOf(db, call.ecosystemId, reader.lang)
  const own = proposal.personId === actor.id
  if (!own && !may(c, 'listening.answer-proposal', home)) throw new Problem(notFound)
  const need = proposal.answer?.needId ? await findNeed(db, proposal.answer.needId) : null
  const organisation = await speakerOf(c, proposal)
  const t = wordsFor(reader, callWords)
  const state = proposalState(proposal)
  const title = t(own ? 'proposal' : 'proposalOf')
  const trail = own ? [{ label: t('mine'), to: paths.ownProposals }, { label: title }] : needTrail(reader.lang, home, { label: title })
  return c.html(
    <Page reader={reader} title={title} section="ecosystems" trail={trail}>
      <div class="container">
        <Done words={callWords} done={c.req.query('fatto')} />
        <PageHead
          title={<span lang="it">{proposal.statement}</span>}
          kicker={[title, <Link to={paths.needCall(call.id)}>{call.title}</Link>]}
          verdict={<StateMark state={markOfProposal[state]} label={t(`outcome.${state}`)} />}
        />
        <Said proposal={proposal} organisation={organisation} need={need} />
        {own && state === 'submitted' && (
          <Form action={paths.proposalEnd(proposal.id)} class="form">
            <p>{t('withdrawWhy')}</p>
            <SubmitButton kind="secondary">{t('withdraw')}</SubmitButton>
          </Form>
        )}
      </div>
    </Page>,
  )
})

async function speakerOf({ var: { db, today } }: Ctx, { organisationId }: Proposal): Promise<string | null> {
  return organisationId ? ((await namesOf(db, [organisationId], today)).get(organisationId) ?? null) : null
}

interface SaidProps {
  readonly proposal: Proposal
  readonly organisation: string | null
  readonly need: Need | null
}

function Said({ proposal, organisation, need }: SaidProps) {
  const t = useWords(callWords)
  const n = useWords(needWords)
  const { why, voiceKind, evidenceText, evidenceLink, frequency, severity, proposedAt, answer } = proposal
  return (
    <Facts
      items={[
        { term: n('why'), details: why && <Prose text={why} /> },
        { term: n('evidenceText'), details: evidenceText && <Prose text={evidenceText} /> },
        { term: n('evidenceLink'), details: evidenceLink && <Link to={evidenceLink}>{evidenceLink}</Link> },
        { term: n('voiceKind'), details: n(`voice.${voiceKind}`) },
        { term: t('speakFor'), details: organisation },
        { term: n('frequency'), details: frequency && n(`frequency.${frequency}`) },
        { term: n('severity'), details: severity && n(`severity.${severity}`) },
        { term: t('proposedOn'), details: <Time day={dayOf(proposedAt)} /> },
        { term: t('outcome'), details: answer && t(`outcome.${answer.outcome}`) },
        { term: t('reason'), details: answer && <Prose text={answer.reason} /> },
        { term: t('becameNeed'), details: need && <Link to={paths.need(need.id)}>{`${codeOf(need)}: ${need.statement}`}</Link> },
      ]}
    />
  )
}

proposalPages.get('/esigenze/proposte/:id/esito', (c) => answerPage(c, { values: {}, errors: {} }))

proposalPages.post('/esigenze/proposte/:id/esito', async (c) => {
  const form = await readForm(c, AnswerForm)
  if (form.values[suggestButton('needId')]) return answerPage(c, { values: form.values, errors: {} })
  if (!form.data) return answerPage(c, form)
  try {
    await answerProposal(c.var, c.req.param('id'), form.data)
    const home = await homeOfProposal(c)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.needProposals(home.slug), { fatto: 'risposta' })), 303)
  } catch (error) {
    return answerPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function homeOfProposal(c: Ctx) {
  const { db, reader } = c.var
  const { callId } = await getProposal(db, c.req.param('id') ?? '')
  return homeOf(db, (await getCall(db, callId)).ecosystemId, reader.lang)
}

async function answerPage(c: Ctx, filled: Filled) {
  const { db, actor, reader } = c.var
  const proposal = await getProposal(db, c.req.param('id') ?? '')
  const call: NeedCall = await getCall(db, proposal.callId)
  mustBeAble(actor, 'listening.answer-proposal', placeOfNeed(call))
  // Whoever comes second must not fill it in for nothing; what they sent is told in the form.
  if (Object.keys(filled.errors).length === 0) mustBeWaiting(proposal)
  const home = await homeOf(db, call.ecosystemId, reader.lang)
  const alike = await needsLike(db, call.ecosystemId, proposal)
  const organisation = await speakerOf(c, proposal)
  const searched = await needOptionsFor(c, call.ecosystemId, 'needId', filled.values)
  const options = searched.length > 0 || filled.values['needId-query'] ? searched : alike.map(({ need }) => needOption(need))
  const t = wordsFor(reader, callWords)
  const n = wordsFor(reader, needWords)
  const address = paths.proposalOutcome(proposal.id)
  const rejected = Object.keys(filled.errors).length > 0
  return c.html(
    <Page
      reader={reader}
      title={t('answerTitle')}
      section="ecosystems"
      trail={needTrail(reader.lang, home, { label: t('queue'), to: paths.needProposals(home.slug) }, { label: t('answerTitle') })}
      address={address}
      rejected={rejected}
      scripts={['suggest.js']}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ outcome: t('outcome'), needId: t('needId'), reason: t('reason') }} />
        <PageHead title={t('answerTitle')} kicker={[home.name, call.title]} lead={t('answerLead')} />
        <Section id="proposta" title={<span lang="it">{proposal.statement}</span>}>
          <Said proposal={proposal} organisation={organisation} need={null} />
        </Section>
        {alike.length > 0 && (
          <Section id="simili" title={t('alike')}>
            <Ways
              items={alike.map(({ need, score }) => ({
                label: `${codeOf(need)} ${need.statement}`,
                to: paths.need(need.id),
                text: n('similarity', { percent: Math.round(score / 10) }),
              }))}
            />
          </Section>
        )}
        <Form action={address} class="form">
          <RadioGroup
            name="outcome"
            label={t('outcome')}
            options={outcomes.map((outcome) => ({ value: outcome, label: t(`choose.${outcome}`) }))}
            {...filled}
          />
          <SuggestField
            name="needId"
            label={t('needId')}
            help={t('needHelp')}
            optional
            source={paths.needOptions(home.slug)}
            options={options}
            {...filled}
          />
          <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} maxlength={2000} {...filled} />
          <FormEnd cancel={paths.needProposals(home.slug)}>
            <SubmitButton>{t('saveAnswer')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    rejected ? 422 : 200,
  )
}
