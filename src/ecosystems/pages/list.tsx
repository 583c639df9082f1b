import { paths, withQuery } from '../../charter/paths.ts'
import { phases } from '../../charter/phases.ts'
import { can, platform } from '../../charter/policy.ts'
import type { Lang } from '../../kernel/lang.ts'
import { formatDay, formatList } from '../../kernel/words.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { FilterPills } from '../../ui/filters.tsx'
import { HiddenField } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Picture, type PictureRow } from '../../ui/picture.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Legend } from '../../ui/state.tsx'
import { type Filter, inTreeOrder, matching } from '../list-rules.ts'
import { messages } from '../messages.ts'
import { phaseState } from '../phase-rules.ts'
import { type EcosystemView, nameIn } from '../rules.ts'
import { listEcosystems } from '../store/views.ts'
import { phaseName } from '../words.ts'

export const listPages = router()

listPages.get(paths.ecosystems, async (c) => {
  const all = await listEcosystems(c.var.db, c.var.today)
  const filter = filterOf(c)
  return c.html(<EcosystemsPage reader={c.var.reader} all={all} filter={filter} mayAdd={can(c.var.actor, 'ecosystems.add', platform)} />)
})

function filterOf(c: Ctx): Filter {
  const kind = c.req.query('filtro')
  return { kind: kind === 'prioritari' || kind === 'ritardo' ? kind : null, words: (c.req.query('q') ?? '').slice(0, 200) }
}

interface EcosystemsPageProps {
  readonly reader: Reader
  readonly all: readonly EcosystemView[]
  readonly filter: Filter
  readonly mayAdd: boolean
}

function EcosystemsPage({ reader, all, filter, mayAdd }: EcosystemsPageProps) {
  const t = wordsFor(reader, messages)
  const shown = matching(all, filter, reader.today)
  return (
    <Page reader={reader} title={t('ecosystems')} description={t('listLead')} section="ecosystems" trail={[{ label: t('ecosystems') }]}>
      <div class="container">
        <PageHead title={t('ecosystems')} lead={t('listLead')}>
          {mayAdd && (
            <p class="actions">
              <ButtonLink to={paths.newEcosystem} kind="primary">
                {t('add')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        {all.length > 0 && <Filters reader={reader} all={all} filter={filter} />}
        {shown.length > 0 && (
          <>
            <Picture
              caption={t('listCaption', { day: formatDay(reader.lang, reader.today) })}
              columns={[{ label: t('ecosystem') }, ...phases.map((phase) => ({ label: phaseName(reader.lang, phase) }))]}
              rows={inTreeOrder(shown).map((ecosystem) => rowOf(reader, ecosystem, all))}
            />
            <Legend only={['done', 'doing', 'late', 'todo']} feminine />
          </>
        )}
        {shown.length === 0 && (
          <Empty>
            <p>{all.length > 0 ? t('nothingFound') : t('noneYet')}</p>
            {all.length > 0 && (
              <p>
                <Link to={paths.ecosystems}>{t('allEcosystems')}</Link>
              </p>
            )}
          </Empty>
        )}
      </div>
    </Page>
  )
}

function Filters({ reader, all, filter }: Pick<EcosystemsPageProps, 'reader' | 'all' | 'filter'>) {
  const t = wordsFor(reader, messages)
  const { kind, words } = filter
  const to = (filtro: Filter['kind']) => withQuery(paths.ecosystems, { filtro, q: words })
  const count = (filtro: Filter['kind']) => matching(all, { kind: filtro, words }, reader.today).length
  return (
    <>
      <FilterPills
        label={t('filterLabel')}
        items={[
          { label: t('filterAll'), to: to(null), count: count(null), current: kind === null },
          { label: t('filterPriority'), to: to('prioritari'), count: count('prioritari'), current: kind === 'prioritari' },
          { label: t('filterLate'), to: to('ritardo'), count: count('ritardo'), current: kind === 'ritardo' },
        ]}
      />
      <Form action={paths.ecosystems} method="get" class="search list-search" role="search" aria-label={t('search')}>
        {kind && <HiddenField name="filtro" value={kind} />}
        <label class="visually-hidden" for="ecosystem-search">
          {t('search')}
        </label>
        <input id="ecosystem-search" name="q" type="search" placeholder={t('search')} value={words} maxlength={200} />
        <button type="submit">{t('searchButton')}</button>
      </Form>
    </>
  )
}

function rowOf(reader: Reader, ecosystem: EcosystemView, all: readonly EcosystemView[]): PictureRow {
  const { lang, today } = reader
  return {
    name: nameIn(lang, ecosystem),
    to: paths.ecosystem(ecosystem.slug),
    priority: ecosystem.priority,
    small: underName(lang, ecosystem, all),
    cells: phases.map((phase) => {
      const { state, daysLate } = phaseState(ecosystem.phases[phase], today)
      return { to: paths.gate(ecosystem.slug, phase), state, days: daysLate }
    }),
  }
}

function underName(lang: Lang, ecosystem: EcosystemView, all: readonly EcosystemView[]): string {
  const t = wordsFor({ lang }, messages)
  const parent = all.find(({ id }) => id === ecosystem.parentId)
  const leads =
    ecosystem.leads.length > 0
      ? formatList(
          lang,
          ecosystem.leads.map(({ name }) => name),
        )
      : t('noLead')
  return parent ? `${t('partOf', { name: nameIn(lang, parent) })}. ${leads}` : leads
}
