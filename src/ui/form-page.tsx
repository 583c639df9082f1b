import type { Child } from 'hono/jsx'
import type { Reader } from '../platform/reader.ts'
import type { Step } from './breadcrumbs.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from './form.tsx'
import type { Section as Entry } from './header.tsx'
import { type ButtonKind, Form } from './link.tsx'
import { Page } from './page.tsx'
import { PageHead } from './page-head.tsx'
import { Section } from './section.tsx'

export interface FormPageProps {
  readonly reader: Reader
  readonly title: string
  readonly section: Entry
  readonly trail: readonly Step[]
  readonly kicker?: readonly Child[]
  readonly lead?: Child
  /** Where the form is sent, and read again. */
  readonly address: string
  readonly cancel: string
  readonly submit: Child
  readonly kind?: ButtonKind | undefined
  /** The way out keeps what the button would take away. */
  readonly keeps?: boolean
  /** Files can be sent with it. */
  readonly files?: boolean
  readonly scripts?: readonly string[]
  /** What fields are called, where their errors are summed up. */
  readonly labels: Readonly<Record<string, string>>
  readonly filled: Filled
  readonly before?: Child
  /** The heading of the form, where something else stands before it. */
  readonly head?: string | undefined
  readonly after?: Child
  readonly children?: Child
}

/** A page for one act: what it does, what it needs to know, and the button. Rejected, it comes back filled in. */
export function FormPage(props: FormPageProps) {
  const { reader, title, section, trail, kicker = [], lead, address, labels, filled, scripts = [], before, head, after } = props
  const rejected = Object.keys(filled.errors).length > 0
  return (
    <Page {...{ reader, title, section, trail, address, rejected, scripts }}>
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        <PageHead title={title} kicker={kicker} lead={lead} />
        {before}
        {head ? (
          <Section id="modulo" title={head}>
            <TheForm {...props} />
          </Section>
        ) : (
          <TheForm {...props} />
        )}
        {after}
      </div>
    </Page>
  )
}

function TheForm({ address, files, cancel, keeps = false, kind = 'primary', submit, children }: FormPageProps) {
  return (
    <Form action={address} class="form" {...(files ? { enctype: 'multipart/form-data' } : {})}>
      {children}
      <FormEnd cancel={cancel} keeps={keeps}>
        <SubmitButton kind={kind}>{submit}</SubmitButton>
      </FormEnd>
    </Form>
  )
}
