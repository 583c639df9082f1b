import { paths } from '../../charter/paths.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/reader.ts'
import { CheckGroup } from '../../ui/choice.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Empty } from '../../ui/empty.tsx'
import { DateField, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatsFor, useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { Secret } from '../../ui/secret.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Instant } from '../../ui/time.tsx'
import { accountWords, roomWords, tokenWords } from '../messages/account.ts'
import { longestTokenDays, type PersonalToken, tokenRooms } from '../rules/tokens.ts'

export interface TokensPageProps extends Filled {
  readonly reader: Reader
  readonly tokens: readonly PersonalToken[]
  readonly today: Day
  readonly revoked: boolean
}

export function TokensPage({ reader, tokens, today, revoked, values, errors }: TokensPageProps) {
  const t = wordsFor(reader, tokenWords)
  const account = wordsFor(reader, accountWords)('title')
  return (
    <Page
      reader={reader}
      title={t('title')}
      trail={[{ label: account, to: paths.account }, { label: t('title') }]}
      address={paths.tokens}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ name: t('name'), rooms: t('rooms'), expiresOn: t('expires') }} />
        {revoked && <Notice kind="done" live title={t('done.revocato')} />}
        <PageHead title={t('title')} lead={t('lead')} />
        <Section id="elenco" title={t('yours')}>
          {tokens.length > 0 ? (
            <TokenTable tokens={tokens} today={today} />
          ) : (
            <Empty>
              <p>{t('none')}</p>
            </Empty>
          )}
        </Section>
        <Section id="nuovo" title={t('add')}>
          <NewTokenForm today={today} values={values} errors={errors} />
        </Section>
      </div>
    </Page>
  )
}

function TokenTable({ tokens, today }: { readonly tokens: readonly PersonalToken[]; readonly today: Day }) {
  const t = useWords(tokenWords)
  const room = useWords(roomWords)
  const { day } = useFormats()
  const works = ({ revokedAt, expiresOn }: PersonalToken) => !revokedAt && expiresOn >= today
  const state = (token: PersonalToken) => {
    if (token.revokedAt) return t('revoked')
    return t(works(token) ? 'works' : 'expired', { day: day(token.expiresOn) })
  }
  return (
    <Table
      caption={t('yours')}
      captionHidden
      rows={tokens}
      columns={[
        { label: t('name'), rowHeader: true, cell: ({ name }) => name },
        {
          label: t('rooms'),
          cell: ({ rooms }) =>
            tokenRooms
              .filter((one) => rooms.includes(one))
              .map((one) => room(`room.${one}`))
              .join('; '),
        },
        { label: t('state'), cell: state },
        { label: t('created'), cell: ({ createdAt }) => <Instant at={createdAt} /> },
        { label: t('lastUsed'), cell: ({ lastUsedAt }) => (lastUsedAt ? <Instant at={lastUsedAt} /> : t('never')) },
        { label: t('revoke'), selfEvident: true, cell: (token) => works(token) && <Revoke token={token} /> },
      ]}
    />
  )
}

function Revoke({ token }: { readonly token: PersonalToken }) {
  const t = useWords(tokenWords)
  return (
    <Form action={paths.tokenEnd(token.id)} class="inline-form">
      <SubmitButton kind="secondary" small>
        <span aria-hidden="true">{t('revoke')}</span>
        <span class="visually-hidden">{t('revokeNamed', { name: token.name })}</span>
      </SubmitButton>
    </Form>
  )
}

function NewTokenForm({ today, ...filled }: Filled & { readonly today: Day }) {
  const t = useWords(tokenWords)
  const room = useWords(roomWords)
  return (
    <Form action={paths.tokens} class="form">
      <TextField name="name" label={t('name')} help={t('nameHelp')} maxlength={80} autocomplete="off" {...filled} />
      <CheckGroup
        name="rooms"
        label={t('rooms')}
        help={t('roomsHelp')}
        options={tokenRooms.map((one) => ({ value: one, label: room(`room.${one}`) }))}
        {...filled}
      />
      <DateField
        name="expiresOn"
        label={t('expires')}
        help={t('expiresHelp')}
        min={today}
        max={addDays(today, longestTokenDays)}
        {...filled}
      />
      <FormEnd cancel={paths.account}>
        <SubmitButton>{t('create')}</SubmitButton>
      </FormEnd>
    </Form>
  )
}

export interface NewTokenPageProps {
  readonly reader: Reader
  readonly token: PersonalToken
  readonly secret: string
}

export function NewTokenPage({ reader, token, secret }: NewTokenPageProps) {
  const t = wordsFor(reader, tokenWords)
  const account = wordsFor(reader, accountWords)('title')
  const title = t('made', { name: token.name })
  const trail = [{ label: account, to: paths.account }, { label: t('title'), to: paths.tokens }, { label: title }]
  return (
    <Page reader={reader} title={title} trail={trail} address={paths.tokens} scripts={['copy.js']}>
      <div class="container">
        <Confirmation title={title}>
          <p>{t('madeLead', { day: formatsFor(reader).day(token.expiresOn) })}</p>
        </Confirmation>
        <Secret label={t('secret')} value={secret} />
        <p>
          {t('madeNext')} <code>Authorization: Bearer smb_…</code>
        </p>
        <p class="more">
          <Link to={paths.tokens}>{t('back')}</Link>
        </p>
      </div>
    </Page>
  )
}
