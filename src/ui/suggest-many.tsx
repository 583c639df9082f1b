import type { Child } from 'hono/jsx'
import { FieldError, Help, Optional } from './field.tsx'
import { type Filled, fieldId, SubmitButton, valueOf } from './form.tsx'
import { messages } from './messages.ts'
import { useWords } from './reader.tsx'
import { SuggestField, type Suggestion } from './suggest.tsx'

export interface SuggestManyProps extends Filled {
  /** The field that holds the values chosen. One more comes as `{name}-new`. */
  readonly name: string
  readonly label: Child
  readonly help?: Child
  readonly optional?: boolean
  /** The label of the box in which one more is searched for. */
  readonly oneMore: Child
  readonly source: string
  /** Those chosen so far: each stays, unless its tick is taken away. */
  readonly chosen: readonly Suggestion[]
  /** What the words typed for one more found. */
  readonly options: readonly Suggestion[]
}

/** The name of the button that takes one more and shows the form again. */
export const addButton = (name: string) => `${name}-add`
/** The name of the field in which one more is searched for. */
export const newOne = (name: string) => `${name}-new`

/** Several choices among too many to list: those chosen stand as ticks, one more is searched for below. */
export function SuggestMany({ name, label, help, optional, oneMore, source, chosen, options, values, errors }: SuggestManyProps) {
  const t = useWords(messages)
  const id = fieldId(name)
  const described = [help ? `${id}-help` : '', errors[name] ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset
      class={errors[name] ? 'field field--error suggest-many' : 'field suggest-many'}
      {...(described ? { 'aria-describedby': described } : {})}
      {...(chosen.length === 0 ? { id, tabindex: -1 } : {})}
    >
      <legend>
        {label}
        <Optional optional={optional} />
      </legend>
      <Help name={name} help={help} />
      <FieldError name={name} errors={errors} />
      {chosen.map(({ value, label: words, detail }, index) => {
        const optionId = index === 0 ? id : `${id}-${index + 1}`
        return (
          <div class="check">
            <input type="checkbox" id={optionId} name={name} value={value} checked />
            <label for={optionId}>
              {words}
              {detail && <small class="quiet"> {detail}</small>}
            </label>
          </div>
        )
      })}
      <SuggestField
        name={newOne(name)}
        label={oneMore}
        source={source}
        options={options}
        optional
        values={{ [newOne(name)]: valueOf(values, newOne(name)), [`${newOne(name)}-query`]: valueOf(values, `${newOne(name)}-query`) }}
        errors={errors}
      />
      <SubmitButton kind="secondary" small name={addButton(name)} value="1">
        {t('suggestAdd')}
      </SubmitButton>
    </fieldset>
  )
}
