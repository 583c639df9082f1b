import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { type Filled, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Prose } from '../../ui/prose.tsx'
import { formatsFor, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { HideForm, hide, keep, SettleForm, settleAppeal } from '../actions/moderate.ts'
import { moderationWords } from '../messages/moderation.ts'
import { type Contribution, receiptNumber } from '../rules/contributions.ts'
import { isModerationRule, moderationRules, ruleWords } from '../rules/moderation.ts'
import { contributionsById } from '../store/contributions.ts'
import { countModerations, moderationsOf, openAppeals, openFlags } from '../store/moderation.ts'
import { aroundFor, trailIn } from './around.tsx'
import { Decisions } from './contribution-parts.tsx'
import { FormPage, nothing, statusOf } from './form-page.tsx'
import { ModerationLog } from './moderation-log.tsx'
import { contributionAt } from './shown.ts'

export const moderationPages = router()

moderationPages.get(paths.consultationRules, (c) => {
  const { reader } = c.var
  const t = wordsFor(reader, moderationWords)
  return c.html(
    <Page reader={reader} title={t('rulesTitle')} section="consultations" trail={[{ label: t('rulesTitle') }]}>
      <div class="container">
        <PageHead title={t('rulesTitle')} lead={t('rulesLead')} />
        {moderationRules.map((rule) => (
          <section>
            <h2 id={rule}>{ruleWords[rule][reader.lang].title}</h2>
            <p>{ruleWords[rule][reader.lang].text}</p>
          </section>
        ))}
        <Section id="come" title={t('how')}>
          <ul>
            {(['how1', 'how2', 'how3', 'how4'] as const).map((key) => (
              <li>{t(key)}</li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>,
  )
})

moderationPages.get('/consultazioni/:id/moderazione', async (c) => {
  const { db, reader } = c.var
  const whole = await aroundFor(c, 'consultations.hide')
  const { id } = whole.consultation
  const { da } = c.req.query()
  const [flags, appeals, counts] = [
    await openFlags(db, id, { cursor: da, limit: 25 }),
    await openAppeals(db, id),
    await countModerations(db, id),
  ]
  const flagged = await contributionsById(db, id, [
    ...flags.items.map(({ contributionId }) => contributionId),
    ...appeals.map((one) => one.id),
  ])
  const t = wordsFor(reader, moderationWords)
  const { instant } = formatsFor(reader)
  const ruleName = (rule: string | null) => (rule && isModerationRule(rule) ? ruleWords[rule][reader.lang].title : '')
  const link = (contributionId: string, what: string) => {
    const one = flagged.get(contributionId)
    return one ? (
      <Link to={paths.contributionDoing(id, one.number, what)}>
        <Unbroken>{receiptNumber(one)}</Unbroken>
      </Link>
    ) : (
      ''
    )
  }
  const here = paths.moderation(id)
  return c.html(
    <Page reader={reader} title={t('title')} section="consultations" trail={trailIn(reader.lang, whole, { label: t('title') })}>
      <div class="container">
        <PageHead title={t('title')} kicker={[whole.title]} lead={t('lead')} />
        <Section id="segnalazioni" title={t('queue')}>
          {flags.items.length > 0 ? (
            <>
              <Table
                caption={t('queue')}
                captionHidden
                rows={flags.items}
                columns={[
                  { label: t('contribution'), rowHeader: true, cell: (one) => link(one.contributionId, 'moderazione') },
                  { label: t('rule'), cell: (one) => ruleName(one.rule) },
                  { label: t('note'), cell: (one) => one.note ?? '' },
                  { label: t('since'), cell: (one) => instant(one.at) },
                ]}
              />
              <Pager next={flags.next && withQuery(here, { da: flags.next })} first={da ? here : null} shown={flags.items.length} />
            </>
          ) : (
            <p class="quiet">{t('queueNone')}</p>
          )}
        </Section>
        <Section id="riesami" title={t('appeals')}>
          {appeals.length > 0 ? (
            <ul>
              {appeals.map((one) => (
                <li>
                  {link(one.id, 'esito-riesame')} · {instant(one.appealedAt)}
                </li>
              ))}
            </ul>
          ) : (
            <p class="quiet">{t('appealsNone')}</p>
          )}
        </Section>
        <Section id="numeri" title={t('log')}>
          <ModerationLog counts={counts} />
        </Section>
      </div>
    </Page>,
  )
})

const at = (what: string) => `/consultazioni/:id/osservazioni/:number{[0-9]+}/${what}` as const

const done = (c: Ctx, { consultationId, number }: Contribution) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.contribution(consultationId, number), { fatto: 'moderata' })), 303)

/** What is hidden already cannot be hidden again: its page says what was decided. */
moderationPages.get(at('moderazione'), async (c) => {
  const { consultationId, number, hiddenAt } = await contributionAt(c)
  if (hiddenAt) return c.redirect(inLang(c.var.reader.lang, paths.contribution(consultationId, number)), 303)
  return hidePage(c, nothing)
})

moderationPages.post(at('moderazione'), async (c) => {
  await aroundFor(c, 'consultations.hide')
  const contribution = await contributionAt(c)
  const { consultationId, id } = contribution
  const { doing } = await c.req.parseBody()
  const form = await readForm(c, HideForm)
  try {
    if (doing === 'keep') await keep(c.var, consultationId, id)
    else if (!form.data) return hidePage(c, form)
    else await hide(c.var, consultationId, id, form.data)
    return done(c, contribution)
  } catch (error) {
    return hidePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function hidePage(c: Ctx, filled: Filled) {
  const { reader } = c.var
  const t = wordsFor(reader, moderationWords)
  const whole = await aroundFor(c, 'consultations.hide')
  const contribution = await contributionAt(c)
  const { id } = whole.consultation
  const address = paths.contributionDoing(id, contribution.number, 'moderazione')
  const title = t('decide', { number: receiptNumber(contribution) })
  const props = { reader, whole, filled, address, title, lead: t('hideLead'), submit: t('hide'), cancel: paths.moderation(id) }
  const keepForm = (
    <Form action={address}>
      <SubmitButton kind="secondary" name="doing" value="keep">
        {t('keep')}
      </SubmitButton>
    </Form>
  )
  return c.html(
    <FormPage
      {...props}
      danger
      labels={{ rule: t('rule'), reason: t('reason') }}
      before={contribution.text && <Prose text={contribution.text} />}
      after={keepForm}
      way={[{ label: t('title'), to: paths.moderation(id) }]}
    >
      <SelectField
        name="rule"
        label={t('rule')}
        options={moderationRules.map((rule) => ({ value: rule, label: ruleWords[rule][reader.lang].title }))}
        {...filled}
      />
      <TextArea name="reason" label={t('reason')} rows={5} maxlength={5000} {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}

moderationPages.get(at('esito-riesame'), (c) => settlePage(c, nothing))

moderationPages.post(at('esito-riesame'), async (c) => {
  await aroundFor(c, 'consultations.settle-appeal')
  const contribution = await contributionAt(c)
  const form = await readForm(c, SettleForm)
  if (!form.data) return settlePage(c, form)
  try {
    await settleAppeal(c.var, contribution.consultationId, contribution.id, form.data)
    return done(c, contribution)
  } catch (error) {
    return settlePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function settlePage(c: Ctx, filled: Filled) {
  const { reader } = c.var
  const t = wordsFor(reader, moderationWords)
  const whole = await aroundFor(c, 'consultations.settle-appeal')
  const contribution = await contributionAt(c)
  const moderations = await moderationsOf(c.var.db, contribution)
  const { id } = whole.consultation
  const address = paths.contributionDoing(id, contribution.number, 'esito-riesame')
  const title = t('settleTitle', { number: receiptNumber(contribution) })
  const props = { reader, whole, filled, address, title, lead: t('settleLead'), submit: t('settleButton'), cancel: paths.moderation(id) }
  return c.html(
    <FormPage
      {...props}
      labels={{ outcome: t('outcome'), reason: t('reason') }}
      before={
        <>
          {contribution.text && <blockquote lang={contribution.lang}>{<Prose text={contribution.text} />}</blockquote>}
          <Decisions moderations={moderations} />
        </>
      }
      way={[{ label: t('title'), to: paths.moderation(id) }]}
    >
      <RadioGroup
        name="outcome"
        label={t('outcome')}
        options={(['restored', 'upheld'] as const).map((value) => ({ value, label: t(`outcome.${value}`) }))}
        {...filled}
      />
      <TextArea name="reason" label={t('reason')} rows={5} maxlength={5000} {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}
