import { paths } from '../../charter/paths.ts'
import { excerpt } from '../../kernel/excerpt.ts'
import { SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { Table } from '../../ui/table.tsx'
import { draftWords } from '../messages/draft.ts'
import type { Revision } from '../store/draft.ts'

export type Names = ReadonlyMap<string, string | null>

/** The words of a table, row after row, without the bars that draw it. */
function cellsOf(source: string): string {
  const rows = source.split('\n').filter((row) => /[^|\s:-]/.test(row))
  return rows
    .map((row) =>
      row
        .replace(/^\s*\||\|\s*$/g, '')
        .replace(/\s*(?<!\\)\|\s*/g, ' · ')
        .trim(),
    )
    .join('; ')
}

interface RevisionsProps {
  readonly items: readonly Revision[]
  readonly names: Names
  readonly documentId: string
  /** Each leads to its block. */
  readonly linked?: boolean
  readonly restores?: boolean
  readonly current?: number | undefined
}

export function Revisions({ items, names, documentId, linked = false, restores = false, current }: RevisionsProps) {
  const t = useWords(draftWords)
  const { instant } = useFormats()
  const text = ({ removed, source, kind }: Revision) => (
    <>
      <span class="quiet small">{removed ? t('removed') : t(`kind.${kind}`)}</span>
      <br />
      <span lang="it">{excerpt(kind === 'table' ? cellsOf(source) : source, 400)}</span>
    </>
  )
  return (
    <Table
      caption={t('blockHistory')}
      captionHidden
      rows={items}
      columns={[
        {
          label: t('when'),
          rowHeader: true,
          cell: ({ at, blockId }) => (linked ? <Link to={paths.draftBlock(documentId, blockId)}>{instant(at)}</Link> : instant(at)),
        },
        { label: t('who'), cell: ({ authorId }) => names.get(authorId) ?? t('erased') },
        { label: t('what'), cell: text },
        ...(restores
          ? [
              {
                label: t('restore'),
                selfEvident: true,
                cell: ({ blockId, revision, removed, at }: Revision) => {
                  if (revision === current) return <span class="quiet">{t('current')}</span>
                  if (removed) return null
                  return (
                    <Form action={paths.draftRevision(documentId, blockId, revision)}>
                      <SubmitButton kind="secondary" small>
                        {t('restore')}
                        <span class="visually-hidden">{t('restoreOf', { at: instant(at) })}</span>
                      </SubmitButton>
                    </Form>
                  )
                },
              },
            ]
          : []),
      ]}
    />
  )
}
