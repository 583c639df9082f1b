import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { CheckGroup, FieldGroup } from '../../ui/choice.tsx'
import { DateField, FileField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Say, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { meetingWords } from '../messages/meetings.ts'
import type { Paper } from '../store/meetings.ts'
import { type Around, type AroundMeeting, hoursOf, trailIn, trailInMeeting } from './around.tsx'

/** A form without script cannot grow: it has room for three files, and can be sent again. */
export const fileFields = ['file1', 'file2', 'file3'] as const

type Key = keyof typeof meetingWords.it & string

function labelsOf(t: Say<Key>): Record<string, string> {
  const names = ['on', 'starts', 'ends', 'place', 'link', 'agenda', 'links', 'removed', 'reason'] as const
  const files = fileFields.map((name, index) => [name, t('file', { number: index + 1 })])
  return { ...Object.fromEntries(names.map((name) => [name, t(name)])), ...Object.fromEntries(files) }
}

const rejected = ({ errors }: Filled) => Object.keys(errors).length > 0

interface ConvenePageProps extends Filled {
  readonly reader: Reader
  readonly whole: Around
}

export function ConvenePage({ reader, whole, ...filled }: ConvenePageProps) {
  const t = wordsFor(reader, meetingWords)
  const { body } = whole
  const address = paths.newMeeting(body.id)
  const trail = trailIn(reader.lang, whole, { label: t('conveneTitle') })
  return (
    <Page reader={reader} title={t('conveneTitle')} section="ecosystems" trail={trail} address={address} rejected={rejected(filled)}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={t('conveneTitle')} kicker={[body.name]} lead={t('conveneLead')} />
        <Form action={address} class="form" enctype="multipart/form-data">
          <MeetingFields {...filled} />
          <FormEnd cancel={paths.body(body.id)}>
            <SubmitButton>{t('send')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function MeetingFields(filled: Filled) {
  const t = useWords(meetingWords)
  const { today } = useReader()
  return (
    <>
      <DateField name="on" label={t('on')} min={today} {...filled} />
      <TextField name="starts" type="time" label={t('starts')} help={t('hoursHelp')} size="short" {...filled} />
      <TextField name="ends" type="time" label={t('ends')} size="short" {...filled} />
      <TextField name="place" label={t('place')} help={t('placeHelp')} optional maxlength={300} {...filled} />
      <TextField name="link" type="url" label={t('link')} help={t('linkHelp')} optional maxlength={2000} {...filled} />
      <TextArea name="agenda" label={t('agenda')} help={t('agendaHelp')} maxlength={10_000} {...filled} />
      <TextArea name="links" label={t('links')} help={t('linksHelp')} rows={3} optional maxlength={10_000} {...filled} />
      <FieldGroup legend={t('files')} help={t('fileHelp')}>
        {fileFields.map((name, index) => (
          <FileField name={name} label={t('file', { number: index + 1 })} optional {...filled} />
        ))}
      </FieldGroup>
    </>
  )
}

interface EditPageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundMeeting
  readonly papers: readonly Paper[]
}

export function EditPage({ reader, whole, papers, ...filled }: EditPageProps) {
  const t = wordsFor(reader, meetingWords)
  const { body, meeting } = whole
  const address = paths.meetingEdit(meeting.id)
  const trail = trailInMeeting(reader.lang, whole, { label: t('editTitle') })
  return (
    <Page reader={reader} title={t('editTitle')} section="ecosystems" trail={trail} address={address} rejected={rejected(filled)}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={t('editTitle')} kicker={[body.name, t('meeting', { number: meeting.number })]} lead={t('editLead')} />
        <Form action={address} class="form" enctype="multipart/form-data">
          <HiddenField name="revision" value={valueOf(filled.values, 'revision') || String(meeting.revision)} />
          <MeetingFields {...filled} />
          {papers.length > 0 && (
            <CheckGroup
              name="removed"
              label={t('removed')}
              optional
              options={papers.map(({ id, name }) => ({ value: id, label: name }))}
              {...filled}
            />
          )}
          <FormEnd cancel={paths.meeting(meeting.id)}>
            <SubmitButton>{t('resend')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

interface CancelPageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundMeeting
}

export function CancelPage({ reader, whole, ...filled }: CancelPageProps) {
  const t = wordsFor(reader, meetingWords)
  const { body, meeting } = whole
  const address = paths.meetingCancel(meeting.id)
  const trail = trailInMeeting(reader.lang, whole, { label: t('cancelTitle') })
  return (
    <Page reader={reader} title={t('cancelTitle')} section="ecosystems" trail={trail} address={address} rejected={rejected(filled)}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={t('cancelTitle')} kicker={[body.name, hoursOf(reader.lang, meeting)]} lead={t('cancelLead')} />
        <Form action={address} class="form">
          <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} maxlength={1000} {...filled} />
          <FormEnd cancel={paths.meeting(meeting.id)} keeps>
            <SubmitButton kind="danger">{t('cancel')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
