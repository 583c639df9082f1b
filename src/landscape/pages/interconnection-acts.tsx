import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { type Act, mustBeAble } from '../../charter/policy.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { SelectField } from '../../ui/choice.tsx'
import { DateField, TextArea, TextField } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { FormPage } from '../../ui/form-page.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { EndForm, RealiseForm, realise, withdrawInterconnection } from '../actions/interconnections.ts'
import { formWords } from '../messages/forms.ts'
import { flowWords } from '../messages/interconnections.ts'
import { placeOfLandscape } from '../place.ts'
import { means } from '../rules/interconnections.ts'
import { type AroundFlow, aroundFlow, nameOfFlow, trailInFlow } from './around.ts'
import { useKnown } from './known.ts'

export const interconnectionActPages = router()

interconnectionActPages.get('/interconnessioni/:id/realizzazione', async (c) => {
  const { flow } = await aroundFlow(c)
  return page(c, 'realise', { values: { means: flow.means ?? undefined, realisedPrecision: 'day' }, errors: {} })
})
interconnectionActPages.get('/interconnessioni/:id/rimozione', (c) => page(c, 'withdraw-connection', { values: {}, errors: {} }))

interconnectionActPages.post('/interconnessioni/:id/realizzazione', async (c) => {
  const form = await readForm(c, RealiseForm)
  if (!form.data) return page(c, 'realise', form)
  const input = form.data
  return tried(c, 'realise', form.values, () => realise(c.var, c.req.param('id'), input), 'realizzata')
})

interconnectionActPages.post('/interconnessioni/:id/rimozione', async (c) => {
  const form = await readForm(c, EndForm)
  if (!form.data) return page(c, 'withdraw-connection', form)
  const input = form.data
  return tried(c, 'withdraw-connection', form.values, () => withdrawInterconnection(c.var, c.req.param('id'), input), 'tolta')
})

type Change = 'realise' | 'withdraw-connection'

async function tried(c: Ctx, change: Change, values: Filled['values'], act: () => Promise<{ id: string }>, fatto: string) {
  try {
    const { id } = await act()
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.interconnection(id), { fatto })), 303)
  } catch (error) {
    return page(c, change, { values, errors: refusal(c, error) })
  }
}

async function page(c: Ctx, change: Change, filled: Filled) {
  const around = await aroundFlow(c)
  const act: Act = `landscape.${change}`
  mustBeAble(c.var.actor, act, placeOfLandscape(around.flow.ecosystemId))
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<ActPage reader={c.var.reader} {...{ around, change }} {...filled} />, status)
}

interface ActProps extends Filled {
  readonly reader: Reader
  readonly around: AroundFlow
  readonly change: Change
}

function ActPage({ reader, around, change, ...filled }: ActProps) {
  const t = wordsFor(reader, formWords)
  const { flow } = around
  const building = change === 'realise'
  const title = t(building ? 'builtTitle' : 'endTitle')
  const address = (building ? paths.interconnectionBuilt : paths.interconnectionEnd)(flow.id)
  const labels = {
    ...Object.fromEntries((['realisedOn', 'realisedPrecision', 'evidenceUrl', 'means', 'reason'] as const).map((name) => [name, t(name)])),
  }
  return (
    <FormPage
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailInFlow(reader.lang, around, { label: title })}
      kicker={[nameOfFlow(reader.lang, flow)]}
      lead={t(building ? 'builtLead' : 'endLead')}
      address={address}
      cancel={paths.interconnection(flow.id)}
      submit={t(building ? 'submitBuilt' : 'submitEnd')}
      kind={building ? 'primary' : 'danger'}
      labels={labels}
      filled={filled}
    >
      {building ? <Built {...filled} /> : <Reason {...filled} />}
    </FormPage>
  )
}

function Built(filled: Filled) {
  const t = useWords(formWords)
  const f = useWords(flowWords)
  const { today } = useReader()
  const { ofFact } = useKnown()
  return (
    <>
      <DateField name="realisedOn" label={t('realisedOn')} max={today} {...filled} />
      <SelectField name="realisedPrecision" label={t('realisedPrecision')} options={ofFact} empty={null} {...filled} />
      <SelectField name="means" label={t('means')} options={means.map((value) => ({ value, label: f(`means.${value}`) }))} {...filled} />
      <TextField name="evidenceUrl" type="url" label={t('evidenceUrl')} maxlength={2000} {...filled} />
    </>
  )
}

function Reason(filled: Filled) {
  const t = useWords(formWords)
  return <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} maxlength={2000} rows={4} {...filled} />
}
