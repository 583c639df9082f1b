import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { Done } from '../../ui/done.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { queueWords } from '../messages/queue.ts'
import { replyWords } from '../messages/reply.ts'
import { markOfOutcome, outcomes, type Reply } from '../rules/replies.ts'
import type { Answerable } from '../store/queue.ts'
import type { Corrected } from '../store/replies.ts'
import { type Around, numberOf, trailIn } from './around.tsx'
import { BlockChoice } from './block-choice.tsx'
import { Changes, type ChangesMade } from './changes.tsx'

interface ReplyProps extends Filled {
  readonly reader: Reader
  readonly around: Around
  readonly reply: Reply
  readonly answers: readonly Answerable[]
  readonly mostListed: number
  readonly made: ChangesMade
  readonly corrections: readonly Corrected[]
  readonly may: { readonly edit: boolean; readonly correct: boolean }
  readonly clash: boolean
  readonly done: string | undefined
}

export function ReplyPage(props: ReplyProps) {
  const { reader, around, reply, answers, made, may, done, errors } = props
  const t = wordsFor(reader, replyWords)
  const q = wordsFor(reader, queueWords)
  const { id } = around.consultation
  const reason = reader.lang === 'en' && reply.reasonEn ? reply.reasonEn : reply.reasonIt
  const trail = trailIn(around, { label: t('title') })
  return (
    <Page
      reader={reader}
      title={`${t('title')}: ${q(`outcome.${reply.outcome}`)}`}
      section="consultations"
      trail={trail}
      address={paths.reply(id, reply.id)}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ outcome: q('outcome'), reasonIt: q('reasonIt'), blockIds: q('blockIds'), why: t('why') }} />
        <Done words={replyWords} done={done} />
        <PageHead
          title={t('title')}
          kicker={[around.ecosystem.name, around.title]}
          verdict={<StateMark state={markOfOutcome[reply.outcome]} label={q(`outcome.${reply.outcome}`)} />}
          lead={t('lead', { count: answers.length })}
        />
        <Columns kind="aside" section>
          <div>
            <Section id="motivo" title={t('reason')} band="bare">
              <Prose text={reason} />
              <Published reply={reply} />
            </Section>
            {made.changes.length > 0 && (
              <Section id="cambiamenti" title={t('changes')}>
                <Changes made={made} />
              </Section>
            )}
            <Corrections {...props} />
            {(may.edit || may.correct) && <Rewording {...props} />}
          </div>
          <Answered {...props} />
        </Columns>
      </div>
    </Page>
  )
}

function Published({ reply }: Pick<ReplyProps, 'reply'>) {
  const t = useWords(replyWords)
  const { instant } = useFormats()
  return <p class="quiet small">{reply.publishedAt ? t('publishedOn', { at: instant(reply.publishedAt) }) : t('notYet')}</p>
}

function Answered({ around, answers, mostListed }: ReplyProps) {
  const t = useWords(replyWords)
  const { number } = useFormats()
  return (
    <aside aria-label={t('contributions')}>
      <h2 class="h4">{t('contributions')}</h2>
      <ul class="plain">
        {answers.slice(0, mostListed).map((one) => (
          <li>
            <Link to={paths.contribution(around.consultation.id, one.number)}>
              <Unbroken>{numberOf(one)}</Unbroken>
            </Link>
          </li>
        ))}
      </ul>
      {answers.length > mostListed && <p class="quiet">{t('more', { count: number(answers.length - mostListed) })}</p>}
    </aside>
  )
}

function Corrections({ corrections }: ReplyProps) {
  const t = useWords(replyWords)
  const q = useWords(queueWords)
  const { instant } = useFormats()
  if (corrections.length === 0) return null
  return (
    <Section id="rettifiche" title={t('corrections')}>
      <ul class="plain">
        {corrections.map(({ at, why, outcome, reasonIt }) => (
          <li>
            <p class="small quiet">{t('correctedOn', { at: instant(at) })}</p>
            <p lang="it">{why}</p>
            <p class="small">{t('before', { outcome: q(`outcome.${outcome}`), reason: reasonIt })}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Rewording({ around, reply, may, clash, values, errors }: ReplyProps) {
  const t = useWords(replyWords)
  const q = useWords(queueWords)
  const filled = { values, errors }
  return (
    <Section id="cambia" title={t(may.correct ? 'correctTitle' : 'editTitle')} lead={may.correct ? t('correctLead') : undefined}>
      {clash && (
        <div class="now-saved">
          <h3>{t('conflict')}</h3>
          <p class="small quiet">{t('conflictTheirs')}</p>
          <p>
            {q(`outcome.${reply.outcome}`)}: <span lang="it">{reply.reasonIt}</span>
          </p>
        </div>
      )}
      <Form action={paths.reply(around.consultation.id, reply.id)} class="form">
        <HiddenField name="base" value={valueOf(values, 'base')} />
        <RadioGroup
          name="outcome"
          label={q('outcome')}
          options={outcomes.map((value) => ({ value, label: q(`outcome.${value}`), help: q(`outcomeHelp.${value}`) }))}
          {...filled}
        />
        <TextArea name="reasonIt" label={q('reasonIt')} help={q('reasonItHelp')} rows={8} maxlength={10_000} lang="it" {...filled} />
        <TextArea name="reasonEn" label={q('reasonEn')} rows={4} maxlength={10_000} lang="en" optional {...filled} />
        <BlockChoice around={around} near={reply.blockIds[0] ?? null} {...filled} />
        {may.correct && <TextArea name="why" label={t('why')} help={t('whyHelp')} rows={3} maxlength={2000} lang="it" {...filled} />}
        <FormEnd>
          <SubmitButton>{t(may.correct ? 'correct' : 'edit')}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}
