import { diffWordsWithSpace } from 'diff'
import { Diff } from './diff.tsx'
import { TextArea } from './field.tsx'
import { type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from './form.tsx'
import { ButtonLink, Form } from './link.tsx'
import { messages } from './messages.ts'
import { Prose } from './prose.tsx'
import { useWords } from './reader.tsx'
import { Section } from './section.tsx'

export interface TwoTextsProps extends Pick<Filled, 'values'> {
  /** Where the form goes: it carries the text, as `text`, and the version it now begins from, as `base`. */
  readonly action: string
  /** The text that somebody else saved in the meantime. */
  readonly latest: { readonly version: number; readonly text: string }
  readonly maxlength: number
  /** The page of the text as it stands: leaving one's own. */
  readonly leave: string
  /** What else the form was sent with. */
  readonly also?: readonly string[]
}

/** Two people began from the same version: both texts are shown, with what differs, and whoever comes second chooses. */
export function TwoTexts({ action, latest, maxlength, leave, also = [], values }: TwoTextsProps) {
  const t = useWords(messages)
  const yours = valueOf(values, 'text').replace(/\r\n?/g, '\n')
  return (
    <>
      <Section id="differenze" title={t('twoTextsDiff')}>
        <Diff parts={diffWordsWithSpace(latest.text, yours)} />
      </Section>
      <Section id="altro" title={t('twoTextsTheirs', { version: latest.version })}>
        <Prose text={latest.text} />
      </Section>
      <Form action={action} class="form">
        <HiddenField name="base" value={String(latest.version)} />
        {also.map((name) => (
          <HiddenField name={name} value={valueOf(values, name)} />
        ))}
        <TextArea
          name="text"
          label={t('twoTextsYours')}
          help={t('twoTextsHelp')}
          rows={24}
          maxlength={maxlength}
          values={{ text: yours }}
          errors={{}}
        />
        <FormEnd>
          <SubmitButton>{t('twoTextsKeep')}</SubmitButton>
          <ButtonLink to={leave}>{t('twoTextsLeave')}</ButtonLink>
        </FormEnd>
      </Form>
    </>
  )
}
