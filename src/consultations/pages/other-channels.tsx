import { z } from 'zod'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { fileMissing, readUpload } from '../../platform/files.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { CheckField, RadioGroup } from '../../ui/choice.tsx'
import { Done } from '../../ui/done.tsx'
import { DateField, FileField, TextArea, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { EnterForm, enterContribution, enterMessage, MessageForm, otherChannels } from '../actions/enter.ts'
import { bulkWords } from '../messages/bulk.ts'
import { otherChannelWords } from '../messages/other-channels.ts'
import { aroundFor, mayDo, trailIn } from './around.tsx'
import { nothing, statusOf } from './form-page.tsx'

export const otherChannelPages = router()

/** As the page names them, which has two forms that ask the same. */
const MessageFields = z.object({ messageProtocol: MessageForm.shape.protocolNumber, messageDay: MessageForm.shape.protocolDay })

otherChannelPages.get('/consultazioni/:id/altri-canali', (c) => page(c, nothing, nothing))

const done = (c: Ctx, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.otherChannels(c.req.param('id') ?? ''), { fatto })), 303)

otherChannelPages.post('/consultazioni/:id/altri-canali', async (c) => {
  await aroundFor(c, 'consultations.enter')
  const { doing } = await c.req.parseBody()
  return doing === 'message' ? takeMessage(c) : takeByHand(c)
})

async function takeMessage(c: Ctx) {
  const form = await readForm(c, MessageFields)
  if (!form.data) return page(c, nothing, form)
  try {
    const file = await readUpload(c, 'message')
    if (!file) throw new Problem(fileMissing, { field: 'message' })
    const { again, left } = await enterMessage(
      c.var,
      c.req.param('id') ?? '',
      { protocolNumber: form.data.messageProtocol, protocolDay: form.data.messageDay },
      file.bytes,
    )
    return done(c, again ? 'gia-registrata' : left > 0 ? 'senza-allegati' : 'registrata')
  } catch (error) {
    return page(c, nothing, { values: form.values, errors: refusal(c, error) })
  }
}

async function takeByHand(c: Ctx) {
  const form = await readForm(c, EnterForm)
  if (!form.data) return page(c, form, nothing)
  try {
    const file = await readUpload(c, 'file')
    const { again } = await enterContribution(c.var, c.req.param('id') ?? '', form.data, file ? [file] : [])
    return done(c, again ? 'gia-registrata' : 'registrata')
  } catch (error) {
    return page(c, { values: form.values, errors: refusal(c, error) }, nothing)
  }
}

async function page(c: Ctx, hand: Filled, message: Filled) {
  const { reader } = c.var
  const whole = await aroundFor(c, 'consultations.enter')
  const t = wordsFor(reader, otherChannelWords)
  const errors = { ...message.errors, ...hand.errors }
  const address = paths.otherChannels(whole.consultation.id)
  const names = ['channel', 'authorName', 'authorEmail', 'mandate', 'protocolNumber', 'protocolDay', 'text', 'file', 'message'] as const
  const labels = {
    ...Object.fromEntries(names.map((name) => [name, t(name)])),
    messageProtocol: t('protocolNumber'),
    messageDay: t('protocolDay'),
  }
  const byMessage = whole.consultation.channels.includes('certified-mail')
  return c.html(
    <Page
      reader={reader}
      title={t('title')}
      section="consultations"
      trail={trailIn(reader.lang, whole, { label: t('title') })}
      address={address}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={labels} />
        <Done words={otherChannelWords} done={c.req.query('fatto')} />
        <PageHead title={t('title')} kicker={[whole.title]} lead={t('lead')}>
          {mayDo(c, 'consultations.import', whole.consultation) && (
            <p>
              <Link to={paths.bulkContributions(whole.consultation.id)}>{wordsFor(reader, bulkWords)('toFile')}</Link>
            </p>
          )}
        </PageHead>
        <Section id="a-mano" title={t('handTitle')}>
          <ByHand address={address} channels={otherChannels.filter((channel) => whole.consultation.channels.includes(channel))} {...hand} />
        </Section>
        {byMessage && (
          <Section id="messaggio" title={t('messageTitle')} lead={t('messageHelp')}>
            <Form action={address} class="form" enctype="multipart/form-data">
              <HiddenField name="doing" value="message" />
              <FileField name="message" label={t('message')} accept=".eml,message/rfc822" {...message} />
              <ProtocolFields of="message" {...message} />
              <FormEnd>
                <SubmitButton kind="secondary">{t('messageButton')}</SubmitButton>
              </FormEnd>
            </Form>
          </Section>
        )}
      </div>
    </Page>,
    statusOf({ values: {}, errors }),
  )
}

interface ByHandProps extends Filled {
  readonly address: string
  readonly channels: readonly (typeof otherChannels)[number][]
}

function ByHand({ address, channels, ...filled }: ByHandProps) {
  const t = useWords(otherChannelWords)
  return (
    <Form action={address} class="form" enctype="multipart/form-data">
      <HiddenField name="key" value={valueOf(filled.values, 'key') || newId()} />
      <RadioGroup
        name="channel"
        label={t('channel')}
        options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        {...filled}
      />
      <ProtocolFields {...filled} />
      <TextField name="authorName" label={t('authorName')} maxlength={200} {...filled} />
      <TextField
        name="authorEmail"
        type="email"
        label={t('authorEmail')}
        help={t('authorEmailHelp')}
        optional
        maxlength={254}
        {...filled}
      />
      <TextField name="mandate" label={t('mandate')} optional maxlength={500} {...filled} />
      <TextArea name="text" label={t('text')} optional rows={8} maxlength={20_000} {...filled} />
      <FileField name="file" label={t('file')} optional {...filled} />
      <CheckField name="showsName" label={t('showsName')} {...filled} />
      <FormEnd>
        <SubmitButton>{t('handButton')}</SubmitButton>
      </FormEnd>
    </Form>
  )
}

/** Both forms ask them: in the second their ids differ, so that every label names one field. */
function ProtocolFields({ of, ...filled }: Filled & { readonly of?: 'message' }) {
  const t = useWords(otherChannelWords)
  return (
    <>
      <TextField name={of ? 'messageProtocol' : 'protocolNumber'} label={t('protocolNumber')} maxlength={100} size="medium" {...filled} />
      <DateField name={of ? 'messageDay' : 'protocolDay'} label={t('protocolDay')} help={t('protocolDayHelp')} {...filled} />
    </>
  )
}
