import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { excerpt } from '../../kernel/excerpt.ts'
import { isId } from '../../kernel/id.ts'
import { codeOf, type Need, needsByIds, searchNeeds } from '../../listening/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { pickOne } from '../../ui/picks.ts'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import { Table } from '../../ui/table.tsx'
import { AnswerForm, answerNeed, dropNeed } from '../actions/needs.ts'
import { coverageWords } from '../messages/coverage.ts'
import { placeOfProjects } from '../place.ts'
import { extents, titleIn } from '../rules/projects.ts'
import { NeedLink, Source, type Thread, threadsOf } from './answers.tsx'
import { type Around, aroundProject, Done, trailIn } from './around.tsx'

export const needPages = router()

needPages.get('/progetti/:id/esigenze', async (c) => {
  const asked = c.req.query('esigenza') ?? ''
  const options = isId(asked) ? [...(await needsByIds(c.var.db, [asked])).values()].map(optionOf) : []
  return page(c, { values: { needId: options[0]?.value }, errors: {} }, options)
})

needPages.post('/progetti/:id/esigenze', async (c) => {
  const { db, reader } = c.var
  const around = await mayLink(c)
  const form = await readForm(c, AnswerForm)
  const search = async (words: string) => (await searchNeeds(db, around.project.ecosystemId, words)).map(optionOf)
  const pick = await pickOne(form.values, 'needId', search)
  if (pick.asking) return page(c, { values: form.values, errors: {} }, pick.options)
  const [chosen = ''] = pick.ids
  const options = pick.options.length > 0 ? pick.options : [...(await needsByIds(db, isId(chosen) ? [chosen] : [])).values()].map(optionOf)
  if (!form.data || !pick.settled) {
    const unchosen = chosen ? {} : { needId: wordsFor(reader, coverageWords)('needUnchosen') }
    return page(c, { values: form.values, errors: { ...form.errors, ...unchosen } }, options)
  }
  try {
    const { id } = await answerNeed(c.var, around.project.id, form.data)
    return c.redirect(inLang(reader.lang, withQuery(paths.projectNeeds(id), { fatto: 'collegata' })), 303)
  } catch (error) {
    return page(c, { values: form.values, errors: refusal(c, error) }, options)
  }
})

needPages.post('/progetti/:id/esigenze/:need/fine', async (c) => {
  const { id, need } = c.req.param()
  await dropNeed(c.var, id, need)
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.projectNeeds(id), { fatto: 'scollegata' })), 303)
})

export const optionOf = (need: Need): Suggestion => ({ value: need.id, label: `${codeOf(need)} ${excerpt(need.statement, 120)}` })

async function mayLink(c: Ctx): Promise<Around> {
  const around = await aroundProject(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'portfolio.answer-need', placeOfProjects(around.project.ecosystemId))
  return around
}

async function page(c: Ctx, filled: Filled, options: readonly Suggestion[]) {
  const around = await mayLink(c)
  const threads = await threadsOf(c.var.db, around.project.needs)
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<NeedsPage reader={c.var.reader} done={c.req.query('fatto')} {...{ around, threads, options }} {...filled} />, status)
}

interface NeedsProps extends Filled {
  readonly reader: Reader
  readonly around: Around
  readonly threads: readonly Thread[]
  readonly options: readonly Suggestion[]
  readonly done: string | undefined
}

function NeedsPage({ reader, around, threads, options, done, ...filled }: NeedsProps) {
  const t = wordsFor(reader, coverageWords)
  const { project, ecosystem } = around
  const title = t('linkOf', { title: titleIn(reader.lang, project) })
  const address = paths.projectNeeds(project.id)
  const rejected = Object.keys(filled.errors).length > 0
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('linkTitle') })}
      address={address}
      rejected={rejected}
      scripts={['suggest.js']}
    >
      <div class="container">
        <Done words={coverageWords} done={done} />
        <ErrorSummary errors={filled.errors} labels={{ needId: t('linkOne'), extent: t('extent') }} />
        <PageHead title={title} lead={t('linkLead')} />
        <Form action={address} class="form">
          <SuggestField name="needId" label={t('linkOne')} source={paths.needOptions(ecosystem.slug)} options={options} {...filled} />
          <RadioGroup
            name="extent"
            label={t('extent')}
            options={extents.map((value) => ({ value, label: t(`extentLabel.${value}`), help: t(`extentHelp.${value}`) }))}
            {...filled}
          />
          <FormEnd cancel={paths.project(project.id)}>
            <SubmitButton>{t('link')}</SubmitButton>
          </FormEnd>
        </Form>
        <Section id="collegate" title={t('linked')}>
          <Linked projectId={project.id} threads={threads} />
        </Section>
      </div>
    </Page>
  )
}

function Linked({ projectId, threads }: { readonly projectId: string; readonly threads: readonly Thread[] }) {
  const t = useWords(coverageWords)
  if (threads.length === 0)
    return (
      <Empty>
        <p>{t('noneLinked')}</p>
      </Empty>
    )
  return (
    <Table
      caption={t('linked')}
      captionHidden
      rows={threads}
      columns={[
        { label: t('need'), rowHeader: true, cell: ({ need }) => <NeedLink need={need} /> },
        { label: t('extent'), cell: ({ extent }) => t(`extent.${extent}`) },
        { label: t('source'), cell: (thread) => <Source {...thread} /> },
        {
          label: t('unlink'),
          selfEvident: true,
          cell: ({ need }) => (
            <Form action={paths.projectNeedEnd(projectId, need.id)} class="inline-form">
              <SubmitButton kind="secondary" small>
                {t('unlink')}
                <span class="visually-hidden"> {t('unlinkNamed', { code: codeOf(need) })}</span>
              </SubmitButton>
            </Form>
          ),
        },
      ]}
    />
  )
}
