import type { Child } from 'hono/jsx'
import { type Filled, fieldId, valueOf } from './form.tsx'
import { messages } from './messages.ts'
import { useWords } from './reader.tsx'

export interface FieldProps extends Filled {
  readonly name: string
  readonly label: Child
  readonly help?: Child
  /** What is optional says so; everything else is required. */
  readonly optional?: boolean
}

/** What ties a control to its help and to its error. */
export function controlProps({ name, help, optional, errors }: FieldProps) {
  const id = fieldId(name)
  const described = [help ? `${id}-help` : '', errors[name] ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    name,
    ...(optional ? {} : { required: true }),
    ...(described ? { 'aria-describedby': described } : {}),
    ...(errors[name] ? { 'aria-invalid': 'true' } : {}),
  }
}

export function Optional({ optional }: { readonly optional: boolean | undefined }) {
  const t = useWords(messages)
  return optional ? <span class="optional"> {t('optional')}</span> : <></>
}

export function FieldError({ name, errors }: { readonly name: string; readonly errors: Filled['errors'] }) {
  const t = useWords(messages)
  const message = errors[name]
  if (!message) return <></>
  return (
    <p class="field-error" id={`${fieldId(name)}-error`}>
      <span class="visually-hidden">{t('errorWord')} </span>
      {message}
    </p>
  )
}

export function Help({ name, help }: { readonly name: string; readonly help: Child }) {
  return help ? (
    <p class="help" id={`${fieldId(name)}-help`}>
      {help}
    </p>
  ) : (
    <></>
  )
}

/** Label above, help under the label, error above the control. */
export function Field({ children, ...field }: FieldProps & { readonly children?: Child }) {
  const { name, label, help, optional, errors } = field
  return (
    <div class={errors[name] ? 'field field--error' : 'field'}>
      <label for={fieldId(name)}>
        {label}
        <Optional optional={optional} />
      </label>
      <Help name={name} help={help} />
      <FieldError name={name} errors={errors} />
      {children}
    </div>
  )
}

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'url' | 'tel' | 'search' | 'number' | 'password' | 'time'
  /** How long the answer is expected to be. */
  readonly size?: 'short' | 'medium' | 'long'
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'url' | 'tel' | 'text'
  readonly maxlength?: number
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  /** When the answer is to be written in another language than the page's. */
  readonly lang?: string
}

export function TextField({ type = 'text', size = 'long', values, ...props }: TextFieldProps) {
  const { label, help, optional, errors, ...attributes } = props
  const field = { label, help, errors, values, name: props.name, ...(optional ? { optional } : {}) }
  return (
    <Field {...field}>
      <input type={type} class={`control control--${size}`} value={valueOf(values, props.name)} {...attributes} {...controlProps(field)} />
    </Field>
  )
}

export interface TextAreaProps extends FieldProps {
  readonly rows?: number
  readonly maxlength?: number
  readonly lang?: string
}

export function TextArea({ rows = 6, maxlength, lang, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      <textarea class="control" rows={rows} {...(maxlength ? { maxlength } : {})} {...(lang ? { lang } : {})} {...controlProps(field)}>
        {/* A browser drops the first line end of a textarea: one more keeps the reader's own. */}
        {valueOf(field.values, field.name).replace(/^\n/, '\n\n')}
      </textarea>
    </Field>
  )
}

export interface DateFieldProps extends FieldProps {
  readonly min?: string
  readonly max?: string
}

export function DateField({ min, max, ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      <input
        type="date"
        class="control control--short"
        value={valueOf(field.values, field.name)}
        {...(min ? { min } : {})}
        {...(max ? { max } : {})}
        {...controlProps(field)}
      />
    </Field>
  )
}

export interface FileFieldProps extends FieldProps {
  /** The kinds taken: '.zip,application/zip'. */
  readonly accept?: string
}

/** A browser never fills a file in again: say so near a rejected form that had one. */
export function FileField({ accept, ...field }: FileFieldProps) {
  return (
    <Field {...field}>
      <input type="file" class="control control--file" {...(accept ? { accept } : {})} {...controlProps(field)} />
    </Field>
  )
}
