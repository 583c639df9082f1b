import { paths, withQuery } from '../../charter/paths.ts'
import { can, platform } from '../../charter/policy.ts'
import { listEcosystems } from '../../ecosystems/index.ts'
import { grantsEndingBy, namesOfPeople } from '../../identity/index.ts'
import { addDays } from '../../kernel/day.ts'
import { planProgress } from '../../plan/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { gapsOf } from '../gaps.ts'
import { deskWords } from '../messages/desk.ts'
import { ahead, dutiesOf } from '../rules/desk.ts'
import { latestActs } from '../store/acts.ts'
import { DeskPage } from './desk/desk-page.tsx'

export const deskPages = router()

deskPages.get(paths.desk, async (c) => {
  if (!c.var.actor.id) return c.html(<Closed reader={c.var.reader} />)
  return c.html(<DeskPage c={c} desk={await gather(c)} />)
})

export type DeskView = Awaited<ReturnType<typeof gather>>

async function gather(c: Ctx) {
  const { db, actor, today } = c.var
  const ecosystems = await listEcosystems(db, today)
  const gaps = await gapsOf(db, ecosystems, today)
  const declares = can(actor, 'plan.declare', platform)
  const plan = declares ? await planProgress(db, today, ecosystems) : null
  const endingGrants = can(actor, 'identity.grant', platform) ? await grantsEndingBy(db, today, addDays(today, ahead)) : []
  const undeclared = (plan?.coming ?? []).filter(({ state }) => state !== 'blocked')
  const mine = ecosystems.filter(({ id }) => actor.grants.some(({ scope }) => scope.kind !== 'platform' && scope.id === id))
  const followed: { readonly places?: string[] } = mine.length > 0 ? { places: mine.map(({ id }) => id) } : {}
  return {
    ecosystems,
    mine,
    gaps,
    duties: dutiesOf({ actor, ecosystems, gaps, lateResults: plan?.late ?? [], comingResults: undeclared, endingGrants, today }),
    people: await namesOfPeople(
      db,
      endingGrants.map(({ personId }) => personId),
    ),
    followed: await latestActs(db, { ...followed, limit: 4 }, today),
    done: await latestActs(db, { actorId: actor.id as string, limit: 4 }, today),
  }
}

/** For whoever has not entered: what a desk is, and the way in that leads back here. */
function Closed({ reader }: { readonly reader: Reader }) {
  const t = wordsFor(reader, deskWords)
  return (
    <Page reader={reader} title={t('anonymous')} section="desk" trail={[{ label: t('title') }]}>
      <div class="container">
        <PageHead title={t('anonymous')} lead={t('anonymousLead')} />
        <p class="actions">
          <ButtonLink to={withQuery(paths.signIn, { ritorno: paths.desk })} kind="primary">
            {t('enter')}
          </ButtonLink>
        </p>
        <p>{t('free')}</p>
        <ul class="plain more">
          <li>
            <Link to={`${paths.home}#quadro`}>{t('way.picture')}</Link>
          </li>
          <li>
            <Link to={paths.plan}>{t('way.plan')}</Link>
          </li>
        </ul>
      </div>
    </Page>
  )
}
