import type { Child } from 'hono/jsx'
import { inLang } from '../charter/paths.ts'
import { FieldError, Help, Optional } from './field.tsx'
import { type Filled, fieldId, valueOf } from './form.tsx'
import { messages } from './messages.ts'
import { useReader, useWords } from './reader.tsx'

export interface Suggestion {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

export interface SuggestFieldProps extends Filled {
  /** The field that will hold the chosen value. The words typed come as `{name}-query`. */
  readonly name: string
  readonly label: Child
  readonly help?: Child
  readonly optional?: boolean
  /** Answers `GET {source}?q=…` with `{"options": [{"value", "label", "detail"}]}`. */
  readonly source: string
  /** What the words typed found, or the one chosen before: without script they are the answers to pick from. */
  readonly options: readonly Suggestion[]
}

/** The name of the button that asks for suggestions without script: the form comes back with its `options`. */
export const suggestButton = (name: string) => `${name}-search`

/** A choice among too many to list. Search and pick without script; suggestions while typing with suggest.js. */
export function SuggestField({ name, label, help, optional, source, options, values, errors }: SuggestFieldProps) {
  const { lang } = useReader()
  const t = useWords(messages)
  const id = fieldId(name)
  const chosen = valueOf(values, name)
  const typed = valueOf(values, `${name}-query`) || (options.find(({ value }) => value === chosen)?.label ?? '')
  const described = [help ? `${id}-help` : '', errors[name] ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div
      class={errors[name] ? 'field field--error suggest' : 'field suggest'}
      data-suggest={inLang(lang, source)}
      data-name={name}
      data-none={t('suggestCount', { count: 0 })}
      data-one={t('suggestCount', { count: 1 })}
      data-many={t('suggestCount', { count: 99 })}
    >
      <label for={id}>
        {label}
        <Optional optional={optional} />
      </label>
      <Help name={name} help={help} />
      <FieldError name={name} errors={errors} />
      <div class="suggest-box">
        <input
          type="text"
          class="control"
          id={id}
          name={`${name}-query`}
          value={typed}
          autocomplete="off"
          {...(described ? { 'aria-describedby': described } : {})}
          {...(errors[name] ? { 'aria-invalid': 'true' } : {})}
        />
        <button type="submit" class="btn btn-outline-primary" name={suggestButton(name)} value="1" formnovalidate>
          {t('suggestSearch')}
        </button>
      </div>
      <Found name={name} chosen={chosen} typed={typed} options={options} />
    </div>
  )
}

type FoundProps = Pick<SuggestFieldProps, 'name' | 'options'> & { readonly chosen: string; readonly typed: string }

function Found({ name, chosen, typed, options }: FoundProps) {
  const t = useWords(messages)
  if (options.length === 0) return typed ? <p class="suggest-nothing">{t('suggestNothing', { query: typed })}</p> : <></>
  return (
    <fieldset class="suggest-found">
      <legend>{t('suggestResults')}</legend>
      {options.map(({ value, label, detail }, index) => (
        <div class="check">
          <input
            type="radio"
            id={`${fieldId(name)}-found-${index + 1}`}
            name={name}
            value={value}
            {...(value === chosen ? { checked: true } : {})}
          />
          <label for={`${fieldId(name)}-found-${index + 1}`}>
            {label}
            {detail && <small class="quiet"> {detail}</small>}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
