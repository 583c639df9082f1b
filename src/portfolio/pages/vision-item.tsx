import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { isId } from '../../kernel/id.ts'
import { needsByIds, searchNeeds } from '../../listening/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { pickMany, withPicks } from '../../ui/picks.ts'
import { wordsFor } from '../../ui/reader.tsx'
import type { Suggestion } from '../../ui/suggest.tsx'
import { SuggestMany } from '../../ui/suggest-many.tsx'
import { AnswerForm, removeItem, writeAnswer } from '../actions/texts.ts'
import { textWords } from '../messages/texts.ts'
import { needIdsOf } from '../vision.ts'
import { trailTo } from './around.tsx'
import { optionOf } from './needs.tsx'
import { RemoveItem } from './remove-item.tsx'
import { type ItemAround, itemAround, whereOf } from './text-item.ts'

export const visionItemPages = router()

type Kind = 'objective' | 'intervention'
const news = { objective: '/ecosistemi/:slug/visione/obiettivi/nuovo', intervention: '/ecosistemi/:slug/visione/interventi/nuovo' } as const

for (const kind of ['objective', 'intervention'] as const) {
  visionItemPages.get(news[kind], async (c) => first(c, await itemAround(c, 'vision', null), kind))
  visionItemPages.post(news[kind], async (c) => sent(c, await itemAround(c, 'vision', null), kind))
}
visionItemPages.get('/ecosistemi/:slug/visione/:block', async (c) => {
  const item = await itemAround(c, 'vision', c.req.param('block'))
  return first(c, item, kindOf(item))
})
visionItemPages.post('/ecosistemi/:slug/visione/:block', async (c) => {
  const item = await itemAround(c, 'vision', c.req.param('block'))
  return sent(c, item, kindOf(item))
})

const kindOf = ({ block }: ItemAround): Kind => (block?.kind === 'intervention' ? 'intervention' : 'objective')

async function first(c: Ctx, item: ItemAround, kind: Kind) {
  const chosen = await optionsOf(c, item.block ? needIdsOf(item.block) : [])
  const values = item.block ? { source: item.block.source, revision: String(item.block.revision) } : {}
  return drawn(c, item, kind, { values, errors: {} }, chosen, [])
}

async function sent(c: Ctx, item: ItemAround, kind: Kind) {
  const { reader } = c.var
  const form = await readForm(c, AnswerForm)
  const { documentId, ecosystemId, at } = whereOf(item, valueOf(form.values, 'revision'))
  const to = (fatto: string) => c.redirect(inLang(reader.lang, withQuery(paths.vision(item.around.view.slug), { fatto })), 303)
  const pick = await pickMany(form.values, 'needs', async (words) => (await searchNeeds(c.var.db, ecosystemId, words)).map(optionOf))
  const values = withPicks(form.values, 'needs', pick)
  const again = async (errors: Filled['errors']) => drawn(c, item, kind, { values, errors }, await optionsOf(c, pick.ids), pick.options)
  try {
    if (valueOf(form.values, 'remove') && at) {
      await removeItem(c.var, { documentId, ecosystemId, at })
      return to('tolto')
    }
    if (pick.asking) return again({})
    const unchosen = pick.settled ? {} : { needs: wordsFor(reader, textWords)('needUnchosen') }
    if (!form.data || !pick.settled) return again({ ...form.errors, ...unchosen })
    await writeAnswer(c.var, { documentId, ecosystemId, at }, kind, { ...form.data, needs: [...pick.ids] })
    return to('salvato')
  } catch (error) {
    return again(refusal(c, error))
  }
}

async function optionsOf(c: Ctx, ids: readonly string[]): Promise<Suggestion[]> {
  const needs = await needsByIds(c.var.db, ids.filter(isId))
  return ids.flatMap((id) => {
    const need = needs.get(id)
    return need ? [optionOf(need)] : []
  })
}

function drawn(c: Ctx, item: ItemAround, kind: Kind, filled: Filled, chosen: readonly Suggestion[], options: readonly Suggestion[]) {
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<ItemPage c={c} {...{ item, kind, chosen, options }} {...filled} />, status)
}

interface ItemProps extends Filled {
  readonly c: Ctx
  readonly item: ItemAround
  readonly kind: Kind
  readonly chosen: readonly Suggestion[]
  readonly options: readonly Suggestion[]
}

const titles = {
  objective: ['addObjective', 'editObjective'],
  intervention: ['addIntervention', 'editIntervention'],
} as const

function ItemPage({ c, item, kind, chosen, options, ...filled }: ItemProps) {
  const { reader } = c.var
  const t = wordsFor(reader, textWords)
  const { ecosystem } = item.around
  const { slug } = ecosystem
  const title = t(titles[kind][item.block ? 1 : 0])
  const back = paths.vision(slug)
  const fresh = kind === 'objective' ? paths.newObjective(slug) : paths.newIntervention(slug)
  const address = item.block ? paths.visionItem(slug, item.block.id) : fresh
  const trail = [...trailTo(reader.lang, ecosystem).slice(0, 2), { label: t('vision'), to: back }, { label: title }]
  const rejected = Object.keys(filled.errors).length > 0
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={address} rejected={rejected} scripts={['suggest.js']}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ source: t('item'), needs: t('needs') }} />
        <PageHead title={title} kicker={[ecosystem.name]} />
        <Form action={address} class="form">
          <HiddenField name="revision" value={valueOf(filled.values, 'revision')} />
          <TextArea name="source" label={t('item')} help={t('itemHelp')} rows={3} maxlength={2000} {...filled} />
          <SuggestMany
            name="needs"
            label={t('needs')}
            help={t('needsHelp')}
            oneMore={t('needOne')}
            source={paths.needOptions(slug)}
            chosen={chosen}
            options={options}
            optional
            {...filled}
          />
          <FormEnd cancel={back}>
            <SubmitButton>{t('save')}</SubmitButton>
          </FormEnd>
        </Form>
        {item.block && <RemoveItem address={address} revision={item.block.revision} />}
      </div>
    </Page>
  )
}
