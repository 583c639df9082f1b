import { paths } from '../../charter/paths.ts'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { type NowItem, NowList } from '../../ui/now-list.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { memberWords } from '../messages/members.ts'
import { minutesWords } from '../messages/minutes.ts'
import type { Remark } from '../rules/minutes.ts'
import type { MinutesPageProps } from './minutes-props.ts'

/** For whoever attended: nothing to correct, or what. */
export function YourRemark({ whole: { meeting }, minutes, agreed, values, errors }: MinutesPageProps) {
  const t = useWords(minutesWords)
  const { day } = useFormats()
  const { today } = useReader()
  const until = minutes?.sent?.until
  if (!until || until < today) return <></>
  const address = paths.minutesRemarks(meeting.id)
  return (
    <Section id="rispondi" title={t('remarkTitle')} lead={t('remarkLead', { until: day(until) })}>
      {agreed ? (
        <p>{t('youAgreed')}</p>
      ) : (
        <Form action={address} class="form">
          <HiddenField name="kind" value="agreement" />
          <FormEnd>
            <SubmitButton>{t('agree')}</SubmitButton>
          </FormEnd>
        </Form>
      )}
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

const stateOfOutcome = { accepted: 'done', rejected: 'blocked' } as const

/** What those who attended answered, each correction with its outcome. */
export function Remarks(props: MinutesPageProps) {
  const { whole, remarks, minutes, names, may } = props
  const t = useWords(minutesWords)
  const m = useWords(memberWords)
  if (!minutes?.sent) return <></>
  const itemOf = ({ id, personId, version, text, outcome, reason }: Remark): NowItem => ({
    title: t('remarkBy', { name: names.get(personId) ?? m('erased'), version }),
    text: (
      <>
        <StateMark state={outcome ? stateOfOutcome[outcome] : 'doing'} label={t(outcome ?? 'waiting')} />
        <br />
        {text}
        {reason && (
          <>
            <br />
            <span class="quiet">{t('reasonTold', { reason })}</span>
          </>
        )}
      </>
    ),
    ...(!outcome && may.answer && !minutes.approved
      ? { action: { to: paths.minutesRemark(whole.meeting.id, id), label: t('giveOutcome') } }
      : {}),
  })
  const corrections = remarks.filter(({ kind }) => kind === 'correction')
  const agreed = new Set(
    remarks.filter(({ kind, version }) => kind === 'agreement' && version === minutes.sent?.version).map(({ personId }) => personId),
  )
  return (
    <Section id="correzioni" title={t('remarks')}>
      {agreed.size > 0 && <p>{t('agreed', { count: agreed.size })}</p>}
      {corrections.length === 0 && <p class="quiet">{t('noRemarks')}</p>}
      {corrections.length > 0 && <NowList items={corrections.map((remark) => itemOf(remark))} />}
    </Section>
  )
}
