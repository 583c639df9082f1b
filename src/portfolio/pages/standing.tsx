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
import { resumeProject, StopForm, stopProject, WithdrawForm, withdrawProject } from '../actions/standing.ts'
import { formWords } from '../messages/forms.ts'
import { placeOfProjects } from '../place.ts'
import { titleIn } from '../rules/projects.ts'
import { type Around, aroundProject, trailIn } from './around.tsx'

export const standingPages = router()

const first: Filled = { values: {}, errors: {} }

standingPages.get('/progetti/:id/fermo', (c) => page(c, 'stop', first))
standingPages.get('/progetti/:id/ripresa', (c) => page(c, 'resume', first))
standingPages.get('/progetti/:id/ritiro', (c) => page(c, 'withdraw', first))

standingPages.post('/progetti/:id/fermo', async (c) => {
  const form = await readForm(c, StopForm)
  if (!form.data) return page(c, 'stop', form)
  const input = form.data
  return tried(c, 'stop', form.values, () => stopProject(c.var, c.req.param('id'), input), 'fermo')
})

standingPages.post('/progetti/:id/ripresa', (c) => tried(c, 'resume', {}, () => resumeProject(c.var, c.req.param('id')), 'ripreso'))

standingPages.post('/progetti/:id/ritiro', async (c) => {
  const form = await readForm(c, WithdrawForm)
  if (!form.data) return page(c, 'withdraw', form)
  const input = form.data
  return tried(c, 'withdraw', form.values, () => withdrawProject(c.var, c.req.param('id'), input), 'ritirato')
})

type Change = 'stop' | 'resume' | 'withdraw'

async function tried(c: Ctx, change: Change, values: Filled['values'], act: () => Promise<{ id: string }>, fatto: string) {
  try {
    const { id } = await act()
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.project(id), { fatto })), 303)
  } catch (error) {
    return page(c, change, { values, errors: refusal(c, error) })
  }
}

async function page(c: Ctx, change: Change, filled: Filled) {
  const around = await aroundProject(c, c.req.param('id') ?? '')
  const act: Act = `portfolio.${change}`
  mustBeAble(c.var.actor, act, placeOfProjects(around.project.ecosystemId))
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<StandingPage reader={c.var.reader} {...{ around, change }} {...filled} />, status)
}

interface StandingProps extends Filled {
  readonly reader: Reader
  readonly around: Around
  readonly change: Change
}

const addresses = { stop: paths.projectStop, resume: paths.projectResume, withdraw: paths.projectWithdrawal } as const

function StandingPage({ reader, around, change, ...filled }: StandingProps) {
  const t = wordsFor(reader, formWords)
  const { project } = around
  const title = { stop: t('stopTitle'), resume: t('resumeTitle'), withdraw: t('withdrawTitle') }[change]
  const lead = {
    stop: t('stopLead'),
    resume: t('resumeLead', { on: project.stoppedOn ? formatDay(reader.lang, project.stoppedOn) : '' }),
    withdraw: t('withdrawLead'),
  }[change]
  const submit: Record<Change, [Child, ButtonKind]> = {
    stop: [t('submitStop'), 'primary'],
    resume: [t('submitResume'), 'primary'],
    withdraw: [t('submitWithdraw'), 'danger'],
  }
  const [words, kind] = submit[change]
  const address = addresses[change](project.id)
  return (
    <FormPage
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: title })}
      kicker={[titleIn(reader.lang, project)]}
      lead={lead}
      address={address}
      cancel={paths.project(project.id)}
      submit={words}
      kind={kind}
      labels={{ on: t('stopOn'), reason: t('reason') }}
      filled={filled}
    >
      {change === 'stop' && <DateField name="on" label={t('stopOn')} help={t('stopOnHelp')} max={reader.today} optional {...filled} />}
      {change !== 'resume' && <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} maxlength={2000} rows={4} {...filled} />}
    </FormPage>
  )
}
