import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import { getEcosystem, nameIn } from '../../ecosystems/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Empty } from '../../ui/empty.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { BeginForm, beginRanking } from '../actions/rankings.ts'
import { rankingWords } from '../messages/rankings.ts'
import { placeOfProjects } from '../place.ts'
import { markOfRanking, type Ranking, rankingState } from '../rules/rankings.ts'
import { rankingsOf } from '../store/rankings.ts'
import { trailTo } from './around.tsx'

export const rankingsPages = router()

rankingsPages.get('/ecosistemi/:slug/classifiche', (c) => listPage(c, { values: {}, errors: {} }))

rankingsPages.post('/ecosistemi/:slug/classifiche', async (c) => {
  const { db, actor, today } = c.var
  const { id: ecosystemId, slug } = await getEcosystem(db, c.req.param('slug'), today)
  mustBeAble(actor, 'portfolio.begin-ranking', placeOfProjects(ecosystemId))
  const form = await readForm(c, BeginForm)
  if (!form.data) return listPage(c, form)
  try {
    const { id } = await beginRanking(c.var, slug, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.ranking(id), { fatto: 'cominciata' })), 303)
  } catch (error) {
    return listPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function listPage(c: Ctx, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  const rankings = await rankingsOf(db, ecosystem.id, { cursor: c.req.query('da') })
  const may = can(actor, 'portfolio.begin-ranking', placeOfProjects(ecosystem.id))
  const place = { slug: ecosystem.slug, name: nameIn(reader.lang, ecosystem) }
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<RankingsPage c={c} {...{ place, rankings, may }} {...filled} />, status)
}

interface RankingsProps extends Filled {
  readonly c: Ctx
  readonly place: { readonly slug: string; readonly name: string }
  readonly rankings: Slice<Ranking>
  readonly may: boolean
}

function RankingsPage({ c, place, rankings, may, ...filled }: RankingsProps) {
  const { reader } = c.var
  const t = wordsFor(reader, rankingWords)
  const title = t('title', { name: place.name })
  const address = paths.rankings(place.slug)
  const rejected = Object.keys(filled.errors).length > 0
  return (
    <Page
      reader={reader}
      title={title}
      description={t('lead')}
      section="ecosystems"
      trail={trailTo(reader.lang, place, { label: t('trail') })}
      address={address}
      rejected={rejected}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ title: t('name') }} />
        <PageHead title={title} lead={t('lead')} />
        {rankings.items.length > 0 ? (
          <>
            <Table
              caption={t('trail')}
              captionHidden
              rows={rankings.items}
              columns={[
                { label: t('name'), rowHeader: true, cell: ({ id, title: words }) => <Link to={paths.ranking(id)}>{words}</Link> },
                { label: t('trail'), cell: ({ number }) => t('number', { number }) },
                {
                  label: t('state'),
                  cell: (one) => <StateMark state={markOfRanking[rankingState(one)]} label={t(`state.${rankingState(one)}`)} />,
                },
                { label: t('begun'), cell: ({ begunOn }) => <Time day={begunOn} /> },
              ]}
            />
            <Pager
              shown={rankings.items.length}
              next={rankings.next && withQuery(address, { da: rankings.next })}
              first={c.req.query('da') ? address : null}
            />
          </>
        ) : (
          <Empty>
            <p>{t('none')}</p>
          </Empty>
        )}
        {may && (
          <Section id="nuova" title={t('begin')} lead={t('beginLead')}>
            <Form action={address} class="form">
              <TextField name="title" label={t('name')} help={t('nameHelp')} maxlength={200} {...filled} />
              <FormEnd>
                <SubmitButton>{t('begin')}</SubmitButton>
              </FormEnd>
            </Form>
          </Section>
        )}
      </div>
    </Page>
  )
}
