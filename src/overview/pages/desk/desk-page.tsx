import { paths } from '../../../charter/paths.ts'
import { type Act, can, platform } from '../../../charter/policy.ts'
import { nameIn } from '../../../ecosystems/index.ts'
import type { Ctx } from '../../../platform/http.ts'
import { DatedList } from '../../../ui/dated-list.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { formatsFor, useReader, useWords, wordsFor } from '../../../ui/reader.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { Tasks } from '../../../ui/tasks.tsx'
import { deskWords } from '../../messages/desk.ts'
import type { DeskView } from './gather.ts'
import { Notices } from './notices.tsx'
import { taskOf } from './task.ts'

const mostShown = 20

export function DeskPage({ c, desk }: { readonly c: Ctx; readonly desk: DeskView }) {
  const { reader } = c.var
  const t = wordsFor(reader, deskWords)
  const { duties, mine } = desk
  const late = duties.filter(({ due }) => due !== null && due < reader.today).length
  const everywhere = c.var.actor.grants.some(({ scope }) => scope.kind === 'platform')
  const scopes = [...(everywhere ? [t('everywhere')] : []), ...mine.map((one) => nameIn(reader.lang, one))]
  return (
    <Page reader={reader} title={t('heading')} section="desk" trail={[{ label: t('title') }]}>
      <div class="container">
        <PageHead
          title={t('heading')}
          kicker={[capital(formatsFor(reader).day(reader.today, 'full')), ...scopes]}
          lead={duties.length > 0 && t('lead', { count: duties.length, late })}
        />
        {duties.length > 0 ? <ToDo desk={desk} /> : <Nothing hasRole={c.var.actor.grants.length > 0} />}
        <Notices desk={desk} />
        <Columns section>
          <Followed desk={desk} />
          <Done desk={desk} />
          <Ways c={c} />
        </Columns>
      </div>
    </Page>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function ToDo({ desk }: { readonly desk: DeskView }) {
  const reader = useReader()
  const t = useWords(deskWords)
  const { duties } = desk
  return (
    <Section id="to-do" title={t('toDo')} quietTitle band="bare">
      <Tasks items={duties.slice(0, mostShown).map((duty) => taskOf(reader, desk, duty))} />
      {duties.length > mostShown && <p class="quiet">{t('more', { count: duties.length - mostShown })}</p>}
    </Section>
  )
}

function Nothing({ hasRole }: { readonly hasRole: boolean }) {
  const t = useWords(deskWords)
  return (
    <Empty good>
      <p>
        <b>{t(hasRole ? 'nothing' : 'noRole')}</b>
      </p>
      <p>{t(hasRole ? 'nothingText' : 'noRoleText')}</p>
    </Empty>
  )
}

function Followed({ desk }: { readonly desk: DeskView }) {
  const t = useWords(deskWords)
  const followed = desk.followed(useReader().lang)
  return (
    <Section id="followed" title={t(desk.places.length > 0 ? 'followed' : 'followedAll')} band="bare">
      {followed.length > 0 ? <DatedList items={followed} /> : <p class="quiet">{t('noActs')}</p>}
    </Section>
  )
}

function Done({ desk }: { readonly desk: DeskView }) {
  const t = useWords(deskWords)
  const done = desk.done(useReader().lang)
  return (
    <Section id="done" title={t('done')} band="bare">
      {done.length > 0 ? <DatedList items={done} /> : <p class="quiet">{t('notYet')}</p>}
    </Section>
  )
}

/** What this person can go to next: only what they may do. */
function Ways({ c }: { readonly c: Ctx }) {
  const t = useWords(deskWords)
  const guarded: [Act, 'planImport' | 'organisationsImport' | 'newEcosystem' | 'grants', string][] = [
    ['plan.import', 'planImport', paths.planImport],
    ['organisations.import', 'organisationsImport', paths.organisationsImport],
    ['ecosystems.add', 'newEcosystem', paths.newEcosystem],
    ['identity.grant', 'grants', paths.grants],
  ]
  const ways = [
    { label: t('way.picture'), to: `${paths.home}#quadro` },
    { label: t('way.plan'), to: paths.plan },
    ...guarded.filter(([act]) => can(c.var.actor, act, platform)).map(([, key, to]) => ({ label: t(`way.${key}`), to })),
    ...(c.var.config.demo && can(c.var.actor, 'platform.move-clock', platform) ? [{ label: t('way.clock'), to: paths.demoClock }] : []),
    ...(c.var.config.demo ? [{ label: t('way.mails'), to: paths.demoMails }] : []),
    { label: t('way.contributions'), to: paths.ownContributions },
    { label: t('way.proposals'), to: paths.ownProposals },
    { label: t('way.calendar'), to: paths.calendars },
    { label: t('way.account'), to: paths.account },
  ]
  return (
    <Section id="ways" title={t('ways')} band="bare">
      <ul class="plain more">
        {ways.map(({ label, to }) => (
          <li>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
