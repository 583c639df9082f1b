import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { abouts, places } from '../../documents/index.ts'
import { listEcosystems, nameIn } from '../../ecosystems/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { PerimeterForm, removeItem, writePerimeterItem } from '../actions/texts.ts'
import { textWords } from '../messages/texts.ts'
import { trailTo } from './around.tsx'
import { RemoveItem } from './remove-item.tsx'
import { type ItemAround, itemAround, whereOf } from './text-item.ts'

export const perimeterItemPages = router()

const newOne = '/ecosistemi/:slug/perimetro/nuovo'
const oneThere = '/ecosistemi/:slug/perimetro/:block'

perimeterItemPages.get(newOne, async (c) => page(c, await itemAround(c, 'perimeter', null), null))
perimeterItemPages.post(newOne, async (c) => sent(c, await itemAround(c, 'perimeter', null)))
perimeterItemPages.get(oneThere, async (c) => page(c, await itemAround(c, 'perimeter', c.req.param('block')), null))
perimeterItemPages.post(oneThere, async (c) => sent(c, await itemAround(c, 'perimeter', c.req.param('block'))))

async function sent(c: Ctx, item: ItemAround) {
  const form = await readForm(c, PerimeterForm)
  const { documentId, ecosystemId, at } = whereOf(item, valueOf(form.values, 'revision'))
  const removing = valueOf(form.values, 'remove') !== '' && at !== null
  if (!form.data && !removing) return page(c, item, form)
  try {
    if (removing) await removeItem(c.var, { documentId, ecosystemId, at })
    else if (form.data) await writePerimeterItem(c.var, { documentId, ecosystemId, at }, form.data)
    const fatto = removing ? 'tolto' : 'salvato'
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.perimeter(item.around.view.slug), { fatto })), 303)
  } catch (error) {
    return page(c, item, { values: form.values, errors: refusal(c, error) })
  }
}

async function page(c: Ctx, item: ItemAround, sentForm: Filled | null) {
  const { db, today, reader } = c.var
  const others = (await listEcosystems(db, today)).filter(({ id }) => id !== item.around.view.id)
  const options = others.map((one) => ({ value: one.id as string, label: nameIn(reader.lang, one) }))
  const filled = sentForm ?? { values: valuesOf(item), errors: {} }
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<ItemPage c={c} {...{ item, options }} {...filled} />, status)
}

function valuesOf({ block }: ItemAround): Filled['values'] {
  if (!block) return { place: 'inside' }
  const { place, about, ecosystemId } = block.data
  return { source: block.source, place, about, ecosystemId, revision: String(block.revision) }
}

interface ItemProps extends Filled {
  readonly c: Ctx
  readonly item: ItemAround
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function ItemPage({ c, item, options, ...filled }: ItemProps) {
  const { reader } = c.var
  const t = wordsFor(reader, textWords)
  const { ecosystem } = item.around
  const title = t(item.block ? 'editItem' : 'addItem')
  const back = paths.perimeter(ecosystem.slug)
  const address = item.block ? paths.perimeterItem(ecosystem.slug, item.block.id) : paths.newPerimeterItem(ecosystem.slug)
  const trail = [...trailTo(reader.lang, ecosystem).slice(0, 2), { label: t('perimeter'), to: back }, { label: title }]
  const labels = { source: t('item'), place: t('place'), about: t('about'), ecosystemId: t('other') }
  const rejected = Object.keys(filled.errors).length > 0
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={address} rejected={rejected}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        <PageHead title={title} kicker={[ecosystem.name]} />
        <Form action={address} class="form">
          <HiddenField name="revision" value={valueOf(filled.values, 'revision')} />
          <TextArea name="source" label={t('item')} help={t('itemHelp')} rows={3} maxlength={2000} {...filled} />
          <RadioGroup
            name="place"
            label={t('place')}
            options={places.map((value) => ({ value, label: t(`place.${value}`), help: t(`placeHelp.${value}`) }))}
            {...filled}
          />
          <RadioGroup
            name="about"
            label={t('about')}
            options={abouts.map((value) => ({ value, label: t(`about.${value}`) }))}
            {...filled}
          />
          <SelectField
            name="ecosystemId"
            label={t('other')}
            help={t('otherHelp')}
            options={options}
            empty={t('noOther')}
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
