import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem, nameIn, placeOf } from '../../ecosystems/index.ts'
import { dayOf } from '../../kernel/day.ts'
import { Problem, signInFirst } from '../../kernel/problem.ts'
import { router } from '../../platform/http.ts'
import { DatedList } from '../../ui/dated-list.tsx'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { formatsFor, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { withdrawProposal } from '../actions/proposals.ts'
import { callWords } from '../messages/calls.ts'
import { needWords } from '../messages/needs.ts'
import { markOfProposal, proposalState } from '../rules/proposals.ts'
import { callsById, openCalls } from '../store/calls.ts'
import { proposalsBy, waitingIn } from '../store/proposals.ts'
import { needTrail } from './need-around.tsx'

export const proposalsPages = router()

const perPage = 25

proposalsPages.get('/esigenze/mie', async (c) => {
  const { db, today, reader, actor } = c.var
  if (!actor.id) throw new Problem(signInFirst)
  const cursor = c.req.query('da')
  const found = await proposalsBy(db, actor.id, { cursor, limit: perPage })
  const calls = await callsById(
    db,
    found.items.map(({ callId }) => callId),
  )
  const open = await openCalls(db, today)
  const t = wordsFor(reader, callWords)
  const n = wordsFor(reader, needWords)
  const { day, distance } = formatsFor(reader)
  return c.html(
    <Page reader={reader} title={t('mine')} trail={[{ label: t('mine') }]}>
      <div class="container">
        <PageHead title={t('mine')} lead={t('mineLead')} />
        {found.items.length === 0 ? (
          <Empty>
            <p>{t('mineNone')}</p>
          </Empty>
        ) : (
          <>
            <Table
              caption={t('mine')}
              captionHidden
              rows={found.items}
              columns={[
                {
                  label: n('statement'),
                  rowHeader: true,
                  cell: ({ id, statement }) => (
                    <Link to={paths.proposal(id)} lang="it">
                      {statement}
                    </Link>
                  ),
                },
                { label: t('fromCall'), cell: ({ callId }) => <Link to={paths.needCall(callId)}>{calls.get(callId)?.title ?? ''}</Link> },
                { label: t('proposedOn'), cell: ({ proposedAt }) => <Time day={dayOf(proposedAt)} /> },
                {
                  label: t('outcome'),
                  cell: (one) => <StateMark state={markOfProposal[proposalState(one)]} label={t(`outcome.${proposalState(one)}`)} />,
                },
              ]}
            />
            <Pager
              shown={found.items.length}
              next={found.next && withQuery(paths.ownProposals, { da: found.next })}
              first={cursor ? paths.ownProposals : null}
            />
          </>
        )}
        {open.length > 0 && (
          <Section id="aperte" title={t('openNow')}>
            <DatedList
              items={open.map((call) => ({
                day: call.closesOn,
                title: call.title,
                to: paths.needCall(call.id),
                text: t('openUntil', { day: day(call.closesOn), distance: distance(call.closesOn) }),
              }))}
            />
          </Section>
        )}
      </div>
    </Page>,
  )
})

proposalsPages.post('/esigenze/proposte/:id/ritiro', async (c) => {
  const { id } = c.req.param()
  await withdrawProposal(c.var, id)
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.proposal(id), { fatto: 'ritirata' })), 303)
})

proposalsPages.get('/ecosistemi/:slug/esigenze/proposte', async (c) => {
  const { db, today, reader, actor } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  mustBeAble(actor, 'listening.answer-proposal', placeOf(ecosystem))
  const home = { ...ecosystem, name: nameIn(reader.lang, ecosystem) }
  const cursor = c.req.query('da')
  const found = await waitingIn(db, ecosystem.id, { cursor, limit: perPage })
  const calls = await callsById(
    db,
    found.items.map(({ callId }) => callId),
  )
  const t = wordsFor(reader, callWords)
  const n = wordsFor(reader, needWords)
  const here = paths.needProposals(home.slug)
  return c.html(
    <Page
      reader={reader}
      title={t('queueTitle', { name: home.name })}
      section="ecosystems"
      trail={needTrail(reader.lang, home, { label: t('queue') })}
    >
      <div class="container">
        <Done words={callWords} done={c.req.query('fatto')} />
        <PageHead title={t('queueTitle', { name: home.name })} lead={t('queueLead')} />
        {found.items.length === 0 ? (
          <Empty good>
            <p>{t('queueNone')}</p>
          </Empty>
        ) : (
          <>
            <Table
              caption={t('queue')}
              captionHidden
              rows={found.items}
              columns={[
                {
                  label: n('statement'),
                  rowHeader: true,
                  cell: ({ id, statement }) => (
                    <Link to={paths.proposalOutcome(id)} lang="it">
                      {statement}
                    </Link>
                  ),
                },
                { label: n('voiceKind'), cell: ({ voiceKind }) => n(`voice.${voiceKind}`) },
                { label: t('fromCall'), cell: ({ callId }) => calls.get(callId)?.title ?? '' },
                { label: t('since'), cell: ({ proposedAt }) => <Time day={dayOf(proposedAt)} /> },
              ]}
            />
            <Pager shown={found.items.length} next={found.next && withQuery(here, { da: found.next })} first={cursor ? here : null} />
          </>
        )}
      </div>
    </Page>,
  )
})
