import { raw } from 'hono/html'
import { paths, withQuery } from '../../charter/paths.ts'
import type { Slice } from '../../kernel/cursor.ts'
import type { Reader } from '../../platform/reader.ts'
import { Diff } from '../../ui/diff.tsx'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { draftWords } from '../messages/draft.ts'
import type { DraftBlock } from '../rules/blocks.ts'
import type { Comment } from '../rules/comments.ts'
import type { Revision } from '../store/draft.ts'
import { wordsChanged } from '../text/diff.ts'
import { type Around, trailIn } from './around.tsx'
import { type Names, Revisions } from './revisions.tsx'

interface BlockPageProps extends Filled {
  readonly reader: Reader
  readonly around: Around
  readonly id: string
  /** Null when it is no longer in the draft. */
  readonly block: DraftBlock | null
  readonly past: readonly Revision[]
  readonly comments: Slice<Comment>
  readonly first: boolean
  readonly answers: readonly Comment[]
  readonly names: Names
  readonly may: { readonly write: boolean; readonly comment: boolean; readonly resolve: boolean }
  readonly done: string | undefined
}

export function BlockPage(props: BlockPageProps) {
  const { reader, around, id, block, past, names, may, done, errors } = props
  const t = wordsFor(reader, draftWords)
  const { document } = around
  return (
    <Page
      reader={reader}
      title={t('blockTitle')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('draft'), to: paths.draft(document.id) }, { label: t('blockTitle') })}
      address={paths.draftBlock(document.id, id)}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ text: t('comment') }} />
        <Done words={draftWords} done={done} />
        <PageHead title={t('blockTitle')} kicker={[around.title, block ? t(`kind.${block.kind}`) : '']} />
        {block ? (
          <blockquote class="prose" lang="it">
            {raw(block.html)}
          </blockquote>
        ) : (
          <p>{t('blockRemoved')}</p>
        )}
        <p>
          <Link to={block ? withQuery(paths.draft(document.id), { blocco: id }) : paths.draft(document.id)}>{t('backToDraft')}</Link>
          {block && may.write && (
            <>
              {' · '}
              <Link to={paths.draftMove(document.id, id)}>{t('move')}</Link>
            </>
          )}
        </p>
        <Comments {...props} />
        <Section id="storia" title={t('blockHistory')} lead={t('historyLead')}>
          <Revisions items={past} names={names} documentId={document.id} restores={may.write} current={block?.revision} />
        </Section>
      </div>
    </Page>
  )
}

function Comments(props: BlockPageProps) {
  const { around, id, comments, answers, may, first, values, errors } = props
  const t = useWords(draftWords)
  const address = paths.draftBlock(around.document.id, id)
  const replying = valueOf(values, 'parentId')
  return (
    <Section id="commenti" title={t('commentsTitle')} lead={t('commentsLead')}>
      {comments.items.length > 0 ? (
        <>
          {comments.items.map((comment) => (
            <Discussion {...props} comment={comment} own={answers.filter(({ parentId }) => parentId === comment.id)} />
          ))}
          <Pager
            next={comments.next && withQuery(address, { da: comments.next })}
            first={first ? null : address}
            shown={comments.items.length}
          />
        </>
      ) : (
        <Empty>
          <p>{t('noComments')}</p>
        </Empty>
      )}
      {may.comment && (
        <Form action={paths.draftComments(around.document.id, id)} class="form">
          <TextArea
            name="text"
            label={t('comment')}
            rows={4}
            maxlength={5000}
            values={replying ? {} : values}
            errors={replying ? {} : errors}
          />
          <FormEnd>
            <SubmitButton>{t('commentButton')}</SubmitButton>
          </FormEnd>
        </Form>
      )}
    </Section>
  )
}

function Discussion(props: BlockPageProps & { readonly comment: Comment; readonly own: readonly Comment[] }) {
  const { around, id, block, past, comment, own, may, values, errors } = props
  const t = useWords(draftWords)
  const documentId = around.document.id
  const mine = valueOf(values, 'parentId') === comment.id
  const resolved = comment.resolvedAt !== null
  const then = past.find(({ revision }) => revision === comment.revision && revision < (block?.revision ?? 0))
  return (
    <article class="note note--wide" id={`commento-${comment.id}`}>
      <Said {...props} comment={comment} />
      <p>
        <StateMark state={resolved ? 'done' : 'doing'} label={t(resolved ? 'resolved' : 'open')} />
        {block && comment.revision < block.revision && <span class="quiet small"> {t('older')}</span>}
      </p>
      {then && block && (
        <details>
          <summary>{t('changedSince')}</summary>
          <Diff parts={wordsChanged(then.source, block.source)} />
        </details>
      )}
      {own.map((answer) => (
        <div class="answer">
          <Said {...props} comment={answer} />
        </div>
      ))}
      {may.comment && !resolved && (
        <details {...(mine ? { open: true } : {})}>
          <summary>{t('reply')}</summary>
          <Form action={paths.draftComments(documentId, id)} class="form">
            <HiddenField name="parentId" value={comment.id} />
            <ReplyField id={comment.id} values={mine ? values : {}} errors={mine ? errors : {}} />
            <FormEnd>
              <SubmitButton kind="secondary" small>
                {t('reply')}
              </SubmitButton>
            </FormEnd>
          </Form>
        </details>
      )}
      {may.resolve && (
        <Form action={paths.draftComment(documentId, comment.id)}>
          <HiddenField name="open" value={String(resolved)} />
          <SubmitButton kind="secondary" small>
            {t(resolved ? 'reopen' : 'resolve')}
          </SubmitButton>
        </Form>
      )}
    </article>
  )
}

/** Its name is that of the comment's own field, so that the same form is read; its id is of its own. */
function ReplyField({ id, values, errors }: Filled & { readonly id: string }) {
  const t = useWords(draftWords)
  const field = `reply-${id}`
  return (
    <div class="field">
      <label for={field}>{t('replyLabel')}</label>
      {errors.text && <p class="field-error">{errors.text}</p>}
      <textarea id={field} name="text" rows={3} maxlength={5000} class="control" required>
        {valueOf(values, 'text')}
      </textarea>
    </div>
  )
}

function Said({ comment: { authorId, at, text }, names }: { readonly comment: Comment; readonly names: Names }) {
  const t = useWords(draftWords)
  const { instant } = useFormats()
  return (
    <>
      <header>
        <b>{names.get(authorId) ?? t('erased')}</b> <span>{instant(at)}</span>
      </header>
      <Prose text={text} />
    </>
  )
}
