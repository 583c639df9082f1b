import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { CheckField } from '../../ui/choice.tsx'
import { ErrorSummary, FormEnd, type FormErrors, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { accountWords } from '../messages/account.ts'

export function ErasePage({ reader, errors }: { readonly reader: Reader; readonly errors: FormErrors }) {
  const t = wordsFor(reader, accountWords)
  return (
    <Page
      reader={reader}
      title={t('eraseTitle')}
      trail={[{ label: t('title'), to: paths.account }, { label: t('eraseTitle') }]}
      address={paths.accountErase}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} />
        <PageHead title={t('eraseTitle')} lead={t('eraseLead')} />
        <div class="prose">
          <h2>{t('eraseGoes')}</h2>
          <ul>
            <li>{t('eraseGoes1')}</li>
            <li>{t('eraseGoes2')}</li>
            <li>{t('eraseGoes3')}</li>
            <li>{t('eraseGoes4')}</li>
          </ul>
          <h2>{t('eraseStays')}</h2>
          <ul>
            <li>{t('eraseStays1')}</li>
            <li>{t('eraseStays2')}</li>
          </ul>
        </div>
        <Form action={paths.accountErase} class="form">
          <CheckField name="agree" label={t('eraseAgree')} required values={{}} errors={errors} />
          <FormEnd cancel={paths.account} keeps>
            <SubmitButton kind="danger">{t('eraseButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
