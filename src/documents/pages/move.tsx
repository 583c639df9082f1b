import { raw } from 'hono/html'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { MoveForm, moveBlocks } from '../actions/move.ts'
import { draftWords } from '../messages/draft.ts'
import { movingWords } from '../messages/moving.ts'
import { type DraftBlock, notThere } from '../rules/blocks.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { type Destination, destinationsIn, sectionHolding, stretchMoved } from '../rules/moving.ts'
import { flatten, keyOf, type Section, sectionsOf, start } from '../rules/sections.ts'
import { draftOf } from '../store/draft.ts'
import { type Around, aroundDocument, type Neighbours, trailIn } from './around.tsx'

/** Where a block, or a section, can go in the whole text: also far away in a long one. */
export function movePages(neighbours: Neighbours) {
  const pages = router()
  pages.get('/documenti/:id/bozza/blocchi/:block/spostamento', (c) => movePage(c, neighbours, null))
  pages.post('/documenti/:id/bozza/blocchi/:block/spostamento', async (c) => {
    const { id, block } = c.req.param()
    const form = await readForm(c, MoveForm)
    if (!form.data) return movePage(c, neighbours, form)
    try {
      await moveBlocks(c.var, id, block, form.data)
      const there = withQuery(paths.draft(id), { fatto: 'spostato', blocco: block })
      return c.redirect(inLang(c.var.reader.lang, there), 303)
    } catch (error) {
      return movePage(c, neighbours, { values: form.values, errors: refusal(c, error) })
    }
  })
  return pages
}

async function movePage(c: Ctx, neighbours: Neighbours, sent: Filled | null) {
  const { db, actor, reader } = c.var
  const around = await aroundDocument(c, neighbours)
  const { document } = around
  mustBeAble(actor, 'documents.write', placeOfDocument(document))
  const id = c.req.param('block') ?? ''
  const draft = await draftOf(db, document.id)
  const block = draft.find((one) => one.id === id)
  if (!block) throw new Problem(notThere, { block: id })
  const sections = flatten(sectionsOf(draft))
  const isHeading = block.kind === 'heading'
  const usual = { what: isHeading ? 'section' : 'blocks', count: '1', after: '' }
  const { values, errors } = sent ?? { values: usual, errors: {} }
  const whole = valueOf(values, 'what') === 'section'
  const placesIn = (key: string) => destinationsIn(draft, key, { blockId: id, whole, count: 1 })
  // Its own section, unless nothing there is free: then the first that has a place.
  const own = sectionHolding(draft, id)
  const section = c.req.query('sezione') ?? [own, ...sections.map(keyOf)].find((key) => placesIn(key).length > 0) ?? own
  const destinations = placesIn(section)
  const { from, to } = stretchMoved(draft, { blockId: id, whole: isHeading, count: 1 })
  const t = wordsFor(reader, movingWords)
  const d = wordsFor(reader, draftWords)
  const address = paths.draftMove(document.id, id)
  const labels = { what: t('what'), count: t('count'), after: t('after') }
  return c.html(
    <Page
      reader={reader}
      title={t('title')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: d('draft'), to: paths.draft(document.id) }, { label: t('title') })}
      address={address}
      rejected={sent !== null}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={labels} />
        <PageHead title={t('title')} kicker={[around.title, d(`kind.${block.kind}`)]} lead={t('lead')} />
        <h2 class="h4">{t('chosen')}</h2>
        <blockquote class="prose" lang="it">
          {raw(block.html)}
        </blockquote>
        <WhichSection around={around} address={address} sections={sections} section={section} />
        <Where
          address={withQuery(address, { sezione: section })}
          block={block}
          inside={to - from}
          destinations={destinations}
          cancel={withQuery(paths.draft(document.id), { blocco: id })}
          values={values}
          errors={errors}
        />
      </div>
    </Page>,
    sent ? 422 : 200,
  )
}

interface WhichSectionProps {
  readonly around: Around
  readonly address: string
  readonly sections: readonly (Section & { readonly depth: number })[]
  readonly section: string
}

function WhichSection({ address, sections, section }: WhichSectionProps) {
  const t = useWords(movingWords)
  const d = useWords(draftWords)
  const options = sections.map((one) => ({
    value: keyOf(one),
    label: one.heading ? inOutline(one) : d('start'),
    ...(one.heading ? { lang: 'it' } : {}),
  }))
  const before = sections[0]?.heading ? [{ value: start, label: d('start') }] : []
  return (
    <Form action={address} method="get" class="form">
      <SelectField
        name="sezione"
        label={t('section')}
        empty={null}
        options={[...before, ...options]}
        values={{ sezione: section }}
        errors={{}}
      />
      <p>
        <SubmitButton kind="secondary">{t('sectionButton')}</SubmitButton>
      </p>
    </Form>
  )
}

interface WhereProps extends Filled {
  readonly address: string
  readonly block: DraftBlock
  /** How many blocks its section takes, when it is a heading. */
  readonly inside: number
  readonly destinations: readonly Destination[]
  readonly cancel: string
}

function Where({ address, block, inside, destinations, cancel, ...given }: WhereProps) {
  const t = useWords(movingWords)
  if (destinations.length === 0) return <p>{t('none')}</p>
  const places = destinations.map((one) => ({ value: one.after ?? '', label: wordsOf(one, t) }))
  return (
    <Form action={address} class="form">
      {block.kind === 'heading' ? (
        <RadioGroup
          name="what"
          label={t('what')}
          options={[
            { value: 'section', label: t('what.section', { count: inside }) },
            { value: 'blocks', label: t('what.blocks') },
          ]}
          {...given}
        />
      ) : (
        <>
          <HiddenField name="what" value="blocks" />
          <TextField name="count" label={t('count')} type="number" size="short" inputmode="numeric" min={1} {...given} />
        </>
      )}
      <SelectField name="after" label={t('after')} empty={null} options={places} {...given} />
      <FormEnd cancel={cancel}>
        <SubmitButton>{t('button')}</SubmitButton>
      </FormEnd>
    </Form>
  )
}

/** A section's title among the others, deeper by as much as it is. */
export const inOutline = ({ heading, depth }: Section & { readonly depth: number }): string =>
  `${' '.repeat(depth)}${short(heading?.text ?? '')}`

const short = (text: string) => (text.length > 70 ? `${text.slice(0, 70).toWellFormed()}…` : text)

function wordsOf({ how, block, number }: Destination, t: ReturnType<typeof useWords<keyof typeof movingWords.it>>): string {
  if (how === 'first') return t('first')
  if (how === 'end') return t('afterAll')
  const text = short(block?.text ?? '')
  return how === 'heading' ? t('afterHeading', { title: text }) : t('afterBlock', { number, text })
}
