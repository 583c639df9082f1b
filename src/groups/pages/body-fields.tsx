import { FieldGroup, RadioGroup } from '../../ui/choice.tsx'
import { DateField, FileField, TextField } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { type Say, useReader, useWords } from '../../ui/reader.tsx'
import { bodyWords } from '../messages/bodies.ts'
import { quorumKinds } from '../rules/quorum.ts'

type Key = keyof typeof bodyWords.it & string

/** What the fields are called, for the summary of errors. */
export function labelsOf(t: Say<Key>): Record<string, string> {
  const names = ['kind', 'name', 'mandate', 'actNumber', 'actDay', 'actFile', 'from', 'to', 'quorumCount', 'quorumOf'] as const
  return {
    ...Object.fromEntries(names.map((name) => [name, t(name)])),
    quorumKind: t('quorum'),
    lastDay: t('dissolveDay'),
    decisionId: t('decision'),
  }
}

/** `there`: the act has a file already. */
export function ActFields({ there, ...filled }: Filled & { readonly there: boolean }) {
  const t = useWords(bodyWords)
  const { today } = useReader()
  return (
    <FieldGroup legend={t('act')} help={t('actHelp')}>
      <TextField name="actNumber" label={t('actNumber')} help={t('actNumberHelp')} optional size="medium" maxlength={100} {...filled} />
      <DateField name="actDay" label={t('actDay')} optional max={today} {...filled} />
      <FileField name="actFile" label={t('actFile')} help={`${t('actFileHelp')} ${there ? t('actFileThere') : ''}`} optional {...filled} />
    </FieldGroup>
  )
}

export function QuorumFields(filled: Filled) {
  const t = useWords(bodyWords)
  const helps = { majority: undefined, fraction: t('quorumHelp.fraction'), number: t('quorumHelp.number') }
  const options = quorumKinds.map((kind) => ({
    value: kind,
    label: t(`quorumKind.${kind}`),
    ...(helps[kind] ? { help: helps[kind] } : {}),
  }))
  return (
    <>
      <RadioGroup name="quorumKind" label={t('quorum')} help={t('quorumHelp')} options={options} {...filled} />
      <TextField name="quorumCount" label={t('quorumCount')} optional size="short" inputmode="numeric" {...filled} />
      <TextField name="quorumOf" label={t('quorumOf')} optional size="short" inputmode="numeric" {...filled} />
    </>
  )
}
