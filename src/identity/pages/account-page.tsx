import { paths } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import type { Lang } from '../../kernel/lang.ts'
import { langs } from '../../kernel/lang.ts'
import type { ProviderConfig } from '../../platform/config.ts'
import type { Reader } from '../../platform/reader.ts'
import { SelectField } from '../../ui/choice.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Instant } from '../../ui/time.tsx'
import { accountWords } from '../messages/account.ts'
import { roleWords } from '../messages/roles.ts'
import type { RoleGrant } from '../rules/grants.ts'
import type { PersonDetail } from '../store/people.ts'
import type { Session } from '../store/sessions.ts'

export interface AccountPageProps extends Filled {
  readonly reader: Reader
  readonly detail: PersonDetail
  readonly grants: readonly RoleGrant[]
  readonly scopeName: (scope: RoleGrant['scope']) => string
  readonly sessions: readonly Session[]
  readonly providers: readonly ProviderConfig[]
  /** The key of the session that reads the page. */
  readonly sessionKey: string
  readonly limits: { readonly idleSeconds: number; readonly maxSeconds: number }
  readonly done: boolean
}

export function AccountPage(props: AccountPageProps) {
  const { reader, detail, done, errors } = props
  const t = wordsFor(reader, accountWords)
  return (
    <Page
      reader={reader}
      title={t('title')}
      trail={[{ label: t('title') }]}
      address={paths.account}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ name: t('name'), email: t('email'), lang: t('lang') }} />
        {done && <Notice kind="done" live title={t('done.corretto')} />}
        <PageHead title={detail.name} kicker={[t('title')]} lead={t('lead')}>
          <Form action={paths.signOut} class="actions">
            <SubmitButton kind="secondary">{t('signOut')}</SubmitButton>
          </Form>
        </PageHead>
        <Roles {...props} />
        <Data {...props} />
        <Sessions {...props} />
        <Section id="avvisi" title={t('notices')} lead={t('noticesLead')}>
          <p>
            <Link to={paths.noticePreferences}>{t('noticesLink')}</Link>
          </p>
        </Section>
        <Section id="token" title={t('tokens')} lead={t('tokensLead')}>
          <p>
            <Link to={paths.tokens}>{t('tokensLink')}</Link>
          </p>
        </Section>
        <TakeAway />
      </div>
    </Page>
  )
}

function Roles({ grants, scopeName }: AccountPageProps) {
  const t = useWords(accountWords)
  const role = useWords(roleWords)
  const { day } = useFormats()
  const term = ({ from, to }: { from: Day; to: Day | null }) =>
    to ? t('sinceTo', { from: day(from), to: day(to) }) : t('since', { from: day(from) })
  return (
    <Section id="incarichi" title={t('roles')}>
      {grants.length === 0 && (
        <Empty>
          <p>{t('noRoles')}</p>
        </Empty>
      )}
      {grants.length > 0 && (
        <Facts
          items={grants.map((grant) => ({
            term: role(`role.${grant.role}`),
            details: (
              <>
                {scopeName(grant.scope)}, {term(grant)}. <span class="quiet">{role(`does.${grant.role}`)}</span>
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}

function Data({ detail, values, errors }: AccountPageProps) {
  const t = useWords(accountWords)
  const filled = { values, errors }
  const help =
    detail.email === null ? t('emailHelp') : `${t(detail.emailConfirmed ? 'emailConfirmed' : 'emailNotConfirmed')}. ${t('emailHelp')}`
  const named = (lang: Lang) => ({ value: lang, label: t(`lang.${lang}`) })
  return (
    <Section id="dati" title={t('data')} lead={t('dataLead')}>
      <Form action={paths.account} class="form">
        <TextField name="name" label={t('name')} autocomplete="name" maxlength={200} {...filled} />
        <TextField name="email" type="email" label={t('email')} help={help} autocomplete="email" maxlength={254} optional {...filled} />
        <SelectField name="lang" label={t('lang')} options={langs.map(named)} empty={null} {...filled} />
        <Facts items={[{ term: t('taxCode'), details: <TaxCode code={detail.taxCode} /> }]} />
        <FormEnd>
          <SubmitButton>{t('save')}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}

function TaxCode({ code }: { readonly code: string | null }) {
  const t = useWords(accountWords)
  return (
    <>
      {code ? <code>{code}</code> : t('none')}
      <br />
      <span class="quiet small">{t('taxCodeHelp')}</span>
    </>
  )
}

function Sessions({ sessions, providers, sessionKey, limits }: AccountPageProps) {
  const t = useWords(accountWords)
  const { lang } = useReader()
  const span = (seconds: number) =>
    seconds < 3600 ? t('minutes', { n: Math.round(seconds / 60) }) : t('hours', { n: Math.round(seconds / 3600) })
  const provider = (id: string) => providers.find((one) => one.id === id)?.name[lang] ?? id
  return (
    <Section
      id="sessioni"
      title={t('sessions')}
      lead={t('sessionsLead', { idle: span(limits.idleSeconds), longest: span(limits.maxSeconds) })}
    >
      <Table
        caption={t('sessions')}
        captionHidden
        rows={sessions}
        columns={[
          {
            label: t('sessionEntered'),
            rowHeader: true,
            cell: ({ createdAt, idHash }) => (
              <>
                <Instant at={createdAt} /> {idHash.toString('hex') === sessionKey && <small class="quiet">({t('sessionHere')})</small>}
              </>
            ),
          },
          { label: t('sessionSeen'), cell: ({ lastSeenAt }) => <Instant at={lastSeenAt} /> },
          { label: t('sessionProvider'), cell: (session) => provider(session.provider) },
          { label: t('sessionLevel'), cell: ({ level }) => level && <code>{level}</code> },
        ]}
      />
      <Form action={paths.signOutEverywhere} class="actions">
        <SubmitButton kind="secondary">{t('everywhere')}</SubmitButton>
      </Form>
    </Section>
  )
}

function TakeAway() {
  const t = useWords(accountWords)
  return (
    <Section id="portare-via" title={t('takeAway')} lead={t('downloadHelp')}>
      <Form action={paths.accountData} class="actions">
        <SubmitButton kind="secondary">{t('download')}</SubmitButton>
        <Link to={paths.accountErase}>{t('eraseLink')}</Link>
      </Form>
    </Section>
  )
}
