import { paths } from '../../charter/paths.ts'
import { newId } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import { CheckField, RadioGroup } from '../../ui/choice.tsx'
import { DateField, FileField, TextArea, TextField } from '../../ui/field.tsx'
import { type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { useWords } from '../../ui/reader.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import type { otherChannels } from '../actions/enter.ts'
import { otherChannelWords } from '../messages/other-channels.ts'

interface ByHandProps extends Filled {
  readonly address: string
  readonly channels: readonly (typeof otherChannels)[number][]
  readonly langs: readonly Lang[]
  readonly options: readonly Suggestion[]
}

export function ByHand({ address, channels, langs, options, ...filled }: ByHandProps) {
  const t = useWords(otherChannelWords)
  return (
    <Form action={address} class="form" enctype="multipart/form-data">
      <HiddenField name="key" value={valueOf(filled.values, 'key') || newId()} />
      <RadioGroup
        name="channel"
        label={t('channel')}
        options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        {...filled}
      />
      <ProtocolFields {...filled} />
      <TextField name="authorName" label={t('authorName')} maxlength={200} {...filled} />
      <TextField
        name="authorEmail"
        type="email"
        label={t('authorEmail')}
        help={t('authorEmailHelp')}
        optional
        maxlength={254}
        {...filled}
      />
      <SuggestField
        name="organisationId"
        label={t('organisationId')}
        help={t('organisationHelp')}
        optional
        source={paths.organisationOptions}
        options={options}
        {...filled}
      />
      <TextField name="mandate" label={t('mandate')} optional maxlength={500} {...filled} />
      <TextField name="place" label={t('place')} help={t('placeHelp')} optional maxlength={300} {...filled} />
      <LangField name="lang" langs={langs} {...filled} />
      <TextArea name="text" label={t('text')} optional rows={8} maxlength={20_000} {...filled} />
      <FileField name="file" label={t('file')} optional {...filled} />
      <CheckField name="showsName" label={t('showsName')} {...filled} />
      <FormEnd>
        <SubmitButton>{t('handButton')}</SubmitButton>
      </FormEnd>
    </Form>
  )
}

/** Asked only where a consultation takes more than one; Italian otherwise. */
export function LangField({ name, langs, ...filled }: Filled & { readonly name: string; readonly langs: readonly Lang[] }) {
  const t = useWords(otherChannelWords)
  if (langs.length < 2) return <></>
  const options = langs.map((value) => ({ value, label: t(`lang.${value}`) }))
  return <RadioGroup name={name} label={t('lang')} options={options} {...filled} values={{ [name]: 'it', ...filled.values }} />
}

/** Both forms ask them: in the second their ids differ, so that every label names one field. */
export function ProtocolFields({ of, ...filled }: Filled & { readonly of?: 'message' }) {
  const t = useWords(otherChannelWords)
  return (
    <>
      <TextField name={of ? 'messageProtocol' : 'protocolNumber'} label={t('protocolNumber')} maxlength={100} size="medium" {...filled} />
      <DateField name={of ? 'messageDay' : 'protocolDay'} label={t('protocolDay')} help={t('protocolDayHelp')} {...filled} />
    </>
  )
}
