import { paths, withQuery } from '../../charter/paths.ts'
import { router } from '../../platform/http.ts'
import { Done } from '../../ui/done.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { formatsFor, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Time } from '../../ui/time.tsx'
import { callWords } from '../messages/calls.ts'
import { callState, markOfCall } from '../rules/calls.ts'
import { countsOf, getCall, noCounts } from '../store/calls.ts'
import { homeOf, may, needTrail } from './need-around.tsx'

export const callPages = router()

callPages.get('/raccolte/:id', async (c) => {
  const { db, today, reader } = c.var
  const call = await getCall(db, c.req.param('id'))
  const home = await homeOf(db, call.ecosystemId, reader.lang)
  const counts = (await countsOf(db, [call.id])).get(call.id) ?? noCounts
  const state = callState(call, today)
  const t = wordsFor(reader, callWords)
  const { day, distance, number } = formatsFor(reader)
  const when = {
    future: t('opensDay', { day: day(call.opensOn), distance: distance(call.opensOn) }),
    open: t('openUntil', { day: day(call.closesOn), distance: distance(call.closesOn) }),
    closed: t('closedDay', { day: day(call.closesOn) }),
  }[state]
  const edits = state !== 'closed' && may(c, 'listening.change-call', home)
  const answers = may(c, 'listening.answer-proposal', home)
  return c.html(
    <Page
      reader={reader}
      title={call.title}
      description={when}
      section="ecosystems"
      trail={needTrail(reader.lang, home, { label: t('calls'), to: paths.needCalls(home.slug) }, { label: call.title })}
    >
      <div class="container">
        <Done words={callWords} done={c.req.query('fatto')} />
        <PageHead
          title={call.title}
          kicker={[t('call', { number: call.number }), <Link to={paths.ecosystem(home.slug)}>{home.name}</Link>]}
          verdict={<StateMark state={markOfCall[state]} label={t(`state.${state}`)} />}
          lead={
            state === 'closed' && counts.received > 0
              ? `${when} ${t('cameOf', { received: counts.received, waiting: counts.waiting })}`
              : when
          }
        >
          <p class="actions">
            {state === 'open' && (
              <ButtonLink kind="primary" to={paths.newProposal(call.id)}>
                {t('propose')}
              </ButtonLink>
            )}
            {answers && (
              <ButtonLink kind={state === 'closed' && counts.waiting > 0 ? 'primary' : 'secondary'} to={paths.needProposals(home.slug)}>
                {t('queue')}
              </ButtonLink>
            )}
            {edits && <ButtonLink to={paths.needCallEdit(call.id)}>{t('editCall')}</ButtonLink>}
          </p>
        </PageHead>
        <Columns kind="aside" section>
          <Section id="domande" title={t('guidance')} band="bare">
            <Prose text={call.guidance} />
          </Section>
          <div>
            <Facts
              items={[
                { term: t('opensOn'), details: <Time day={call.opensOn} /> },
                { term: t('closesOn'), details: <Time day={call.closesOn} /> },
                ...(['received', 'accepted', 'joined', 'notAccepted', 'waiting', 'withdrawn'] as const).map((key) => ({
                  term: t(key),
                  details: number(counts[key]),
                })),
              ]}
            />
            <p class="more">
              <Link to={withQuery(paths.needs(home.slug), { origine: 'call' })}>{t('itsNeeds')}</Link>
            </p>
          </div>
        </Columns>
      </div>
    </Page>,
  )
})
