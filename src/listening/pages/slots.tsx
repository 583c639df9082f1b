import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { timeInRome } from '../../kernel/rome.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { addSlot, changeSlot, removeSlot, SlotForm } from '../actions/slots.ts'
import { hearingWords } from '../messages/hearings.ts'
import { mustStand } from '../rules/hearings.ts'
import { placeOfListening } from '../rules/place.ts'
import { mustNotHaveStarted, queueOf, type Registration } from '../rules/registrations.ts'
import { pickSlot, type Slot } from '../rules/slots.ts'
import { registrationsIn } from '../store/registrations.ts'
import { type AroundHearing, aroundHearing, trailInHearing } from './around-hearing.ts'
import { hoursOf } from './hours.ts'
import { SlotFields, slotLabels } from './slot-fields.tsx'

export const slotPages = router()

const nothing: Filled = { values: {}, errors: {} }
const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)
const done = (c: Ctx, id: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.hearingSlots(id), { fatto: 'turno' })), 303)

slotPages.get('/audizioni/:id/turni', (c) => slotsPage(c, nothing))

slotPages.post('/audizioni/:id/turni', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, SlotForm)
  if (!form.data) return slotsPage(c, form)
  try {
    await addSlot(c.var, id, form.data)
    return done(c, id)
  } catch (error) {
    return slotsPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

slotPages.get('/audizioni/:id/turni/:slot', (c) => slotPage(c, null))

slotPages.post('/audizioni/:id/turni/:slot', async (c) => {
  const { id, slot } = c.req.param()
  const form = await readForm(c, SlotForm)
  if (!form.data) return slotPage(c, form)
  try {
    await changeSlot(c.var, id, slot, form.data)
    return done(c, id)
  } catch (error) {
    return slotPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

slotPages.post('/audizioni/:id/turni/:slot/rimozione', async (c) => {
  const { id, slot } = c.req.param()
  try {
    await removeSlot(c.var, id, slot)
    return done(c, id)
  } catch (error) {
    return slotPage(c, { values: {}, errors: refusal(c, error) })
  }
})

async function gather(c: Ctx): Promise<AroundHearing> {
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'listening.change-hearing', placeOfListening(whole.ecosystemId))
  mustStand(whole.hearing)
  return whole
}

async function slotsPage(c: Ctx, filled: Filled) {
  const whole = await gather(c)
  const registrations = await registrationsIn(c.var.db, [whole.hearing.id])
  return c.html(
    <SlotsPage reader={c.var.reader} whole={whole} registrations={registrations} done={c.req.query('fatto')} {...filled} />,
    statusOf(filled),
  )
}

async function slotPage(c: Ctx, sent: Filled | null) {
  const whole = await gather(c)
  const slot = pickSlot(whole.slots, c.req.param('slot') ?? '')
  mustNotHaveStarted(slot, c.var.now)
  const values = sent && Object.keys(sent.values).length > 0 ? sent.values : valuesOf(slot)
  const filled = { values, errors: sent?.errors ?? {} }
  const asked = (await registrationsIn(c.var.db, [whole.hearing.id])).some(({ slotId }) => slotId === slot.id)
  const removable = !asked && whole.slots.length > 1
  return c.html(<SlotPage reader={c.var.reader} {...{ whole, slot, removable }} {...filled} />, statusOf(filled))
}

function valuesOf({ startsAt, endsAt, place, link, capacity }: Slot): Filled['values'] {
  return {
    on: dayOf(startsAt),
    starts: timeInRome(startsAt),
    ends: timeInRome(endsAt),
    place: place ?? '',
    link: link ?? '',
    capacity: String(capacity),
  }
}

interface SlotsPageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundHearing
  readonly registrations: readonly Registration[]
  readonly done: string | undefined
}

function SlotsPage({ reader, whole, registrations, done, ...filled }: SlotsPageProps) {
  const t = wordsFor(reader, hearingWords)
  const { hearing } = whole
  const address = paths.hearingSlots(hearing.id)
  return (
    <Page
      reader={reader}
      title={t('slotsTitle')}
      section="ecosystems"
      trail={trailInHearing(reader.lang, whole, { label: t('slots') })}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={slotLabels(t)} />
        <Done words={hearingWords} done={done} />
        <PageHead title={t('slotsTitle')} kicker={[hearing.title]} lead={t('slotsLead')} />
        <SlotTable whole={whole} registrations={registrations} manage />
        <Section id="nuovo" title={t('addSlot')}>
          <Form action={address} class="form">
            <SlotFields {...filled} />
            <FormEnd cancel={paths.hearing(hearing.id)}>
              <SubmitButton>{t('addSlotButton')}</SubmitButton>
            </FormEnd>
          </Form>
        </Section>
      </div>
    </Page>
  )
}

interface SlotTableProps {
  readonly whole: AroundHearing
  readonly registrations: readonly Registration[]
  /** With a way to change each slot that has not begun. */
  readonly manage?: boolean
}

export function SlotTable({ whole: { hearing, slots }, registrations, manage = false }: SlotTableProps) {
  const { lang, now } = useReader()
  const t = useWords(hearingWords)
  const columns = [
    { label: t('slot'), rowHeader: true, cell: (slot: Slot) => hoursOf(lang, slot) },
    {
      label: t('where'),
      cell: ({ place, link }: Slot) => (place && link ? `${place}, ${t('alsoOnline')}` : (place ?? t('onlineOnly'))),
    },
    {
      label: t('places'),
      cell: (slot: Slot) => {
        const { heard, waiting } = queueOf(slot, registrations)
        return t('placesFree', { free: slot.capacity - heard.length, capacity: slot.capacity, waiting: waiting.length })
      },
    },
  ]
  const change = {
    label: t('changeSlot'),
    selfEvident: true,
    cell: (slot: Slot) =>
      slot.startsAt > now && (
        <Link to={paths.hearingSlot(hearing.id, slot.id)} aria-label={t('changeSlotNamed', { when: hoursOf(lang, slot) })}>
          {t('changeSlot')}
        </Link>
      ),
  }
  return <Table caption={t('slotsCaption')} captionHidden rows={slots} columns={manage ? [...columns, change] : columns} />
}

interface SlotPageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundHearing
  readonly slot: Slot
  readonly removable: boolean
}

function SlotPage({ reader, whole, slot, removable, ...filled }: SlotPageProps) {
  const t = wordsFor(reader, hearingWords)
  const { hearing } = whole
  const address = paths.hearingSlot(hearing.id, slot.id)
  const trail = trailInHearing(reader.lang, whole, { label: t('slots'), to: paths.hearingSlots(hearing.id) }, { label: t('slotTitle') })
  return (
    <Page
      reader={reader}
      title={t('slotTitle')}
      section="ecosystems"
      trail={trail}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={slotLabels(t)} />
        <PageHead title={t('slotTitle')} kicker={[hearing.title, hoursOf(reader.lang, slot)]} />
        <Form action={address} class="form">
          <SlotFields {...filled} />
          <FormEnd cancel={paths.hearingSlots(hearing.id)}>
            <SubmitButton>{t('saveSlot')}</SubmitButton>
          </FormEnd>
        </Form>
        <Section id="rimozione" title={t('removeSlot')} lead={t('removeSlotHelp')}>
          {removable && (
            <Form action={paths.hearingSlotEnd(hearing.id, slot.id)}>
              <SubmitButton kind="danger">{t('removeSlot')}</SubmitButton>
            </Form>
          )}
        </Section>
      </div>
    </Page>
  )
}
