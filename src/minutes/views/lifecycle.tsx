import type { Child } from 'hono/jsx'
import type { Catalogue } from '../../kernel/words.ts'
import { DateField } from '../../ui/field.tsx'
import { type Filled, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form } from '../../ui/link.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { words as common, type SittingWord } from '../messages.ts'
import type { Correction, Minutes } from '../rules.ts'

interface PartProps {
  readonly words: Catalogue<SittingWord>
  readonly minutes: Minutes | null
  /** Where its form goes. */
  readonly action: string
}

interface SendingProps extends PartProps, Filled {
  /** How many it goes to. */
  readonly count: number
}

/** To whoever was there, as often as the text changes. */
export function Sending({ words, minutes, action, count, values, errors }: SendingProps) {
  const t = useWords(words)
  const c = useWords(common)
  const { today } = useReader()
  if (!minutes || minutes.approved || minutes.sent?.version === minutes.version) return <></>
  return (
    <Section id="invio" title={minutes.sent ? c('resendTitle') : t('sendTitle')} lead={t('sendLead', { count })}>
      <Form action={action} class="form">
        <DateField name="until" label={t('until')} min={today} values={values} errors={errors} />
        <FormEnd>
          <SubmitButton>{c('send')}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}

interface YourTurnProps extends PartProps {
  /** Whoever reads has said that the text sent is right. */
  readonly agreed: boolean
  /** How one says what is wrong, where that is done here. */
  readonly children?: Child
}

/** For whoever was there: nothing to correct, or what is. */
export function YourTurn({ words, minutes, action, agreed, children }: YourTurnProps) {
  const t = useWords(words)
  const c = useWords(common)
  const { day } = useFormats()
  const { today } = useReader()
  const until = minutes?.sent?.until
  if (!until || minutes.approved || until < today) return <></>
  return (
    <Section id="rispondi" title={t('yourTurn')} lead={t('yourTurnLead', { until: day(until) })}>
      {agreed ? (
        <p>{t('youAgreed')}</p>
      ) : (
        <Form action={action} class="form">
          <HiddenField name="kind" value="agreement" />
          <FormEnd>
            <SubmitButton>{c('agree')}</SubmitButton>
          </FormEnd>
        </Form>
      )}
      {children}
    </Section>
  )
}

interface ApprovalProps extends PartProps {
  /** What stands between the text and its approval; null when nothing does. */
  readonly notYet: string | null
}

export function Approval({ words, minutes, action, notYet }: ApprovalProps) {
  const t = useWords(words)
  if (!minutes?.sent || minutes.approved || minutes.sent.version !== minutes.version) return <></>
  return (
    <Section id="approvazione" title={t('approveTitle')} lead={t('approveLead')}>
      {notYet ? (
        <p>{notYet}</p>
      ) : (
        <Form action={action} class="form">
          <HiddenField name="version" value={String(minutes.version)} />
          <FormEnd>
            <SubmitButton>{t('approve')}</SubmitButton>
          </FormEnd>
        </Form>
      )}
    </Section>
  )
}

interface CorrectionsProps {
  readonly corrections: readonly Correction[]
}

/** What turned out to be wrong after approval. */
export function Corrections({ corrections }: CorrectionsProps) {
  const t = useWords(common)
  const { day } = useFormats()
  if (corrections.length === 0) return <></>
  return (
    <Section id="rettifiche" title={t('corrections')}>
      {corrections.map(({ number, madeOn, text, reason }) => (
        <>
          <h3>{t('correctionOn', { number, on: day(madeOn) })}</h3>
          <Prose text={text} />
          <p class="quiet">{t('correctionWhy', { reason })}</p>
        </>
      ))}
    </Section>
  )
}

interface ApprovedEndProps extends Pick<PartProps, 'words' | 'minutes'> {
  /** Where a correction is written, for whoever may. */
  readonly correct: string | null
}

/** What approved minutes end with: the fingerprint that anybody can check. */
export function ApprovedEnd({ words, minutes, correct }: ApprovedEndProps) {
  const t = useWords(words)
  const c = useWords(common)
  if (!minutes?.approved) return <></>
  return (
    <>
      <p class="quiet small">
        {t('hash')}: <code>{minutes.approved.hash}</code>
      </p>
      {correct && (
        <p>
          <ButtonLink to={correct}>{c('rectify')}</ButtonLink>
        </p>
      )}
    </>
  )
}
