import { z } from 'zod'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { Problem } from '../../kernel/problem.ts'
import { namesOf, suggestOrganisations } from '../../organisations/index.ts'
import { fileMissing, readUpload } from '../../platform/files.ts'
import { line, optional, readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Done } from '../../ui/done.tsx'
import { FileField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { SuggestField, type Suggestion, suggestButton } from '../../ui/suggest.tsx'
import { EnterForm, enterContribution, enterMessage, MessageForm, otherChannels } from '../actions/enter.ts'
import { bulkWords } from '../messages/bulk.ts'
import { importWords } from '../messages/imports.ts'
import { otherChannelWords } from '../messages/other-channels.ts'
import { namedPlaceIn, namedPlacesOf } from '../named-places.ts'
import type { Contribution } from '../rules/contributions.ts'
import { getConsultation } from '../store/consultations.ts'
import { importsUnderWay } from '../store/imports.ts'
import { aroundFor, mayDo, trailIn } from './around.tsx'
import { nothing, statusOf } from './form-page.tsx'
import { ImportsTable } from './import-view.tsx'
import { ByHand, LangField, ProtocolFields } from './other-channels-view.tsx'

export const otherChannelPages = router()

/** As the page names them, which has two forms that ask the same. */
const MessageFields = z.object({
  messageProtocol: MessageForm.shape.protocolNumber,
  messageDay: MessageForm.shape.protocolDay,
  messageOrganisation: MessageForm.shape.organisationId,
  messageLang: MessageForm.shape.lang,
})

/** What it speaks of, as whoever keys it in reads it on the paper: the number of a paragraph, the title of a section. */
const HandFields = EnterForm.omit({ target: true, blockId: true }).extend({ place: optional(line(300)) })

otherChannelPages.get('/consultazioni/:id/altri-canali', (c) => page(c, nothing, nothing))

const done = (c: Ctx, fatto: string, { number }: Contribution) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.otherChannels(c.req.param('id') ?? ''), { fatto, numero: String(number) })), 303)

otherChannelPages.post('/consultazioni/:id/altri-canali', async (c) => {
  await aroundFor(c, 'consultations.enter')
  const { doing } = await c.req.parseBody()
  return doing === 'message' ? takeMessage(c) : takeByHand(c)
})

async function takeMessage(c: Ctx) {
  const form = await readForm(c, MessageFields)
  if (form.values[suggestButton('messageOrganisation')]) return page(c, nothing, { values: form.values, errors: {} })
  if (!form.data) return page(c, nothing, form)
  try {
    const file = await readUpload(c, 'message')
    if (!file) throw new Problem(fileMissing, { field: 'message' })
    const { messageProtocol, messageDay, messageOrganisation, messageLang } = form.data
    const { again, left, contribution } = await enterMessage(
      c.var,
      c.req.param('id') ?? '',
      { protocolNumber: messageProtocol, protocolDay: messageDay, organisationId: messageOrganisation, lang: messageLang },
      file.bytes,
    )
    return done(c, again ? 'gia-registrata' : left > 0 ? 'senza-allegati' : 'registrata', contribution)
  } catch (error) {
    return page(c, nothing, { values: form.values, errors: refusal(c, error) })
  }
}

async function takeByHand(c: Ctx) {
  const form = await readForm(c, HandFields)
  if (form.values[suggestButton('organisationId')]) return page(c, { values: form.values, errors: {} }, nothing)
  if (!form.data) return page(c, form, nothing)
  try {
    const { place, ...data } = form.data
    const { id, versionId } = await getConsultation(c.var.db, c.req.param('id') ?? '')
    const where = namedPlaceIn(place ?? '', place ? await namedPlacesOf(c.var.db, versionId) : new Map())
    const file = await readUpload(c, 'file')
    const { again, contribution } = await enterContribution(c.var, id, { ...data, ...where }, file ? [file] : [])
    return done(c, again ? 'gia-registrata' : 'registrata', contribution)
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
  const names = [
    'channel',
    'protocolNumber',
    'protocolDay',
    'authorName',
    'authorEmail',
    'organisationId',
    'mandate',
    'place',
    'lang',
    'text',
    'file',
    'message',
  ] as const
  const labels = {
    ...Object.fromEntries(names.map((name) => [name, t(name)])),
    messageProtocol: t('protocolNumber'),
    messageDay: t('protocolDay'),
    messageOrganisation: t('organisationId'),
    messageLang: t('lang'),
  }
  const number = Number(c.req.query('numero'))
  const langs = whole.consultation.languages
  const entering = await importsUnderWay(c.var.db, [whole.consultation.id])
  const byMessage = whole.consultation.channels.includes('certified-mail')
  return c.html(
    <Page
      reader={reader}
      title={t('title')}
      section="consultations"
      trail={trailIn(reader.lang, whole, { label: t('title') })}
      address={address}
      rejected={Object.keys(errors).length > 0}
      scripts={['suggest.js']}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={labels} />
        <Done words={otherChannelWords} done={c.req.query('fatto')} />
        {Number.isSafeInteger(number) && number > 0 && (
          <p>
            <Link to={paths.contribution(whole.consultation.id, number)}>{t('recorded', { number })}</Link>
          </p>
        )}
        <PageHead title={t('title')} kicker={[whole.title]} lead={t('lead')}>
          {mayDo(c, 'consultations.import', whole.consultation) && (
            <p>
              <Link to={paths.bulkContributions(whole.consultation.id)}>{wordsFor(reader, bulkWords)('toFile')}</Link>
            </p>
          )}
        </PageHead>
        {entering.length > 0 && (
          <Section id="in-corso" title={wordsFor(reader, importWords)('underWay')}>
            <ImportsTable caption={wordsFor(reader, importWords)('underWay')} imports={entering} />
          </Section>
        )}
        <Section id="a-mano" title={t('handTitle')}>
          <ByHand
            address={address}
            langs={langs}
            channels={otherChannels.filter((channel) => whole.consultation.channels.includes(channel))}
            options={await organisationOptions(c, 'organisationId', hand.values)}
            {...hand}
          />
        </Section>
        {byMessage && (
          <Section id="messaggio" title={t('messageTitle')} lead={t('messageHelp')}>
            <Form action={address} class="form" enctype="multipart/form-data">
              <HiddenField name="doing" value="message" />
              <FileField name="message" label={t('message')} accept=".eml,message/rfc822" {...message} />
              <ProtocolFields of="message" {...message} />
              <SuggestField
                name="messageOrganisation"
                label={t('organisationId')}
                help={t('organisationHelp')}
                optional
                source={paths.organisationOptions}
                options={await organisationOptions(c, 'messageOrganisation', message.values)}
                {...message}
              />
              <LangField name="messageLang" langs={langs} {...message} />
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

/** What the words typed found or, before any, the one chosen already. */
async function organisationOptions({ var: { db, reader, today } }: Ctx, name: string, values: Filled['values']): Promise<Suggestion[]> {
  const words = values[`${name}-query`]
  if (typeof words === 'string' && words.trim()) return suggestOrganisations(db, reader.lang, words)
  const chosen = values[name]
  const known = typeof chosen === 'string' && chosen ? (await namesOf(db, [chosen], today)).get(chosen) : undefined
  return known ? [{ value: String(chosen), label: known }] : []
}
