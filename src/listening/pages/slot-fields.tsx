import { DateField, TextField } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { type Say, useReader, useWords } from '../../ui/reader.tsx'
import { hearingWords } from '../messages/hearings.ts'

export function slotLabels(t: Say<keyof typeof hearingWords.it & string>): Record<string, string> {
  const names = ['on', 'starts', 'ends', 'place', 'link', 'capacity'] as const
  return Object.fromEntries(names.map((name) => [name, t(name)]))
}

export function SlotFields(filled: Filled) {
  const t = useWords(hearingWords)
  const { today } = useReader()
  return (
    <>
      <DateField name="on" label={t('on')} min={today} {...filled} />
      <TextField name="starts" type="time" label={t('starts')} help={t('hoursHelp')} size="short" {...filled} />
      <TextField name="ends" type="time" label={t('ends')} size="short" {...filled} />
      <TextField name="place" label={t('place')} help={t('placeHelp')} optional maxlength={300} {...filled} />
      <TextField name="link" type="url" label={t('link')} help={t('linkHelp')} optional maxlength={2000} {...filled} />
      <TextField name="capacity" type="number" label={t('capacity')} size="short" min={1} max={500} {...filled} />
    </>
  )
}
