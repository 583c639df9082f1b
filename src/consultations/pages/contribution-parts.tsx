import { paths } from '../../charter/paths.ts'
import { CheckField } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { contributionWords } from '../messages/contributions.ts'
import { moderationWords } from '../messages/moderation.ts'
import { isModerationRule, ruleWords } from '../rules/moderation.ts'
import type { Shown } from './shown.ts'

const nothing = { values: {}, errors: {} }

/** What participants answer each other, oldest first. */
export function Comments({ whole }: { readonly whole: Shown }) {
  const t = useWords(contributionWords)
  const { instant } = useFormats()
  const m = useWords(moderationWords)
  const { consultation, contribution, comments, by, taking, canAct, moderator } = whole
  if (!consultation.comments) return <></>
  return (
    <Section id="tra-partecipanti" title={t('comments')}>
      {comments.length === 0 && <p class="quiet">{t('commentsNone')}</p>}
      {comments.map((comment) => (
        <article id={`r-${comment.id}`} class="comment">
          <p class="quiet small">
            {comment.hiddenAt ? '' : `${by(comment)} · `}
            {instant(comment.at)}
          </p>
          {comment.hiddenAt ? <p class="quiet">{t('commentHidden')}</p> : <Prose text={comment.text} />}
          {moderator && !comment.hiddenAt && (
            <p>
              <Link to={paths.commentModeration(consultation.id, contribution.number, comment.id)}>{m('hideComment')}</Link>
            </p>
          )}
        </article>
      ))}
      {taking && canAct && (
        <Form action={paths.contributionDoing(consultation.id, contribution.number, 'risposte')} class="form">
          <TextArea name="text" label={t('commentText')} rows={4} maxlength={5000} {...nothing} />
          <CheckField name="showsName" label={t('showsName')} {...nothing} />
          <FormEnd>
            <SubmitButton kind="secondary">{t('comment')}</SubmitButton>
          </FormEnd>
        </Form>
      )}
    </Section>
  )
}

export function History({ whole: { revisions } }: { readonly whole: Shown }) {
  const t = useWords(contributionWords)
  const { instant } = useFormats()
  if (revisions.length === 0) return <></>
  return (
    <Section id="storia" title={t('history')} lead={t('historyLead')}>
      {revisions.map(({ at, text }) => (
        <article>
          <h3>{t('received', { instant: instant(at) })}</h3>
          {text && <Prose text={text} />}
        </article>
      ))}
    </Section>
  )
}

/** What was decided and asked about a contribution so far, each with its reason. */
export function Decisions({ moderations }: Pick<Shown, 'moderations'>) {
  const m = useWords(moderationWords)
  const { lang } = useReader()
  const { instant } = useFormats()
  return (
    <ul class="spaced">
      {moderations.map(({ kind, rule, reason, at }) => (
        <li>
          <b>{m(`kind.${kind}`)}</b> · {instant(at)}
          {rule && isModerationRule(rule) && <> · {ruleWords[rule][lang].title}</>}
          {reason && <Prose text={reason} />}
        </li>
      ))}
    </ul>
  )
}

/** What was decided about it, for its author and for whoever moderates. */
export function Moderated({ whole }: { readonly whole: Shown }) {
  const t = useWords(contributionWords)
  const m = useWords(moderationWords)
  const { consultation, contribution, moderations, own, canAct, reviewer } = whole
  if (moderations.length === 0) return <></>
  const to = (what: string) => paths.contributionDoing(consultation.id, contribution.number, what)
  const hidden = contribution.hiddenAt !== null
  const last = moderations.findLastIndex(({ kind }) => kind === 'hidden')
  const asked = moderations.slice(last + 1).some(({ kind }) => kind === 'appealed')
  return (
    <Section id="moderazione" title={t('moderate')}>
      <Decisions moderations={moderations} />
      {contribution.appealedAt && own && <p>{t('appealWaiting')}</p>}
      <p class="actions">
        {hidden && own && canAct && !asked && <ButtonLink to={to('riesame')}>{t('appeal')}</ButtonLink>}
        {contribution.appealedAt && reviewer && <ButtonLink to={to('esito-riesame')}>{m('settle')}</ButtonLink>}
      </p>
    </Section>
  )
}
