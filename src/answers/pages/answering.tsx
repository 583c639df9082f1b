import { paths, withQuery } from '../../charter/paths.ts'
import { CheckGroup, RadioGroup, SelectField } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { type Filled, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { queueWords } from '../messages/queue.ts'
import { ownSentences } from '../rules/likeness.ts'
import { outcomes } from '../rules/replies.ts'
import type { Answerable } from '../store/queue.ts'
import { numberOf } from './around.tsx'
import { addressOf } from './asked.ts'
import { BlockChoice } from './block-choice.tsx'
import { Clusters } from './clusters.tsx'
import type { QueueView } from './queue-props.ts'

type Props = QueueView & Filled & { readonly shown: Answerable }

/** In the middle what was said and where, beside it the reply. */
export function Answering(view: Props) {
  const { shown, reply, around } = view
  const t = useWords(queueWords)
  return (
    <>
      <article class="answering-said" id="osservazione" aria-labelledby="osservazione-title">
        <Walk {...view} />
        <h2 id="osservazione-title">
          <Unbroken>{t('contribution', { number: numberOf(shown) })}</Unbroken>
        </h2>
        <Said {...view} />
        <Clusters {...view} />
      </article>
      <div class="answering-reply">
        <h2>{t('reply')}</h2>
        {reply ? (
          <Notice kind="info" title={t(reply.publishedAt ? 'answeredAlready' : 'ready')}>
            <p>
              {t(`outcome.${reply.outcome}`)}: {reply.reasonIt}
            </p>
            <p>
              <Link to={paths.reply(around.consultation.id, reply.id)}>{t('readyLink')}</Link>
            </p>
          </Notice>
        ) : (
          <ReplyForm {...view} />
        )}
        <AssignBox {...view} />
      </div>
    </>
  )
}

function Walk({ around, asked, list, shown }: Props) {
  const t = useWords(queueWords)
  const at = list.items.findIndex(({ contributionId }) => contributionId === shown.contributionId)
  const [before, after] = [list.items[at - 1], at >= 0 ? list.items[at + 1] : undefined]
  const to = (one: Answerable) =>
    `${addressOf(around.consultation.id, { ...asked, fatto: undefined, oss: one.contributionId })}#osservazione`
  if (!before && !after) return null
  return (
    <nav class="answering-walk" aria-label={t('walk')}>
      {before && (
        <Link to={to(before)} rel="prev" accesskey="p">
          {t('previous')}
        </Link>
      )}
      {after && (
        <Link to={to(after)} rel="next" accesskey="n">
          {t('next')}
        </Link>
      )}
    </nav>
  )
}

function Said({ around, shown, alike }: Props) {
  const t = useWords(queueWords)
  const { instant } = useFormats()
  const block = shown.blockId ? around.blocks.find(({ id }) => id === shown.blockId) : undefined
  return (
    <>
      <p class="quiet small">
        {t(shown.contributorKind === 'person' ? 'person' : 'organisation')} · {t('received', { at: instant(shown.receivedAt) })} ·{' '}
        {t('supports', { count: shown.supports })}
      </p>
      {shown.text ? alike.length > 0 ? <OwnWords text={shown.text} alike={alike} /> : <Prose text={shown.text} /> : <p>{t('noText')}</p>}
      <p>
        <Link to={paths.contribution(around.consultation.id, shown.number)}>{t('read')}</Link>
      </p>
      {block ? (
        <figure class="answering-context">
          <figcaption class="small quiet">{t('context')}</figcaption>
          <blockquote lang="it">{block.text}</blockquote>
        </figure>
      ) : (
        <p class="quiet">{t('whole')}</p>
      )}
    </>
  )
}

/** Of a letter that many sent, what only this one says stands out. */
function OwnWords({ text, alike }: { readonly text: string; readonly alike: readonly Answerable[] }) {
  const said = ownSentences(
    text,
    alike.flatMap((one) => one.text ?? []),
    'it',
  )
  return (
    <p class="prose" lang="it">
      {said.map(({ sentence, own }) => (own ? <mark>{sentence} </mark> : <>{sentence} </>))}
    </p>
  )
}

function ReplyForm({ around, asked, shown, alike, values, errors }: Props) {
  const t = useWords(queueWords)
  const { id } = around.consultation
  const filled = { values, errors }
  const address = `${addressOf(id, { ...asked, fatto: undefined })}`
  const others = alike.filter(({ replyId }) => replyId === null)
  return (
    <Form action={address} class="form">
      <HiddenField name="contributionIds" value={shown.contributionId} />
      <RadioGroup
        name="outcome"
        label={t('outcome')}
        options={outcomes.map((value) => ({ value, label: t(`outcome.${value}`), help: t(`outcomeHelp.${value}`) }))}
        {...filled}
      />
      <TextArea name="reasonIt" label={t('reasonIt')} help={t('reasonItHelp')} rows={6} maxlength={10_000} lang="it" {...filled} />
      <TextArea name="reasonEn" label={t('reasonEn')} rows={3} maxlength={10_000} lang="en" optional {...filled} />
      <BlockChoice around={around} near={shown.blockId} {...filled} />
      {others.length > 0 && (
        <CheckGroup
          name="contributionIds"
          label={t('others')}
          help={t('othersHelp')}
          optional
          options={others.map((one) => ({
            value: one.contributionId,
            label: numberOf(one),
            help: <Unique text={one.text} shown={shown} />,
          }))}
          values={{ contributionIds: errors.contributionIds ? values.contributionIds : others.map(({ contributionId }) => contributionId) }}
          errors={errors}
        />
      )}
      <FormEnd>
        <SubmitButton>{t('prepare')}</SubmitButton>
      </FormEnd>
      <p class="help">{t('prepareNote')}</p>
    </Form>
  )
}

function Unique({ text, shown }: { readonly text: string | null; readonly shown: Answerable }) {
  const t = useWords(queueWords)
  const own = ownSentences(text ?? '', [shown.text ?? ''], 'it').filter((one) => one.own)
  if (own.length === 0) return null
  return (
    <span lang="it">
      {t('own')}: «
      {own
        .map(({ sentence }) => sentence)
        .join(' ')
        .slice(0, 300)}
      »
    </span>
  )
}

function AssignBox({ around, asked, shown, names, team, values, errors }: Props) {
  const t = useWords(queueWords)
  const query = { stato: asked.stato === 'waiting' ? null : asked.stato, oss: shown.contributionId }
  const holder = shown.assignedTo ? names.get(shown.assignedTo) : undefined
  return (
    <Form action={withQuery(paths.answersAssignment(around.consultation.id), query)} class="form answering-assign">
      <HiddenField name="contributionIds" value={shown.contributionId} />
      <SelectField
        name="personId"
        label={t('assignTo')}
        help={holder ? t('assignedNow', { name: holder }) : undefined}
        optional
        empty={t('takeBack')}
        options={team.map(({ id, name }) => ({ value: id, label: name }))}
        values={values.personId === undefined ? { personId: shown.assignedTo ?? '' } : values}
        errors={errors}
      />
      <SubmitButton kind="secondary" small>
        {t('assign')}
      </SubmitButton>
    </Form>
  )
}
