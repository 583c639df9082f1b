import type { Child } from 'hono/jsx'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { type Act, mustBeAble } from '../../charter/policy.ts'
import { formatDay } from '../../kernel/words.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { DateField, TextArea } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { FormPage } from '../../ui/form-page.tsx'
import type { ButtonKind } from '../../ui/link.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { RetireForm, reinstateSystem, retireSystem, WithdrawForm, withdrawSystem } from '../actions/standing.ts'
import { formWords } from '../messages/forms.ts'
import type { Neighbours } from '../neighbours.ts'
import { placeOfLandscape } from '../place.ts'
import { fullName } from '../rules/systems.ts'
import { type Around, aroundSystem, trailIn } from './around.ts'

const first: Filled = { values: {}, errors: {} }

/** Out of service, in service again, out of the lists. */
export function standingPages(neighbours: Neighbours) {
  const pages = router()

  pages.get('/sistemi/:id/dismissione', (c) => page(c, 'retire', first))
  pages.get('/sistemi/:id/ritorno', (c) => page(c, 'reinstate', first))
  pages.get('/sistemi/:id/rimozione', (c) => page(c, 'withdraw', first))

  pages.post('/sistemi/:id/dismissione', async (c) => {
    const form = await readForm(c, RetireForm)
    if (!form.data) return page(c, 'retire', form)
    const input = form.data
    return tried(c, 'retire', form.values, () => retireSystem(c.var, c.req.param('id'), input), 'dismesso')
  })

  pages.post('/sistemi/:id/ritorno', (c) => tried(c, 'reinstate', {}, () => reinstateSystem(c.var, c.req.param('id')), 'ripreso'))

  pages.post('/sistemi/:id/rimozione', async (c) => {
    const form = await readForm(c, WithdrawForm)
    if (!form.data) return page(c, 'withdraw', form)
    const input = form.data
    return tried(c, 'withdraw', form.values, () => withdrawSystem(c.var, c.req.param('id'), input, neighbours), 'tolto')
  })
  return pages
}

type Change = 'retire' | 'reinstate' | 'withdraw'

async function tried(c: Ctx, change: Change, values: Filled['values'], act: () => Promise<{ id: string }>, fatto: string) {
  try {
    const { id } = await act()
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.system(id), { fatto })), 303)
  } catch (error) {
    return page(c, change, { values, errors: refusal(c, error) })
  }
}

async function page(c: Ctx, change: Change, filled: Filled) {
  const around = await aroundSystem(c)
  const act: Act = `landscape.${change}`
  mustBeAble(c.var.actor, act, placeOfLandscape(around.system.ecosystemId))
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<StandingPage reader={c.var.reader} {...{ around, change }} {...filled} />, status)
}

interface StandingProps extends Filled {
  readonly reader: Reader
  readonly around: Around
  readonly change: Change
}

const addresses = { retire: paths.systemRetirement, reinstate: paths.systemReturn, withdraw: paths.systemWithdrawal } as const

function StandingPage({ reader, around, change, ...filled }: StandingProps) {
  const t = wordsFor(reader, formWords)
  const { system } = around
  const title = t(`${change}Title`)
  const on = system.retiredOn ? formatDay(reader.lang, system.retiredOn) : ''
  const submit: Record<Change, [Child, ButtonKind]> = {
    retire: [t('submitRetire'), 'primary'],
    reinstate: [t('submitReinstate'), 'primary'],
    withdraw: [t('submitWithdraw'), 'danger'],
  }
  const [words, kind] = submit[change]
  const address = addresses[change](system.id)
  return (
    <FormPage
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: title })}
      kicker={[fullName(reader.lang, system)]}
      lead={t(`${change}Lead`, { on })}
      address={address}
      cancel={paths.system(system.id)}
      submit={words}
      kind={kind}
      labels={{ on: t('retireOn'), reason: t('reason') }}
      filled={filled}
    >
      {change === 'retire' && <DateField name="on" label={t('retireOn')} help={t('retireOnHelp')} optional {...filled} />}
      {change !== 'reinstate' && (
        <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} maxlength={2000} rows={4} {...filled} />
      )}
    </FormPage>
  )
}
