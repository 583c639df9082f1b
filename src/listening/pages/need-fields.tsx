import { paths } from '../../charter/paths.ts'
import { FieldGroup, RadioGroup, SelectField } from '../../ui/choice.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { type Say, useWords } from '../../ui/reader.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import { needWords } from '../messages/needs.ts'
import { degrees, voiceKinds } from '../rules/needs.ts'

type Key = keyof typeof needWords.it & string

/** What the fields are called, for the summary of errors. */
export function needLabels(t: Say<Key>): Record<string, string> {
  const names = ['statement', 'why', 'voiceKind', 'organisationId', 'evidenceText', 'evidenceLink', 'frequency', 'severity'] as const
  return Object.fromEntries(names.map((name) => [name, t(name)]))
}

/** What is needed and why, who says so, what shows it, how often and how much. `organisation` draws who speaks, where it is chosen freely. */
export function NeedFields({ organisations, ...filled }: Filled & { readonly organisations: readonly Suggestion[] | null }) {
  const t = useWords(needWords)
  return (
    <>
      <TextArea name="statement" label={t('statement')} help={t('statementHelp')} rows={3} maxlength={500} {...filled} />
      <TextArea name="why" label={t('why')} help={t('whyHelp')} rows={4} optional maxlength={5000} {...filled} />
      <RadioGroup
        name="voiceKind"
        label={t('voiceKind')}
        options={voiceKinds.map((kind) => ({ value: kind, label: t(`voice.${kind}`) }))}
        {...filled}
      />
      {organisations && (
        <SuggestField
          name="organisationId"
          label={t('organisationId')}
          help={t('organisationHelp')}
          optional
          source={paths.organisationOptions}
          options={organisations}
          {...filled}
        />
      )}
      <FieldGroup legend={t('evidence')}>
        <TextArea name="evidenceText" label={t('evidenceText')} rows={3} optional maxlength={5000} {...filled} />
        <TextField
          name="evidenceLink"
          type="url"
          label={t('evidenceLink')}
          help={t('evidenceLinkHelp')}
          optional
          maxlength={2000}
          {...filled}
        />
      </FieldGroup>
      {(['frequency', 'severity'] as const).map((name) => (
        <SelectField
          name={name}
          label={t(name)}
          optional
          empty={t('notJudged')}
          options={degrees.map((degree) => ({ value: String(degree), label: t(`${name}.${degree}`) }))}
          {...filled}
        />
      ))}
    </>
  )
}
