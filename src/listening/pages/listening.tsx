import { paths } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { minutesOf } from '../../minutes/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Ways } from '../../ui/ways.tsx'
import { type StakeholderGaps, stakeholderGaps } from '../facts.ts'
import { hearingWords } from '../messages/hearings.ts'
import { listeningWords } from '../messages/listening.ts'
import { stakeholderWords } from '../messages/stakeholders.ts'
import { placeOfListening } from '../rules/place.ts'
import { listHearings, slotsOf } from '../store/hearings.ts'
import type { TakingPart } from '../taking-part.ts'
import { type Around, aroundEcosystem, trailIn } from './around.ts'
import { type HearingRow, HearingTable, rowsOf } from './hearings.tsx'

const latest = 5

export function listeningFront(takingPart: TakingPart) {
  return router().get('/ecosistemi/:slug/ascolto', (c) => frontPage(c, takingPart))
}

async function frontPage(c: Ctx, takingPart: TakingPart) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  const { items } = await listHearings(db, { ecosystemId: ecosystem.id, limit: latest })
  const ids = items.map(({ id }) => id)
  return c.html(
    <ListeningPage
      reader={reader}
      around={await aroundEcosystem(c, ecosystem.id)}
      rows={rowsOf(items, await slotsOf(db, ids), await minutesOf(db, ids))}
      gaps={(await stakeholderGaps(db, [ecosystem.id], today, await takingPart.last(db, [ecosystem.id], today))).get(ecosystem.id)}
      mayCall={can(actor, 'listening.call-hearing', placeOfListening(ecosystem.id))}
    />,
  )
}

interface ListeningPageProps {
  readonly reader: Reader
  readonly around: Around
  readonly rows: readonly HearingRow[]
  readonly gaps: StakeholderGaps | undefined
  readonly mayCall: boolean
}

/** Whom the ecosystem hears, whom it has not heard yet, and what they lack. */
function ListeningPage({ reader, around, rows, gaps, mayCall }: ListeningPageProps) {
  const t = wordsFor(reader, listeningWords)
  const h = wordsFor(reader, hearingWords)
  const s = wordsFor(reader, stakeholderWords)
  const { slug } = around
  const title = t('title', { name: around.name })
  const missing = gaps?.neverHeard.find((kind) => s(`never.${kind}`))
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
        {missing && (
          <p>
            <StateMark state="todo" label={s(`never.${missing}`)} />
          </p>
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
              { label: t('needs'), to: paths.needs(slug), text: t('needsText') },
            ]}
          />
        </Section>
      </div>
    </Page>
  )
}
