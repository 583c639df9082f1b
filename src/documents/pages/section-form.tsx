import { RadioGroup, SelectField } from '../../ui/choice.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { useWords } from '../../ui/reader.tsx'
import { draftWords } from '../messages/draft.ts'
import { versionWords } from '../messages/versions.ts'
import { abouts, blockKinds, longest, places } from '../rules/blocks.ts'
import { Act, type BlockProps, ClashNote, FigureFields, References, type SectionFormProps } from './block-extras.tsx'
import { EditorTools } from './editor-tools.tsx'
import { joins, newRow, type Row } from './rows.ts'

/** The number of a block that the script makes anew: it takes its own when it gets its place. */
const blank = 9999

/** Every block of a section in a plain form, with buttons that move, add and remove without losing what is typed. */
export function SectionForm(props: SectionFormProps) {
  const t = useWords(draftWords)
  const { action, cancel, rows, base, offset, errors, clashes, unsaved, notes } = props
  return (
    <Form
      action={action}
      class="form section-form"
      enctype="multipart/form-data"
      data-offset={offset}
      data-notes={notes.join(' ')}
      data-unsaved={unsaved ? 'yes' : 'no'}
      data-editor={clashes.size > 0 ? 'clash' : Object.keys(errors).length > 0 ? 'off' : 'on'}
    >
      {/* A browser presses the first button when Enter is struck in a field: it must be the one that saves. */}
      <button type="submit" name="do" value="save" class="visually-hidden" tabindex={-1}>
        {t('save')}
      </button>
      <HiddenField name="base" value={base} />
      <HiddenField name="count" value={String(rows.length)} />
      <EditorTools />
      {blockKinds.map((kind) => (
        <template data-kind={kind}>
          <BlockFields {...props} rows={[]} row={newRow(kind)} at={blank} />
        </template>
      ))}
      <p class="plain-only">
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

function BlockFields(props: BlockProps) {
  const { row, at, rows, errors, clashes, offset } = props
  const t = useWords(draftWords)
  const v = useWords(versionWords)
  const number = offset + at + 1
  const clash = row.id ? clashes.get(row.id) : undefined
  const values = valuesOfRow(row, at)
  const given = { values, errors }
  return (
    <fieldset class={clash ? 'block-fields block-fields--clash' : 'block-fields'} id={`blocco-${number}`} data-at={at} data-kind={row.kind}>
      <legend>
        {t('block', { number })}
        <span class="quiet"> · {t(`kind.${row.kind}`)}</span>
      </legend>
      <HiddenField name={`id-${at}`} value={row.id} />
      {clash && <ClashNote clash={clash} row={row} />}
      <div class="block-text">
        <TextArea
          name={`source-${at}`}
          label={row.kind === 'figure' ? t('caption') : t('text')}
          rows={rowsFor(row)}
          maxlength={longest}
          lang="it"
          {...(row.kind === 'figure' ? { optional: true } : {})}
          {...given}
        />
      </div>
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
        {joins(rows[at - 1], row) && <Act act={`join-${at}`} label={t('join')} number={number} />}
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
