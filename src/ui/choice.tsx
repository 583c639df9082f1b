import type { Child } from 'hono/jsx'
import { controlProps, Field, FieldError, type FieldProps, Help, Optional } from './field.tsx'
import { type Filled, fieldId, valueOf, valuesOf } from './form.tsx'
import { messages } from './messages.ts'
import { useWords } from './reader.tsx'

export interface Option {
  readonly value: string
  readonly label: Child
  /** Quiet words under the label. */
  readonly help?: Child
  /** When the label is what somebody wrote or is called, in another language than the page's. */
  readonly lang?: string
}

export interface OptionGroup {
  readonly label: string
  readonly options: readonly Option[]
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly (Option | OptionGroup)[]
  /** The words of the empty choice; `null` leaves it out. */
  readonly empty?: string | null
}

export function SelectField({ options, empty, ...field }: SelectFieldProps) {
  const t = useWords(messages)
  const chosen = valueOf(field.values, field.name)
  return (
    <Field {...field}>
      <select class="control control--select" {...controlProps(field)}>
        {empty !== null && <option value="">{empty ?? t('choose')}</option>}
        {options.map((one) =>
          'options' in one ? (
            <optgroup label={one.label}>
              {one.options.map((option) => (
                <Choice option={option} chosen={chosen} />
              ))}
            </optgroup>
          ) : (
            <Choice option={one} chosen={chosen} />
          ),
        )}
      </select>
    </Field>
  )
}

function Choice({ option, chosen }: { readonly option: Option; readonly chosen: string }) {
  return (
    <option value={option.value} {...(option.value === chosen ? { selected: true } : {})}>
      {option.label}
    </option>
  )
}

export interface CheckFieldProps extends Filled {
  readonly name: string
  readonly label: Child
  readonly help?: Child
  readonly value?: string
  readonly required?: boolean
}

/** One box to tick. */
export function CheckField({ name, label, help, value = 'on', required = false, values, errors }: CheckFieldProps) {
  const field = { name, label, help, values, errors, optional: !required }
  return (
    <div class={errors[name] ? 'field field--error' : 'field'}>
      <FieldError name={name} errors={errors} />
      <div class="check">
        <input
          type="checkbox"
          value={value}
          {...(valuesOf(values, name).includes(value) ? { checked: true } : {})}
          {...controlProps(field)}
        />
        <label for={fieldId(name)}>{label}</label>
      </div>
      <Help name={name} help={help} />
    </div>
  )
}

export interface GroupProps extends FieldProps {
  readonly options: readonly Option[]
}

export function RadioGroup(props: GroupProps) {
  return <ChoiceGroup {...props} type="radio" />
}

export function CheckGroup(props: GroupProps) {
  return <ChoiceGroup {...props} type="checkbox" />
}

function ChoiceGroup({ type, options, ...field }: GroupProps & { readonly type: 'radio' | 'checkbox' }) {
  const { name, label, help, optional, values, errors } = field
  const { id, 'aria-describedby': describedBy } = controlProps(field)
  const chosen = valuesOf(values, name)
  return (
    <fieldset class={errors[name] ? 'field field--error' : 'field'} {...(describedBy ? { 'aria-describedby': describedBy } : {})}>
      <legend>
        {label}
        <Optional optional={optional} />
      </legend>
      <Help name={name} help={help} />
      <FieldError name={name} errors={errors} />
      {options.map((option, index) => {
        const optionId = index === 0 ? id : `${id}-${index + 1}`
        return (
          <div class="check">
            <input
              type={type}
              id={optionId}
              name={name}
              value={option.value}
              {...(chosen.includes(option.value) ? { checked: true } : {})}
              {...(type === 'radio' && !optional ? { required: true } : {})}
              {...(errors[name] && type === 'checkbox' ? { 'aria-invalid': 'true' } : {})}
              {...(option.help ? { 'aria-describedby': `${optionId}-about` } : {})}
            />
            <label for={optionId} {...(option.lang ? { lang: option.lang } : {})}>
              {option.label}
            </label>
            {option.help && (
              <p class="help" id={`${optionId}-about`}>
                {option.help}
              </p>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

/** Questions that belong together, under one name. */
export function FieldGroup({ legend, help, children }: { readonly legend: Child; readonly help?: Child; readonly children?: Child }) {
  return (
    <fieldset class="field-group">
      <legend>{legend}</legend>
      {help && <p class="help">{help}</p>}
      {children}
    </fieldset>
  )
}
