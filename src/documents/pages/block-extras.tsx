import { Diff } from '../../ui/diff.tsx'
import { FileField, TextField } from '../../ui/field.tsx'
import { type FormErrors, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useWords } from '../../ui/reader.tsx'
import { draftWords } from '../messages/draft.ts'
import { keyOfRef, type LivingReference } from '../references.ts'
import { wordsChanged } from '../text/diff.ts'
import type { Clash } from '../text/merge.ts'
import { LivingMark } from './living-mark.tsx'
import type { Row, SectionRows } from './rows.ts'

export interface SectionFormProps extends SectionRows {
  readonly action: string
  /** How many blocks of the section stand before those of the form. */
  readonly offset: number
  readonly cancel: string
  readonly errors: FormErrors
  /** Blocks that somebody else changed in the meantime, by id. */
  readonly clashes: ReadonlyMap<string, Clash>
  readonly living: ReadonlyMap<string, LivingReference>
  /** What was found for the words typed in a block, by its place. */
  readonly found: ReadonlyMap<number, readonly LivingReference[]>
  readonly suggests: boolean
  /** What is shown was typed, and is not saved. */
  readonly unsaved: boolean
  /** The marks of the document's footnotes. */
  readonly notes: readonly string[]
}

export interface BlockProps extends SectionFormProps {
  readonly row: Row
  readonly at: number
}

export function FigureFields({
  row,
  at,
  ...given
}: {
  readonly row: Row
  readonly at: number
  values: Record<string, string>
  errors: FormErrors
}) {
  const t = useWords(draftWords)
  return (
    <>
      <HiddenField name={`fileId-${at}`} value={row.data.fileId ?? ''} />
      <FileField
        name={`file-${at}`}
        label={t('file')}
        accept=".png,.jpg,.jpeg,image/png,image/jpeg"
        {...(row.data.fileId ? { help: t('fileKept'), optional: true } : {})}
        {...given}
      />
      <TextField name={`alt-${at}`} label={t('alt')} maxlength={500} {...given} />
    </>
  )
}

/** Both texts and what differs; the one to keep is in the field below. */
export function ClashNote({ clash, row }: { readonly clash: Clash; readonly row: Row }) {
  const t = useWords(draftWords)
  if (!clash.theirs) return <Notice kind="blocked">{t('clashRemovedByThem')}</Notice>
  if (!clash.mine) return <Notice kind="blocked">{t('clashRemovedByYou')}</Notice>
  return (
    <Notice kind="blocked" title={t('clashTheirs')}>
      <Diff parts={wordsChanged(clash.theirs.source, row.source)} />
      <p>{t('clashHelp')}</p>
    </Notice>
  )
}

export function References({ row, at, offset, living, found, suggests }: BlockProps) {
  const t = useWords(draftWords)
  const number = offset + at + 1
  const refs = row.data.refs ?? []
  const offered = (found.get(at) ?? []).filter((one) => !refs.some((ref) => keyOfRef(ref) === keyOfRef(one)))
  if (refs.length === 0 && !suggests) return <></>
  const box = (key: string, one: LivingReference | undefined, checked: boolean, id: string) => (
    <div class="check">
      <input type="checkbox" id={id} name={`refs-${at}`} value={key} {...(checked ? { checked: true } : {})} />
      <label for={id}>
        <LivingMark one={one} />
      </label>
    </div>
  )
  return (
    <details class="refs" {...(refs.length > 0 || row.search ? { open: true } : {})}>
      <summary>
        {t('refs')}
        <span class="visually-hidden">{t('ofBlock', { number })}</span>
      </summary>
      <p class="help">{t('refsHelp')}</p>
      {refs.map((ref, index) => box(keyOfRef(ref), living.get(keyOfRef(ref)), true, `refs-${at}-${index}`))}
      {offered.map((one, index) => box(keyOfRef(one), one, false, `found-${at}-${index}`))}
      {row.search !== '' && offered.length === 0 && <p class="quiet">{t('refNothing')}</p>}
      {suggests && (
        <>
          <TextField
            name={`search-${at}`}
            label={t('refSearch')}
            size="medium"
            maxlength={200}
            optional
            values={{ [`search-${at}`]: row.search }}
            errors={{}}
          />
          <Act act={`search-${at}`} label={t('refSearchButton')} number={number} />
        </>
      )}
    </details>
  )
}

export function Act({ act, label, number }: { readonly act: string; readonly label: string; readonly number: number }) {
  const t = useWords(draftWords)
  return (
    <SubmitButton kind="secondary" small name="do" value={act}>
      {label}
      <span class="visually-hidden">{t('ofBlock', { number })}</span>
    </SubmitButton>
  )
}
