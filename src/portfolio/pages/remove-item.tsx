import { HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { textWords } from '../messages/texts.ts'

/** Takes an item away from the draft, whose history keeps it. */
export function RemoveItem({ address, revision }: { readonly address: string; readonly revision: number }) {
  const t = useWords(textWords)
  return (
    <Section id="togli" title={t('removeTitle')} lead={t('removeLead')}>
      <Form action={address} class="form">
        <HiddenField name="revision" value={String(revision)} />
        <SubmitButton kind="danger" name="remove" value="1">
          {t('remove')}
        </SubmitButton>
      </Form>
    </Section>
  )
}
