import { paths } from '../../charter/paths.ts'
import { excerpt } from '../../kernel/excerpt.ts'
import { namesOf } from '../../organisations/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Time } from '../../ui/time.tsx'
import { Ways } from '../../ui/ways.tsx'
import type { NeedMount } from '../coverage.ts'
import { needWords } from '../messages/needs.ts'
import { type Cover, codeOf, markOfNeed, type Need, stateOfNeed } from '../rules/needs.ts'
import { correctionsOf } from '../store/corrections.ts'
import { mergedAbove, mergedUnder, mergersOf } from '../store/mergers.ts'
import { getNeed, needsByIds } from '../store/needs.ts'
import { voicesBehind } from '../store/proposals.ts'
import { homeOf, may, needTrail } from './need-around.tsx'
import { NeedHistory } from './need-history.tsx'
import type { WholeNeed } from './whole-need.ts'

export function needPagesOf(mount: NeedMount) {
  const pages = router()
  pages.get('/esigenze/:id', async (c) => c.html(<NeedPage c={c} whole={await gather(c, mount, c.req.param('id') ?? '')} />))
  return pages
}

async function gather(c: Ctx, { covers, origins }: NeedMount, id: string): Promise<WholeNeed> {
  const { db, reader, today } = c.var
  const need = await getNeed(db, id)
  const under = await mergedUnder(db, id)
  const family = [need, ...under].map((one) => one.id)
  const found = await covers(db, family)
  const mergers = await mergersOf(db, id)
  const { organisationId, source } = need
  const voices = await voicesBehind(db, family)
  return {
    need,
    home: await homeOf(db, need.ecosystemId, reader.lang),
    covers: family.flatMap((one) => found.get(one) ?? []),
    origin: source.id ? ((await origins(db, [source])).get(source.id) ?? null) : null,
    organisation: organisationId ? ((await namesOf(db, [organisationId], today)).get(organisationId) ?? null) : null,
    behind: [...voices.values()].reduce((sum, n) => sum + n, 0),
    under,
    survivor: need.mergedInto ? ((await mergedAbove(db, id)).at(-1) ?? null) : null,
    corrections: need.revision > 0 ? await correctionsOf(db, id) : [],
    mergers,
    named: await needsByIds(
      db,
      mergers.flatMap(({ needId, intoId }) => [needId, intoId]),
    ),
  }
}

function NeedPage({ c, whole }: { readonly c: Ctx; readonly whole: WholeNeed }) {
  const { reader } = c.var
  const { need, home, covers, under, survivor } = whole
  const t = wordsFor(reader, needWords)
  const state = stateOfNeed(need, covers)
  const code = codeOf(need)
  return (
    <Page
      reader={reader}
      title={`${code}: ${excerpt(need.statement, 80)}`}
      description={excerpt(need.statement)}
      section="ecosystems"
      trail={needTrail(reader.lang, home, { label: code })}
    >
      <div class="container">
        <Done words={needWords} done={c.req.query('fatto')}>
          {c.req.query('fatto') === 'registrata' && may(c, 'listening.merge-needs', home) && (
            <p>
              <Link to={paths.needLikenesses(home.slug)}>{t('likenesses')}</Link>
            </p>
          )}
        </Done>
        {survivor && (
          <Notice title={t('mergedNotice', { code: codeOf(survivor) })}>
            <p>
              <Link to={paths.need(survivor.id)}>{t('mergedGo', { code: codeOf(survivor), statement: excerpt(survivor.statement) })}</Link>
            </p>
          </Notice>
        )}
        <PageHead
          title={need.statement}
          kicker={[t('need', { code }), <Link to={paths.ecosystem(home.slug)}>{home.name}</Link>]}
          verdict={<StateMark state={markOfNeed[state]} label={t(`state.${state}`)} />}
        >
          <KeeperWays c={c} whole={whole} />
        </PageHead>
        <Columns kind="aside" section>
          <div>
            {need.why && (
              <Section id="perche" title={t('why')} band="bare">
                <Prose text={need.why} />
              </Section>
            )}
            <Evidence need={need} />
            <Covered covers={covers} />
          </div>
          <NeedFacts whole={whole} />
        </Columns>
        {under.length > 0 && (
          <Section id="unite" title={t('lineage')} lead={t('lineageLead')}>
            <Ways items={under.map((one) => ({ label: `${codeOf(one)} ${excerpt(one.statement)}`, to: paths.need(one.id) }))} />
          </Section>
        )}
        <NeedHistory whole={whole} />
      </div>
    </Page>
  )
}

function KeeperWays({ c, whole: { need, home } }: { readonly c: Ctx; readonly whole: WholeNeed }) {
  const t = useWords(needWords)
  const ways = need.mergedInto
    ? [{ label: t('separate'), to: paths.needSeparate(need.id), shown: may(c, 'listening.separate-needs', home) }]
    : [
        { label: t('correct'), to: paths.needEdit(need.id), shown: may(c, 'listening.correct-need', home) },
        { label: t('merge'), to: paths.needMerge(need.id), shown: may(c, 'listening.merge-needs', home) },
      ]
  const shown = ways.filter((way) => way.shown)
  if (shown.length === 0) return <></>
  return (
    <p class="actions">
      {shown.map(({ label, to }, index) => (
        <ButtonLink to={to} kind={index === 0 ? 'primary' : 'secondary'}>
          {label}
        </ButtonLink>
      ))}
    </p>
  )
}

function Evidence({ need: { evidenceText, evidenceLink } }: { readonly need: Need }) {
  const t = useWords(needWords)
  if (!evidenceText && !evidenceLink) return <></>
  return (
    <Section id="prove" title={t('evidence')} band="bare">
      {evidenceText && <Prose text={evidenceText} />}
      {evidenceLink && (
        <p>
          <Link to={evidenceLink}>{evidenceLink}</Link>
        </p>
      )}
    </Section>
  )
}

function Covered({ covers }: { readonly covers: readonly Cover[] }) {
  const t = useWords(needWords)
  return (
    <Section id="risposte" title={t('covers')} band="bare">
      {covers.length > 0 ? (
        <Ways
          items={covers.map(({ kind, title, path, extent }) => ({
            label: title,
            to: path,
            text: extent === 'partly' ? `${t(`cover.${kind}`)}, ${t('coverPartly')}` : t(`cover.${kind}`),
          }))}
        />
      ) : (
        <Empty>
          <p>{t('coversNone')}</p>
        </Empty>
      )}
    </Section>
  )
}

function NeedFacts({ whole: { need, origin, organisation, behind } }: { readonly whole: WholeNeed }) {
  const t = useWords(needWords)
  return (
    <Facts
      items={[
        { term: t('voiceKind'), details: t(`voice.${need.voiceKind}`) },
        {
          term: t('organisationId'),
          details: organisation && need.organisationId && <Link to={paths.organisation(need.organisationId)}>{organisation}</Link>,
        },
        {
          term: t('source'),
          details: origin ? <Link to={origin.path}>{origin.title}</Link> : t(`source.${need.source.kind}`),
        },
        { term: t('frequency'), details: t(`frequency.${need.frequency ?? 0}`) },
        { term: t('severity'), details: t(`severity.${need.severity ?? 0}`) },
        { term: t('heard'), details: <Time day={need.recordedOn} /> },
        { term: t('behind'), details: behind > 0 && String(behind) },
      ]}
    />
  )
}
