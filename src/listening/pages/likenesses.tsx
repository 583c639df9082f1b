import { diffWordsWithSpace } from 'diff'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem, nameIn, placeOf } from '../../ecosystems/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { readForm } from '../../platform/form.ts'
import { router } from '../../platform/http.ts'
import { Diff } from '../../ui/diff.tsx'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { HiddenField, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { ApartForm, tellApart } from '../actions/merging.ts'
import { needWords } from '../messages/needs.ts'
import { codeOf, type Need } from '../rules/needs.ts'
import { countLikenesses, likenessesOf } from '../store/likenesses.ts'
import { needsByIds } from '../store/needs.ts'
import { needTrail } from './need-around.tsx'

export const likenessPages = router()

const perPage = 10

likenessPages.get('/ecosistemi/:slug/esigenze/simili', async (c) => {
  const { db, today, reader, actor } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  mustBeAble(actor, 'listening.merge-needs', placeOf(ecosystem))
  const cursor = c.req.query('da')
  const found = await likenessesOf(db, ecosystem.id, { cursor, limit: perPage })
  const total = await countLikenesses(db, ecosystem.id)
  const needs = await needsByIds(
    db,
    found.items.flatMap(({ needId, otherId }) => [needId, otherId]),
  )
  const t = wordsFor(reader, needWords)
  const name = nameIn(reader.lang, ecosystem)
  const title = t('likenessesTitle', { name })
  const here = paths.needLikenesses(ecosystem.slug)
  return c.html(
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={needTrail(reader.lang, { ...ecosystem, name }, { label: t('likenesses') })}
    >
      <div class="container">
        <Done words={needWords} done={c.req.query('fatto')} />
        <PageHead title={title} kicker={[t('likenessesCount', { count: total })]} lead={t('likenessesLead')} />
        {found.items.length === 0 && (
          <Empty good>
            <p>{t('likenessesNone')}</p>
          </Empty>
        )}
        {found.items.map(({ needId, otherId, score }) => {
          const pair = [needs.get(needId), needs.get(otherId)].filter((one) => one !== undefined)
          // The later one goes into the earlier one, whose number is better known.
          const [into, need] = pair.toSorted((a, b) => a.number - b.number)
          return need && into ? <Pair slug={ecosystem.slug} need={need} into={into} percent={Math.round(score / 10)} /> : <></>
        })}
        {found.items.length > 0 && (
          <Pager
            shown={found.items.length}
            total={total}
            next={found.next && withQuery(here, { da: found.next })}
            first={cursor ? here : null}
          />
        )}
      </div>
    </Page>,
  )
})

interface PairProps {
  readonly slug: string
  readonly need: Need
  readonly into: Need
  readonly percent: number
}

function Pair({ slug, need, into, percent }: PairProps) {
  const t = useWords(needWords)
  const codes = { one: codeOf(need), other: codeOf(into) }
  return (
    <Section
      id={`${codes.other}-${codes.one}`}
      title={t('pair', { one: codes.other, other: codes.one })}
      lead={t('similarity', { percent })}
    >
      <Columns kind="tight">
        {[into, need].map((one) => (
          <div>
            <h3>
              <Link to={paths.need(one.id)}>{codeOf(one)}</Link>
            </h3>
            <Prose text={one.statement} />
            {one.why && <Prose text={one.why} />}
            <p class="quiet small">{t(`voice.${one.voiceKind}`)}</p>
          </div>
        ))}
        <div>
          <h3>{t('changesFrom', { one: codes.other, other: codes.one })}</h3>
          <Diff parts={diffWordsWithSpace(into.statement, need.statement)} />
        </div>
      </Columns>
      <Form action={paths.needApart(slug)} class="actions">
        <HiddenField name="needId" value={need.id} />
        <HiddenField name="otherId" value={into.id} />
        <ButtonLink to={withQuery(paths.needMerge(need.id), { con: into.id })}>{t('mergeInto', codes)}</ButtonLink>{' '}
        <SubmitButton kind="secondary">
          {t('apart')}
          <span class="visually-hidden">: {t('pair', codes)}</span>
        </SubmitButton>
      </Form>
    </Section>
  )
}

likenessPages.post('/ecosistemi/:slug/esigenze/simili/diverse', async (c) => {
  const form = await readForm(c, ApartForm)
  if (!form.data) throw new Problem(notFound)
  await tellApart(c.var, form.data)
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.needLikenesses(c.req.param('slug')), { fatto: 'diverse' })), 303)
})
