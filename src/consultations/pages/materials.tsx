import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { readUpload } from '../../platform/files.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FileField, TextField } from '../../ui/field.tsx'
import { type Filled, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { addMaterial, MaterialForm, MoveForm, moveMaterial, removeMaterial } from '../actions/materials.ts'
import { materialWords } from '../messages/accompany.ts'
import { materialTitle } from '../rules/materials.ts'
import { mustTakeMore } from '../rules/windows.ts'
import { type ShownMaterial, shownMaterials } from '../shown-materials.ts'
import { aroundToAccompany, homeOf } from './around.tsx'
import { FormPage, nothing, statusOf } from './form-page.tsx'
import { MaterialLine } from './material-parts.tsx'

export const materialPages = router()

const back = (c: Ctx, id: string, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.consultationMaterials(id), { fatto })), 303)

materialPages.get('/consultazioni/:id/materiali', (c) => page(c, nothing))

materialPages.post('/consultazioni/:id/materiali', async (c) => {
  const { id } = c.req.param()
  await aroundToAccompany(c)
  const form = await readForm(c, MaterialForm)
  if (!form.data) return page(c, form)
  try {
    await addMaterial(c.var, id, form.data, await readUpload(c, 'file'))
    return back(c, id, 'materiale')
  } catch (error) {
    return page(c, { values: form.values, errors: refusal(c, error) })
  }
})

materialPages.post('/consultazioni/:id/materiali/:material/posto', async (c) => {
  const { id, material } = c.req.param()
  const form = await readForm(c, MoveForm)
  if (!form.data) return page(c, { values: {}, errors: form.errors })
  try {
    await moveMaterial(c.var, id, material, form.data)
    return back(c, id, 'spostato')
  } catch (error) {
    return page(c, { values: {}, errors: refusal(c, error) })
  }
})

materialPages.post('/consultazioni/:id/materiali/:material/fine', async (c) => {
  const { id, material } = c.req.param()
  try {
    await removeMaterial(c.var, id, material)
    return back(c, id, 'tolto')
  } catch (error) {
    return page(c, { values: {}, errors: refusal(c, error) })
  }
})

async function page(c: Ctx, sent: Filled) {
  const { db, reader, today } = c.var
  const whole = await aroundToAccompany(c)
  const { consultation } = whole
  mustTakeMore(consultation, today)
  const materials = await shownMaterials(db, consultation.id)
  const t = wordsFor(reader, materialWords)
  const filled = { ...sent, values: { lang: 'it', ...sent.values } }
  const labels = Object.fromEntries((['titleIt', 'titleEn', 'lang', 'file', 'address'] as const).map((name) => [name, t(name)]))
  const lead = t(consultation.openedAt ? 'leadOpened' : 'lead')
  const props = { reader, whole, filled, labels, lead, title: t('title'), submit: t('addButton') }
  return c.html(
    <FormPage
      {...props}
      address={paths.consultationMaterials(consultation.id)}
      cancel={homeOf(consultation)}
      head={t('add')}
      before={
        <>
          <Done words={materialWords} done={c.req.query('fatto')} />
          <Existing id={consultation.id} materials={materials} mayRemove={consultation.openedAt === null} />
        </>
      }
    >
      <TextField name="titleIt" label={t('titleIt')} maxlength={200} lang="it" {...filled} />
      <TextField name="titleEn" label={t('titleEn')} optional maxlength={200} lang="en" {...filled} />
      <RadioGroup
        name="lang"
        label={t('lang')}
        options={(['it', 'en'] as const).map((value) => ({ value, label: t(`lang.${value}`) }))}
        {...filled}
      />
      <FileField name="file" label={t('file')} help={t('fileHelp')} optional {...filled} />
      <TextField name="address" type="url" label={t('address')} help={t('addressHelp')} optional maxlength={2000} {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}

interface ExistingProps {
  readonly id: string
  readonly materials: readonly ShownMaterial[]
  readonly mayRemove: boolean
}

function Existing({ id, materials, mayRemove }: ExistingProps) {
  const t = useWords(materialWords)
  const { lang } = useReader()
  if (materials.length === 0)
    return (
      <Empty>
        <p>{t('none')}</p>
      </Empty>
    )
  return (
    <Section id="elenco" title={t('list')} band="bare">
      <ol>
        {materials.map((material, at) => {
          const of = <span class="visually-hidden">{t('of', { title: materialTitle(lang, material) })}</span>
          return (
            <li>
              <MaterialLine material={material} />
              <div class="actions">
                {at > 0 && <Move {...{ id, material, of }} way="earlier" />}
                {at < materials.length - 1 && <Move {...{ id, material, of }} way="later" />}
                {mayRemove && (
                  <Form action={paths.consultationMaterial(id, material.id, 'fine')}>
                    <SubmitButton kind="secondary" small>
                      {t('remove')}
                      {of}
                    </SubmitButton>
                  </Form>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

interface MoveProps {
  readonly id: string
  readonly material: ShownMaterial
  readonly way: 'earlier' | 'later'
  readonly of: unknown
}

function Move({ id, material, way, of }: MoveProps) {
  const t = useWords(materialWords)
  return (
    <Form action={paths.consultationMaterial(id, material.id, 'posto')}>
      <HiddenField name="way" value={way} />
      <SubmitButton kind="secondary" small>
        {t(way)}
        {of as string}
      </SubmitButton>
    </Form>
  )
}
