import type { Child } from 'hono/jsx'
import { type ButtonKind, buttonClass, Link } from './link.tsx'
import { messages } from './messages.ts'
import { useWords } from './reader.tsx'

/** What a form was sent with; an empty object for a form shown for the first time. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** What is wrong, by the name of the field, in the reader's language. The empty name is for the form as a whole. */
export type FormErrors = Readonly<Record<string, string>>

export interface Filled {
  readonly values: FormValues
  readonly errors: FormErrors
}

export const fieldId = (name: string) => `field-${name.replace(/[^\w-]+/g, '-')}`

export function valueOf(values: FormValues, name: string): string {
  const value = values[name]
  return (Array.isArray(value) ? value[0] : (value as string | undefined)) ?? ''
}

export function valuesOf(values: FormValues, name: string): readonly string[] {
  const value = values[name]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

export interface ErrorSummaryProps {
  readonly errors: FormErrors
  /** The label of each field, said before its error: "this is needed" alone does not tell what. */
  readonly labels?: Readonly<Record<string, string>>
  readonly title?: string
}

/** On top of a rejected form: every error, each leading to its field. The page's focus begins here. */
export function ErrorSummary({ errors, labels = {}, title }: ErrorSummaryProps) {
  const t = useWords(messages)
  const all = Object.entries(errors)
  if (all.length === 0) return <></>
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus>
      <h2>{title ?? t('errorSummary', { count: all.length })}</h2>
      <ul class="plain">
        {all.map(([name, message]) => (
          <li>{name === '' ? message : <a href={`#${fieldId(name)}`}>{labels[name] ? `${labels[name]}: ${message}` : message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

export function HiddenField({ name, value }: { readonly name: string; readonly value: string }) {
  return <input type="hidden" name={name} value={value} />
}

export interface SubmitProps {
  /** Says what will happen: 'Convoca la riunione e avvisa 14 persone'. */
  readonly children?: Child
  readonly kind?: ButtonKind
  readonly small?: boolean
  readonly name?: string
  readonly value?: string
  readonly disabled?: boolean
  /** The id of the words that say why a disabled button cannot be pressed. */
  readonly describedBy?: string
}

export function SubmitButton({ children, kind = 'primary', small, name, value, disabled, describedBy }: SubmitProps) {
  return (
    <button
      type="submit"
      class={buttonClass(kind, small)}
      {...(name ? { name } : {})}
      {...(value !== undefined ? { value } : {})}
      {...(disabled ? { disabled: true } : {})}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
    >
      {children}
    </button>
  )
}

interface FormEndProps {
  readonly children?: Child
  /** Where the way out leads. */
  readonly cancel?: string
  /** The way out leaves things as they are: beside a button that calls something off, «Annulla» would be read as the same. */
  readonly keeps?: boolean
}

/** The end of a form: its button and, beside it, the way out. */
export function FormEnd({ children, cancel, keeps }: FormEndProps) {
  const t = useWords(messages)
  return (
    <div class="form-end">
      {children}
      {cancel && <Link to={cancel}>{t(keeps ? 'keep' : 'cancel')}</Link>}
    </div>
  )
}
