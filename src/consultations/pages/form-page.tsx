import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/reader.ts'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/section.tsx'
import { type Around, trailIn } from './around.tsx'

export const nothing: Filled = { values: {}, errors: {} }
export const statusOf = ({ errors }: Filled): 200 | 422 => (Object.keys(errors).length > 0 ? 422 : 200)

interface FormPageProps {
  readonly reader: Reader
  readonly whole: Around
  readonly title: string
  readonly lead?: Child
  /** Where the form is sent, and read again. */
  readonly address: string
  readonly cancel: string
  readonly submit: string
  readonly danger?: boolean
  readonly labels: Readonly<Record<string, string>>
  readonly filled: Filled
  readonly before?: Child
  /** The heading of the form, where something else stands before it. */
  readonly head?: string
  readonly after?: Child
  readonly way?: readonly { readonly label: string; readonly to?: string }[]
  readonly children?: Child
}

/** One form on a page of its own: most of what is done to a consultation is done so. */
export function FormPage(props: FormPageProps) {
  const { reader, whole, title, lead, address, cancel, submit, danger, labels, filled, before, head, after, way = [], children } = props
  const form = (
    <Form action={address} class="form" enctype="multipart/form-data">
      {children}
      <FormEnd cancel={cancel} keeps={danger === true}>
        <SubmitButton kind={danger ? 'danger' : 'primary'}>{submit}</SubmitButton>
      </FormEnd>
    </Form>
  )
  return (
    <Page
      reader={reader}
      title={title}
      section="consultations"
      trail={trailIn(reader.lang, whole, ...way, { label: title })}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        <PageHead title={title} kicker={[whole.title]} lead={lead} />
        {before}
        {head ? (
          <Section id="modulo" title={head}>
            {form}
          </Section>
        ) : (
          form
        )}
        {after}
      </div>
    </Page>
  )
}
