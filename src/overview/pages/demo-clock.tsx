import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, platform } from '../../charter/policy.ts'
import { addDays, daysBetween } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Confirmation } from '../../ui/confirmation.tsx'
import { DateField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatsFor, useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { ClockForm, moveClock } from '../actions.ts'
import { clockWords } from '../messages/demo-clock.ts'
import { steps } from '../rules/demo-clock.ts'

export const clockPages = router()

/** Outside a demonstration the clock is the system's, and there is nothing here. */
function mustBeDemo(c: Ctx): void {
  if (!c.var.config.demo) throw new Problem(notFound)
}

clockPages.get(paths.demoClock, (c) => {
  mustBeDemo(c)
  const moved = can(c.var.actor, 'platform.move-clock', platform) ? Number(c.req.query('fatto')) : 0
  return c.html(Number.isInteger(moved) && moved > 0 ? <MovedPage c={c} days={moved} /> : <ClockPage c={c} values={{}} errors={{}} />)
})

clockPages.post(paths.demoClock, async (c) => {
  mustBeDemo(c)
  const form = await readForm(c, ClockForm)
  if (!form.data) return c.html(<ClockPage c={c} values={form.values} errors={form.errors} />, 422)
  try {
    const to = await moveClock(c.var, form.data)
    const done = withQuery(paths.demoClock, { fatto: daysBetween(c.var.today, to) })
    return c.redirect(inLang(c.var.reader.lang, done), 303)
  } catch (error) {
    return c.html(<ClockPage c={c} values={form.values} errors={refusal(c, error)} />, 422)
  }
})

function ClockPage({ c, values, errors }: { readonly c: Ctx } & Filled) {
  const { reader, actor } = c.var
  const t = wordsFor(reader, clockWords)
  const rejected = Object.keys(errors).length > 0
  return (
    <Page reader={reader} title={t('title')} trail={[{ label: t('title') }]} address={paths.demoClock} rejected={rejected}>
      <div class="container">
        <ErrorSummary errors={errors} labels={{ to: t('to') }} />
        <PageHead title={t('title')} lead={t('lead')} verdict={<b>{t('now', { day: formatsFor(reader).day(reader.today, 'full') })}</b>} />
        {can(actor, 'platform.move-clock', platform) ? <Controls values={values} errors={errors} /> : <ForAdministrators />}
      </div>
    </Page>
  )
}

function Controls({ values, errors }: Filled) {
  const { today } = useReader()
  const { day } = useFormats()
  const t = useWords(clockWords)
  return (
    <>
      <Notice>
        <p>{t('warning')}</p>
      </Notice>
      <Section id="steps" title={t('steps')}>
        <Form action={paths.demoClock}>
          <div class="prose">
            {steps.map((days) => (
              <p>
                <SubmitButton kind={days === '7' ? 'primary' : 'secondary'} name="step" value={days}>
                  {t('step', { days: Number(days) })}
                </SubmitButton>{' '}
                <span class="quiet nb">{t('stepTo', { day: day(addDays(today, Number(days))) })}</span>
              </p>
            ))}
          </div>
        </Form>
      </Section>
      <Section id="day" title={t('toDay')}>
        <Form action={paths.demoClock} class="form">
          <DateField
            name="to"
            label={t('to')}
            help={t('toHelp')}
            min={addDays(today, 1)}
            max={addDays(today, 366)}
            values={values}
            errors={errors}
          />
          <FormEnd>
            <SubmitButton kind="secondary">{t('go')}</SubmitButton>
          </FormEnd>
        </Form>
      </Section>
    </>
  )
}

function ForAdministrators() {
  const { name, lang } = useReader()
  const t = useWords(clockWords)
  return (
    <Notice>
      <p>{t('onlyAdministrators')}</p>
      {name === null && (
        <p>
          <Link to={withQuery(paths.signIn, { ritorno: inLang(lang, paths.demoClock) })}>{t('signIn')}</Link>
        </p>
      )}
    </Notice>
  )
}

function MovedPage({ c, days }: { readonly c: Ctx; readonly days: number }) {
  const { reader } = c.var
  const t = wordsFor(reader, clockWords)
  const title = t('moved', { day: formatsFor(reader).day(reader.today) })
  const links = [
    { label: t('seeHome'), to: paths.home },
    { label: t('seeDesk'), to: paths.desk },
    { label: t('again'), to: paths.demoClock },
  ]
  return (
    <Page reader={reader} title={title} trail={[{ label: t('title'), to: paths.demoClock }, { label: title }]} address={paths.demoClock}>
      <div class="container">
        <Confirmation title={title} links={links}>
          <p>{t('movedText', { days })}</p>
        </Confirmation>
      </div>
    </Page>
  )
}
