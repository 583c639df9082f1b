import type { Filled } from '../../ui/form.tsx'
import { FormPage as OneForm, type FormPageProps as OneFormProps } from '../../ui/form-page.tsx'
import { type Around, trailIn } from './around.tsx'

export const nothing: Filled = { values: {}, errors: {} }
export const statusOf = ({ errors }: Filled): 200 | 422 => (Object.keys(errors).length > 0 ? 422 : 200)

interface FormPageProps extends Omit<OneFormProps, 'section' | 'trail' | 'kicker' | 'kind' | 'keeps' | 'files' | 'scripts'> {
  readonly whole: Around
  readonly danger?: boolean
  readonly way?: readonly { readonly label: string; readonly to?: string }[]
}

/** Most of what is done to a consultation is done so. */
export function FormPage({ whole, danger = false, way = [], ...props }: FormPageProps) {
  const trail = trailIn(props.reader.lang, whole, ...way, { label: props.title })
  const kind = danger ? 'danger' : 'primary'
  return <OneForm {...props} {...{ trail, kind }} section="consultations" kicker={[whole.title]} keeps={danger} files />
}
