import { paths } from '../../charter/paths.ts'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form } from '../../ui/link.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { memberWords } from '../messages/members.ts'
import { minutesWords } from '../messages/minutes.ts'
import type { Remark } from '../rules/minutes.ts'
import type { MinutesPageProps } from './minutes-props.ts'
import { Prose } from './prose.tsx'

/** For whoever attended: nothing to correct, or what. */
export function YourRemark({ whole: { meeting }, minutes, values, errors }: MinutesPageProps) {
  const t = useWords(minutesWords)
  const { day } = useFormats()
  const { today } = useReader()
  const until = minutes?.sent?.until
  if (!until || until < today) return <></>
  const address = paths.minutesRemarks(meeting.id)
  return (
    <Section id="rispondi" title={t('remarkTitle')} lead={t('remarkLead', { until: day(until) })}>
      <Form action={address} class="form">
        <HiddenField name="kind" value="agreement" />
        <FormEnd>
          <SubmitButton>{t('agree')}</SubmitButton>
        </FormEnd>
      </Form>
      <Form action={address} class="form">
        <HiddenField name="kind" value="correction" />
        <TextArea
          name="text"
          label={t('correction')}
          help={t('correctionHelp')}
          rows={4}
          maxlength={10_000}
          values={values}
          errors={errors}
        />
        <FormEnd>
          <SubmitButton kind="secondary">{t('propose')}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}

/** What those who attended answered, each correction with its outcome. */
export function Remarks(props: MinutesPageProps) {
  const { remarks, minutes } = props
  const t = useWords(minutesWords)
  if (!minutes?.sent) return <></>
  const corrections = remarks.filter(({ kind }) => kind === 'correction')
  const agreed = new Set(
    remarks.filter(({ kind, version }) => kind === 'agreement' && version === minutes.sent?.version).map(({ personId }) => personId),
  )
  return (
    <Section id="correzioni" title={t('remarks')}>
      {agreed.size > 0 && <p>{t('agreed', { count: agreed.size })}</p>}
      {corrections.length === 0 && <p class="quiet">{t('noRemarks')}</p>}
      {corrections.map((remark) => (
        <OneRemark remark={remark} page={props} />
      ))}
    </Section>
  )
}

function OneRemark({ remark, page }: { readonly remark: Remark; readonly page: MinutesPageProps }) {
  const t = useWords(minutesWords)
  const m = useWords(memberWords)
  const { names, may, minutes, whole } = page
  const { outcome, reason, text, version, personId } = remark
  const state = outcome === 'accepted' ? 'done' : outcome === 'rejected' ? 'blocked' : 'doing'
  return (
    <article id={`correzione-${remark.id}`}>
      <h3>{t('remarkBy', { name: names.get(personId) ?? m('erased'), version })}</h3>
      <p>
        <StateMark state={state} label={t(outcome ?? 'waiting')} />
      </p>
      <Prose text={text ?? ''} />
      {reason && <p class="quiet">{t('reasonTold', { reason })}</p>}
      {!outcome && may.answer && !minutes?.approved && (
        <p>
          <ButtonLink to={paths.minutesRemark(whole.meeting.id, remark.id)}>{t('giveOutcome')}</ButtonLink>
        </p>
      )}
    </article>
  )
}
