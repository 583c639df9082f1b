import { paths, withQuery } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import type { Day } from '../../kernel/day.ts'
import { minutesOf } from '../../minutes/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { NowList } from '../../ui/now-list.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatsFor, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Ways } from '../../ui/ways.tsx'
import { type StakeholderGaps, stakeholderGaps } from '../facts.ts'
import { hearingWords } from '../messages/hearings.ts'
import { listeningWords } from '../messages/listening.ts'
import { stakeholderWords } from '../messages/stakeholders.ts'
import type { NeedCall } from '../rules/calls.ts'
import { type Hearing, hearingState } from '../rules/hearings.ts'
import { placeOfListening } from '../rules/place.ts'
import { callsOf } from '../store/calls.ts'
import { listHearings, slotsOf } from '../store/hearings.ts'
import { countNeeds } from '../store/need-list.ts'
import type { TakingPart } from '../taking-part.ts'
import { type Around, aroundEcosystem, trailIn } from './around.ts'
import { type HearingRow, HearingTable, rowsOf } from './hearings.tsx'

const latest = 5

export function listeningFront(takingPart: TakingPart) {
  return router().get('/ecosistemi/:slug/ascolto', (c) => frontPage(c, takingPart))
}

async function frontPage(c: Ctx, takingPart: TakingPart) {
  const { db, today, now, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  const { items } = await listHearings(db, { ecosystemId: ecosystem.id, limit: latest })
  const ids = items.map(({ id }) => id)
  const slots = await slotsOf(db, ids)
  return c.html(
    <ListeningPage
      reader={reader}
      around={await aroundEcosystem(c, ecosystem.id)}
      rows={rowsOf(items, slots, await minutesOf(db, ids))}
      open={items.filter(
        (hearing) =>
          hearingState(
            hearing,
            slots.filter(({ hearingId }) => hearingId === hearing.id),
            now,
          ) === 'open',
      )}
      calls={(await callsOf(db, [ecosystem.id])).filter(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn)}
      needs={(await countNeeds(db, ecosystem.id, {})).total}
      gaps={(await stakeholderGaps(db, [ecosystem.id], today, await takingPart.last(db, [ecosystem.id], today))).get(ecosystem.id)}
      mayCall={can(actor, 'listening.call-hearing', placeOfListening(ecosystem.id))}
    />,
  )
}

interface ListeningPageProps {
  readonly reader: Reader
  readonly around: Around
  readonly rows: readonly HearingRow[]
  /** The hearings for which one may register today. */
  readonly open: readonly Hearing[]
  /** The calls in which one may propose needs today. */
  readonly calls: readonly NeedCall[]
  readonly needs: number
  readonly gaps: StakeholderGaps | undefined
  readonly mayCall: boolean
}

/** Whom the ecosystem hears, whom it has not heard yet, and what they lack. */
function ListeningPage({ reader, around, rows, open, calls, needs, gaps, mayCall }: ListeningPageProps) {
  const t = wordsFor(reader, listeningWords)
  const h = wordsFor(reader, hearingWords)
  const s = wordsFor(reader, stakeholderWords)
  const { slug } = around
  const title = t('title', { name: around.name })
  const { day, distance } = formatsFor(reader)
  const missing = gaps?.neverHeard.filter((kind) => s(`never.${kind}`)) ?? []
  const until = (closesOn: Day) => ({ until: day(closesOn), distance: distance(closesOn) })
  const openNow = [
    ...open.map(({ id, title, closesOn, openTo }) => ({
      title,
      text: t(openTo === 'invited' ? 'registerInvited' : 'registerUntil', until(closesOn)),
      action: { to: paths.hearing(id), label: t('toHearing') },
    })),
    ...calls.map(({ id, title, closesOn }) => ({
      title,
      text: t('proposeUntil', until(closesOn)),
      action: { to: paths.needCall(id), label: t('toCall') },
    })),
  ]
  return (
    <Page reader={reader} title={title} description={t('lead')} section="ecosystems" trail={trailIn(reader.lang, around)}>
      <div class="container">
        <PageHead title={title} lead={t('lead')}>
          {mayCall && (
            <p class="actions">
              <ButtonLink to={paths.newHearing(slug)} kind="primary">
                {h('call')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        {openNow.length > 0 && (
          <Section id="adesso" title={t('now')}>
            <NowList items={openNow} />
          </Section>
        )}
        {missing.length > 0 && (
          <Section id="mancano" title={s('gaps')}>
            <ul class="plain gaps">
              {missing.map((kind) => (
                <li>
                  <StateMark
                    state="todo"
                    label={<Link to={`${withQuery(paths.stakeholders(slug), { tipo: kind })}#elenco`}>{s(`never.${kind}`)}</Link>}
                  />
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="audizioni" title={h('hearings')}>
          {rows.length > 0 ? (
            <HearingTable rows={rows} />
          ) : (
            <Empty>
              <p>{h('none')}</p>
            </Empty>
          )}
          <p class="more">
            <Link to={paths.hearings(slug)}>{t('allHearings')}</Link>
          </p>
        </Section>
        <Section id="altro" title={t('more')}>
          <Ways
            items={[
              {
                label: s('stakeholders'),
                to: paths.stakeholders(slug),
                text: t('mapText', { count: gaps?.stakeholders ?? 0, heard: gaps?.heard ?? 0 }),
              },
              { label: t('needs'), to: paths.needs(slug), text: t('needsText', { count: needs }) },
              { label: t('calls'), to: paths.needCalls(slug), text: t('callsText') },
              { label: t('coverage'), to: paths.coverage(slug), text: t('coverageText') },
            ]}
          />
        </Section>
      </div>
    </Page>
  )
}
