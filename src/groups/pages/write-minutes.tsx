import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { findMinutes, mustBeOpen } from '../../minutes/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { messages } from '../../ui/messages.ts'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { TwoTexts } from '../../ui/two-texts.tsx'
import { WriteForm, writeMinutes } from '../actions/minutes.ts'
import { minutesWords } from '../messages/minutes.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { mustHaveBegun } from '../rules/meetings.ts'
import { minutesChanged, refusals } from '../rules/minutes.ts'
import { findVersion, type Version } from '../store/minutes.ts'
import { type AroundMeeting, aroundMeeting, hoursOf, trailInMeeting } from './around.tsx'

export const writeMinutesPages = router()

writeMinutesPages.get('/riunioni/:id/verbale/modifica', (c) => writePage(c, null))

writeMinutesPages.post('/riunioni/:id/verbale/modifica', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, WriteForm)
  if (!form.data) return writePage(c, form)
  try {
    await writeMinutes(c.var, id, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.minutes(id), { fatto: 'salvato' })), 303)
  } catch (error) {
    const clash = error instanceof Problem && error.kind === minutesChanged
    const sent = { values: form.values, errors: refusal(c, error) }
    return clash ? conflictPage(c, sent) : writePage(c, sent)
  }
})

async function gather(c: Ctx) {
  const { db, actor, now } = c.var
  const whole = await aroundMeeting(c, c.req.param('id') ?? '')
  mustBeAble(actor, 'groups.write-minutes', placeOfBody(whole.body))
  mustHaveBegun(whole.meeting, now)
  const minutes = await findMinutes(db, whole.meeting.id)
  mustBeOpen(refusals, minutes)
  return { whole, latest: minutes ? await findVersion(db, whole.meeting.id, minutes.version) : null }
}

async function writePage(c: Ctx, sent: Filled | null) {
  const { whole, latest } = await gather(c)
  const filled = sent ?? { values: { text: latest?.text ?? '', base: String(latest?.version ?? 0) }, errors: {} }
  return c.html(<WritePage reader={c.var.reader} whole={whole} {...filled} />, sent ? 422 : 200)
}

/** Two people began from the same version: both texts are shown, with what differs, and whoever comes second chooses. */
async function conflictPage(c: Ctx, filled: Filled) {
  const { whole, latest } = await gather(c)
  if (!latest) return writePage(c, filled)
  return c.html(<ConflictPage reader={c.var.reader} whole={whole} latest={latest} {...filled} />, 409)
}

interface WritePageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundMeeting
}

const trailOf = (reader: Reader, whole: AroundMeeting, label: string) =>
  trailInMeeting(reader.lang, whole, { label: wordsFor(reader, minutesWords)('minutes'), to: paths.minutes(whole.meeting.id) }, { label })

function WritePage({ reader, whole, ...filled }: WritePageProps) {
  const t = wordsFor(reader, minutesWords)
  const { meeting, body } = whole
  const address = paths.minutesEdit(meeting.id)
  const rejected = Object.keys(filled.errors).length > 0
  return (
    <Page
      reader={reader}
      title={t('writeTitle')}
      section="ecosystems"
      trail={trailOf(reader, whole, t('writeTitle'))}
      address={address}
      rejected={rejected}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ text: t('text') }} />
        <PageHead title={t('writeTitle')} kicker={[body.name, hoursOf(reader.lang, meeting)]} lead={t('writeLead')} />
        <Form action={address} class="form">
          <HiddenField name="base" value={valueOf(filled.values, 'base')} />
          <TextArea name="text" label={t('text')} help={t('textHelp')} rows={24} maxlength={200_000} {...filled} />
          <FormEnd cancel={paths.meeting(meeting.id)}>
            <SubmitButton>{t('save')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function ConflictPage({ reader, whole, latest, values, errors }: WritePageProps & { readonly latest: Version }) {
  const t = wordsFor(reader, minutesWords)
  const title = wordsFor(reader, messages)('twoTextsTitle')
  const { meeting } = whole
  const address = paths.minutesEdit(meeting.id)
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trailOf(reader, whole, title)} address={address} rejected>
      <div class="container">
        <ErrorSummary errors={errors} title={title} />
        <PageHead title={title} kicker={[t('minutesOf', { number: meeting.number })]} />
        <TwoTexts action={address} latest={latest} maxlength={200_000} leave={paths.minutes(meeting.id)} values={values} />
      </div>
    </Page>
  )
}
