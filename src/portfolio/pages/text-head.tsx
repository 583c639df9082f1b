import type { Child } from 'hono/jsx'
import { paths, withQuery } from '../../charter/paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { FilterPills } from '../../ui/filters.tsx'
import { SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { textWords } from '../messages/texts.ts'
import { type AroundText, addressOf } from './around-text.ts'

/** What the text is, which of its faces is shown, and what can be done. */
export function TextHead({ around, children }: { readonly around: AroundText; readonly children?: Child }) {
  const t = useWords(textWords)
  const { day } = useFormats()
  const { kind, ecosystem, which, version, document, insider, mayBegin } = around
  const at = addressOf(kind, ecosystem.slug)
  const drafting = which === 'draft'
  const verdict = drafting ? (
    <StateMark state="doing" label={t('draft')} detail={t('draftLead')} />
  ) : version?.publishedOn ? (
    <StateMark state="done" label={t('published')} detail={t('publishedOn', { number: version.number, on: day(version.publishedOn) })} />
  ) : (
    <StateMark state="todo" label={t('unpublished')} />
  )
  return (
    <>
      <PageHead
        title={t(`titleOf.${kind}`, { name: ecosystem.name })}
        kicker={[<Link to={paths.ecosystem(ecosystem.slug)}>{ecosystem.name}</Link>]}
        verdict={verdict}
        lead={t(`lead.${kind}`)}
      >
        {children}
      </PageHead>
      {insider && (
        <FilterPills
          label={t('faces')}
          items={[
            { label: t('showDraft'), to: at, current: drafting },
            { label: t('showPublished'), to: withQuery(at, { testo: 'pubblicato' }), current: !drafting },
          ]}
        />
      )}
      {!drafting && !version && (
        <Empty>
          <p>{t(`none.${kind}`)}</p>
        </Empty>
      )}
      {mayBegin && (
        <Form action={at} class="form">
          <p>{t('beginText')}</p>
          <SubmitButton>{t('begin')}</SubmitButton>
        </Form>
      )}
      {document && (drafting || version) && (
        <p class="more">
          <Link to={version && !drafting ? paths.version(document.id, version.number) : paths.document(document.id)}>{t('readAll')}</Link>
        </p>
      )}
    </>
  )
}
