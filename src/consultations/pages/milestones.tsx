import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { DatedList } from '../../ui/dated-list.tsx'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { DateField, TextField } from '../../ui/field.tsx'
import { type Filled, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form } from '../../ui/link.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { addMilestone, changeMilestone, endMilestone, MilestoneForm } from '../actions/milestones.ts'
import { milestoneWords } from '../messages/accompany.ts'
import { type Milestone, milestoneKinds, milestoneTitle, mustBeADateOf, mustBeOn } from '../rules/milestones.ts'
import { mustTakeMore } from '../rules/windows.ts'
import { milestonesOf } from '../store/milestones.ts'
import { aroundToAccompany, homeOf } from './around.tsx'
import { FormPage, nothing, statusOf } from './form-page.tsx'
import { useMilestoneText } from './milestone-parts.tsx'

export const milestonePages = router()

const back = (c: Ctx, id: string, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.consultationDates(id), { fatto })), 303)

milestonePages.get('/consultazioni/:id/appuntamenti', (c) => page(c, null, nothing))
milestonePages.get('/consultazioni/:id/appuntamenti/:date', (c) => page(c, c.req.param('date'), null))

milestonePages.post('/consultazioni/:id/appuntamenti', async (c) => {
  const { id } = c.req.param()
  await aroundToAccompany(c)
  const form = await readForm(c, MilestoneForm)
  if (!form.data) return page(c, null, form)
  try {
    await addMilestone(c.var, id, form.data)
    return back(c, id, 'appuntamento')
  } catch (error) {
    return page(c, null, { values: form.values, errors: refusal(c, error) })
  }
})

milestonePages.post('/consultazioni/:id/appuntamenti/:date', async (c) => {
  const { id, date } = c.req.param()
  await aroundToAccompany(c)
  const form = await readForm(c, MilestoneForm)
  if (!form.data) return page(c, date, form)
  try {
    await changeMilestone(c.var, id, date, form.data)
    return back(c, id, 'cambiato')
  } catch (error) {
    return page(c, date, { values: form.values, errors: refusal(c, error) })
  }
})

milestonePages.post('/consultazioni/:id/appuntamenti/:date/fine', async (c) => {
  const { id, date } = c.req.param()
  const { consultation } = await aroundToAccompany(c)
  try {
    await endMilestone(c.var, id, date)
    return back(c, id, consultation.openedAt ? 'annullato' : 'tolto')
  } catch (error) {
    return page(c, null, { values: {}, errors: refusal(c, error) })
  }
})

const names = ['kind', 'titleIt', 'titleEn', 'day', 'starts', 'ends', 'place', 'address'] as const

/** The dates there are, and the form of one: a new one, or one being changed. */
async function page(c: Ctx, dateId: string | null, sent: Filled | null) {
  const { db, reader, today } = c.var
  const whole = await aroundToAccompany(c)
  const { consultation } = whole
  mustTakeMore(consultation, today)
  const all = await milestonesOf(db, consultation.id)
  const one = dateId === null ? null : mustBeADateOf(all, dateId)
  if (one) mustBeOn(one)
  const t = wordsFor(reader, milestoneWords)
  const filled = sent?.values.titleIt === undefined ? { errors: {}, ...sent, values: one ? valuesOf(one) : { kind: 'meeting' } } : sent
  const here = paths.consultationDates(consultation.id)
  const lead = t(consultation.openedAt ? 'leadOpened' : 'lead')
  return c.html(
    <FormPage
      {...{ reader, whole, filled }}
      labels={Object.fromEntries(names.map((name) => [name, t(name)]))}
      title={t(one ? 'change' : 'title')}
      {...(one ? { way: [{ label: t('title'), to: here }] } : { lead, head: t('add') })}
      address={one ? paths.consultationDate(consultation.id, one.id) : here}
      cancel={one ? here : homeOf(consultation)}
      submit={t(one ? 'changeButton' : 'addButton')}
      before={
        !one && (
          <>
            <Done words={milestoneWords} done={c.req.query('fatto')} />
            <Existing milestones={all} opened={consultation.openedAt !== null} />
          </>
        )
      }
    >
      <RadioGroup
        name="kind"
        label={t('kind')}
        options={milestoneKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...filled}
      />
      <TextField name="titleIt" label={t('titleIt')} maxlength={300} lang="it" {...filled} />
      <TextField name="titleEn" label={t('titleEn')} optional maxlength={300} lang="en" {...filled} />
      <DateField name="day" label={t('day')} min={today} {...filled} />
      <TextField name="starts" type="time" label={t('starts')} help={t('startsHelp')} optional size="short" {...filled} />
      <TextField name="ends" type="time" label={t('ends')} optional size="short" {...filled} />
      <TextField name="place" label={t('place')} optional maxlength={300} {...filled} />
      <TextField name="address" type="url" label={t('address')} help={t('addressHelp')} optional maxlength={2000} {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}

function Existing({ milestones, opened }: { readonly milestones: readonly Milestone[]; readonly opened: boolean }) {
  const t = useWords(milestoneWords)
  const told = useMilestoneText()
  const { lang } = useReader()
  if (milestones.length === 0)
    return (
      <Empty>
        <p>{t('none')}</p>
      </Empty>
    )
  const items = milestones.map((one) => {
    const title = milestoneTitle(lang, one)
    const of = <span class="visually-hidden">{t('of', { title })}</span>
    const doings = !one.cancelledAt && (
      <div class="actions">
        <ButtonLink small to={paths.consultationDate(one.consultationId, one.id)}>
          {t('edit')}
          {of}
        </ButtonLink>
        <Form action={paths.consultationDateEnd(one.consultationId, one.id)}>
          <SubmitButton kind="secondary" small>
            {t(opened ? 'callOff' : 'remove')}
            {of}
          </SubmitButton>
        </Form>
      </div>
    )
    return { day: one.day, title, text: told(one), doings }
  })
  return (
    <Section id="elenco" title={t('list')} band="bare">
      <DatedList items={items} />
    </Section>
  )
}

function valuesOf(one: Milestone): Filled['values'] {
  const { kind, titleIt, titleEn, day, starts, ends, place, address } = one
  return {
    kind,
    titleIt,
    titleEn: titleEn ?? '',
    day,
    starts: starts ?? '',
    ends: ends ?? '',
    place: place ?? '',
    address: address ?? '',
  }
}
