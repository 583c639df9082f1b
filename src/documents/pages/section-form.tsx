import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import { Diff } from '../../ui/diff.tsx'
import { FileField, TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd, type FormErrors, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useWords } from '../../ui/reader.tsx'
import { draftWords } from '../messages/draft.ts'
import { versionWords } from '../messages/versions.ts'
import { keyOfRef, type LivingReference } from '../references.ts'
import { abouts, blockKinds, longest, places } from '../rules/blocks.ts'
import { wordsChanged } from '../text/diff.ts'
import type { Clash } from '../text/merge.ts'
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
}

/** Every block of a section in a plain form, with buttons that move, add and remove without losing what is typed. */
export function SectionForm(props: SectionFormProps) {
  const t = useWords(draftWords)
  const { action, cancel, rows, base } = props
  return (
    <Form action={action} class="form section-form" enctype="multipart/form-data">
      {/* A browser presses the first button when Enter is struck in a field: it must be the one that saves. */}
      <button type="submit" name="do" value="save" class="visually-hidden" tabindex={-1}>
        {t('save')}
      </button>
      <HiddenField name="base" value={base} />
      <HiddenField name="count" value={String(rows.length)} />
      <p>
        <SubmitButton kind="secondary" small name="do" value="add-first">
          {t('addFirst')}
        </SubmitButton>
      </p>
      {rows.map((row, at) => (
        <BlockFields {...props} row={row} at={at} />
      ))}
      <FormEnd cancel={cancel}>
        <SubmitButton name="do" value="save">
          {t('save')}
        </SubmitButton>
      </FormEnd>
    </Form>
  )
}

interface BlockProps extends SectionFormProps {
  readonly row: Row
  readonly at: number
}

function BlockFields(props: BlockProps) {
  const { row, at, rows, errors, clashes, offset } = props
  const t = useWords(draftWords)
  const v = useWords(versionWords)
  const number = offset + at + 1
  const clash = row.id ? clashes.get(row.id) : undefined
  const values = valuesOfRow(row, at)
  const given = { values, errors }
  return (
    <fieldset class={clash ? 'block-fields block-fields--clash' : 'block-fields'} id={`blocco-${number}`}>
      <legend>
        {t('block', { number })}
        <span class="quiet"> · {t(`kind.${row.kind}`)}</span>
      </legend>
      <HiddenField name={`id-${at}`} value={row.id} />
      {clash && <ClashNote clash={clash} row={row} />}
      <TextArea
        name={`source-${at}`}
        label={row.kind === 'figure' ? t('caption') : t('text')}
        rows={rowsFor(row)}
        maxlength={longest}
        lang="it"
        {...(row.kind === 'figure' ? { optional: true } : {})}
        {...given}
      />
      {row.kind === 'perimeter-item' && (
        <>
          <RadioGroup
            name={`place-${at}`}
            label={t('place')}
            options={places.map((value) => ({ value, label: v(`place.${value}`) }))}
            {...given}
          />
          <SelectField
            name={`about-${at}`}
            label={t('aboutWhat')}
            empty={null}
            options={abouts.map((value) => ({ value, label: v(`about.${value}`) }))}
            {...given}
          />
          <HiddenField name={`ecosystemId-${at}`} value={row.data.ecosystemId ?? ''} />
        </>
      )}
      {row.kind === 'figure' && <FigureFields row={row} at={at} {...given} />}
      {row.kind === 'footnote' && <TextField name={`label-${at}`} label={t('label')} size="short" maxlength={20} optional {...given} />}
      <References {...props} />
      <div class="block-kind">
        <SelectField
          name={`kind-${at}`}
          label={t('kind')}
          empty={null}
          options={blockKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...given}
        />
        {(row.kind === 'heading' || row.kind === 'list-item') && (
          <SelectField
            name={`level-${at}`}
            label={t('level')}
            empty={null}
            options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
            {...given}
          />
        )}
        {row.kind === 'list-item' && (
          <SelectField
            name={`ordered-${at}`}
            label={t('numbered')}
            empty={null}
            options={[
              { value: 'no', label: t('numbered.no') },
              { value: 'yes', label: t('numbered.yes') },
            ]}
            {...given}
          />
        )}
        <Act act={`kind-${at}`} label={t('applyKind')} number={number} />
      </div>
      <p class="block-acts">
        {at > 0 && <Act act={`up-${at}`} label={t('up')} number={number} />}
        {at < rows.length - 1 && <Act act={`down-${at}`} label={t('down')} number={number} />}
        <Act act={`remove-${at}`} label={t('remove')} number={number} />
        <Act act={`add-${at}`} label={t('addAfter')} number={number} />
      </p>
    </fieldset>
  )
}

const rowsFor = ({ kind, source }: Row): number =>
  kind === 'heading' ? 1 : Math.min(24, Math.max(kind === 'table' ? 6 : 3, Math.ceil(source.length / 75) + source.split('\n').length))

function valuesOfRow({ kind, level, source, data, search }: Row, at: number): Record<string, string> {
  return {
    [`source-${at}`]: source,
    [`kind-${at}`]: kind,
    [`level-${at}`]: String(level || 1),
    [`place-${at}`]: data.place ?? 'inside',
    [`about-${at}`]: data.about ?? 'subjects',
    [`ordered-${at}`]: data.ordered ? 'yes' : 'no',
    [`alt-${at}`]: data.alt ?? '',
    [`label-${at}`]: data.label ?? '',
    [`search-${at}`]: search,
  }
}

function Act({ act, label, number }: { readonly act: string; readonly label: string; readonly number: number }) {
  const t = useWords(draftWords)
  return (
    <SubmitButton kind="secondary" small name="do" value={act}>
      {label}
      <span class="visually-hidden">{t('ofBlock', { number })}</span>
    </SubmitButton>
  )
}

function FigureFields({
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
function ClashNote({ clash, row }: { readonly clash: Clash; readonly row: Row }) {
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

function References({ row, at, offset, living, found, suggests }: BlockProps) {
  const t = useWords(draftWords)
  const number = offset + at + 1
  const refs = row.data.refs ?? []
  const offered = (found.get(at) ?? []).filter((one) => !refs.some((ref) => keyOfRef(ref) === keyOfRef(one)))
  if (refs.length === 0 && !suggests) return <></>
  const box = (key: string, title: string, checked: boolean, id: string) => (
    <div class="check">
      <input type="checkbox" id={id} name={`refs-${at}`} value={key} {...(checked ? { checked: true } : {})} />
      <label for={id}>{title}</label>
    </div>
  )
  return (
    <details class="refs" {...(refs.length > 0 || row.search ? { open: true } : {})}>
      <summary>
        {t('refs')}
        <span class="visually-hidden">{t('ofBlock', { number })}</span>
      </summary>
      <p class="help">{t('refsHelp')}</p>
      {refs.map((ref, index) => box(keyOfRef(ref), living.get(keyOfRef(ref))?.title ?? keyOfRef(ref), true, `refs-${at}-${index}`))}
      {offered.map((one, index) => box(keyOfRef(one), one.title, false, `found-${at}-${index}`))}
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
