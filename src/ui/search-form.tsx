import { Form } from './link.tsx'
import type { Say } from './reader.tsx'

interface SearchFormProps {
  readonly id: string
  readonly action: string
  readonly name?: string
  readonly value: string | undefined
  readonly most?: number
  /** What else the list is asked for, to be asked again. */
  readonly kept?: Readonly<Record<string, string | number | undefined>>
  readonly t: Say<'searchLabel' | 'searchHint' | 'search'>
}

/** Looks for words within a list, in its address, so that it can be shared. */
export function SearchForm({ id, action, name = 'q', value, most = 200, kept = {}, t }: SearchFormProps) {
  return (
    <Form method="get" class="search" role="search" aria-label={t('searchLabel')} action={action}>
      <label class="visually-hidden" for={id}>
        {t('searchLabel')}
      </label>
      <input id={id} name={name} type="search" placeholder={t('searchHint')} value={value} maxlength={most} />
      {Object.entries(kept).map(([key, asked]) => (asked ? <input type="hidden" name={key} value={String(asked)} /> : <></>))}
      <button type="submit">{t('search')}</button>
    </Form>
  )
}
