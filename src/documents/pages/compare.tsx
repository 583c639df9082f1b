import { paths } from '../../charter/paths.ts'
import { isDay } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { formatDay } from '../../kernel/words.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import { Empty } from '../../ui/empty.tsx'
import { DateField } from '../../ui/field.tsx'
import { FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Say, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { versionWords } from '../messages/versions.ts'
import type { Block } from '../rules/blocks.ts'
import type { Version } from '../rules/versions.ts'
import { draftOf } from '../store/draft.ts'
import { blocksOf } from '../store/versions.ts'
import { type BlockChange, countChanges, diffVersions } from '../text/diff.ts'
import { type Around, aroundDocument, type Neighbours, trailIn } from './around.tsx'
import { Changes } from './changes.tsx'

const theDraft = 'bozza'

interface Chosen {
  readonly key: string
  readonly words: string
}

/** Any two texts of a document that whoever reads may see, or what changed since a day. */
export function comparePage(neighbours: Neighbours) {
  const pages = router()
  pages.get('/documenti/:id/confronto', async (c) => {
    const { reader } = c.var
    const around = await aroundDocument(c, neighbours)
    const t = wordsFor(reader, versionWords)
    const choices = choicesOf(around, reader, t)
    const since = c.req.query('dal') ?? ''
    const former = isDay(since) ? around.versions.findLast(({ frozenOn }) => frozenOn <= since) : undefined
    const asked = isDay(since) ? String(former?.number ?? choices[0]?.key ?? '') : c.req.query('da')
    const from = choose(choices, asked, choices.at(-2))
    const to = choose(choices, c.req.query('a'), choices.at(-1))
    const changes =
      from && to && choices.length > 1 ? diffVersions(await textOf(c, around, from.key), await textOf(c, around, to.key)) : null
    const sideBySide = c.req.query('come') === 'affiancate'
    return c.html(<ComparePage {...{ reader, around, choices, from, to, changes, sideBySide, since }} tooEarly={isDay(since) && !former} />)
  })
  return pages
}

function choicesOf({ versions, insider }: Around, reader: Reader, t: Say<'theVersion' | 'theDraft'>): Chosen[] {
  const frozen = versions.map(({ number, frozenOn }) => ({
    key: String(number),
    words: t('theVersion', { number, on: formatDay(reader.lang, frozenOn) }),
  }))
  return insider ? [...frozen, { key: theDraft, words: t('theDraft') }] : frozen
}

function choose(choices: readonly Chosen[], asked: string | undefined, usual: Chosen | undefined): Chosen | undefined {
  if (!asked) return usual ?? choices[0]
  const found = choices.find(({ key }) => key === asked)
  if (!found) throw new Problem(notFound, { version: asked })
  return found
}

async function textOf(c: Ctx, { document, versions }: Around, key: string): Promise<Block[]> {
  if (key === theDraft) return draftOf(c.var.db, document.id)
  return blocksOf(c.var.db, (versions.find(({ number }) => String(number) === key) as Version).id)
}

interface ComparePageProps {
  readonly reader: Reader
  readonly around: Around
  readonly choices: readonly Chosen[]
  readonly from: Chosen | undefined
  readonly to: Chosen | undefined
  readonly changes: readonly BlockChange[] | null
  readonly sideBySide: boolean
  readonly since: string
  readonly tooEarly: boolean
}

function ComparePage({ reader, around, choices, from, to, changes, sideBySide, since, tooEarly }: ComparePageProps) {
  const t = wordsFor(reader, versionWords)
  const { document, title, ecosystem } = around
  const counts = changes ? countChanges(changes) : null
  const some = counts !== null && Object.values(counts).some((count) => count > 0)
  const told = { from: from?.words ?? '', to: to?.words ?? '' }
  const options = choices.map(({ key, words }) => ({ value: key, label: words }))
  const values = { da: from?.key ?? '', a: to?.key ?? '', dal: since, come: sideBySide ? 'affiancate' : 'seguito' }
  return (
    <Page reader={reader} title={t('compareTitle')} section="ecosystems" trail={trailIn(reader.lang, around, { label: t('compareTitle') })}>
      <div class="container">
        <PageHead
          title={t('compareTitle')}
          kicker={[ecosystem.name, title]}
          lead={counts ? t(some ? 'compareLead' : 'compareSame', { ...told, ...counts }) : undefined}
        />
        {tooEarly && (
          <Notice>
            <p>{t('notBefore')}</p>
          </Notice>
        )}
        {changes ? (
          <>
            <Form action={paths.documentCompare(document.id)} method="get" class="form">
              <SelectField name="da" label={t('from')} options={options} empty={null} values={values} errors={{}} />
              <SelectField name="a" label={t('to')} options={options} empty={null} values={values} errors={{}} />
              <DateField name="dal" label={t('sinceDay')} optional values={values} errors={{}} />
              <RadioGroup
                name="come"
                label={t('look')}
                options={[
                  { value: 'seguito', label: t('inline') },
                  { value: 'affiancate', label: t('sideBySide') },
                ]}
                values={values}
                errors={{}}
              />
              <FormEnd>
                <SubmitButton>{t('show')}</SubmitButton>
              </FormEnd>
            </Form>
            {some && (
              <Section id="differenze" title={t('compareTitle')} quietTitle>
                <Changes changes={changes} sideBySide={sideBySide} />
              </Section>
            )}
          </>
        ) : (
          <Empty>
            <p>{t('compareNone')}</p>
          </Empty>
        )}
      </div>
    </Page>
  )
}
