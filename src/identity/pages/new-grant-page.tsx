import { paths, withQuery } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { SelectField } from '../../ui/choice.tsx'
import { Empty } from '../../ui/empty.tsx'
import { DateField, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import { Table } from '../../ui/table.tsx'
import { grantWords } from '../messages/grants.ts'
import { roleWords } from '../messages/roles.ts'
import { rolesByHand } from '../rules/grants.ts'
import { type EcosystemChoice, nameOfChoice } from '../scopes.ts'
import type { PersonDetail } from '../store/people.ts'

export interface ChoosePersonPageProps {
  readonly reader: Reader
  readonly words: string
  /** Null before anybody was searched for. */
  readonly people: readonly PersonDetail[] | null
}

export function ChoosePersonPage({ reader, words, people }: ChoosePersonPageProps) {
  const t = wordsFor(reader, grantWords)
  const trail = [{ label: t('title'), to: paths.grants }, { label: t('newTitle') }]
  return (
    <Page reader={reader} title={t('newTitle')} trail={trail}>
      <div class="container">
        <PageHead title={t('newTitle')} lead={t('newLead')} />
        <Form action={paths.newGrant} method="get" class="form">
          <TextField name="q" type="search" label={t('findPerson')} help={t('findPersonHelp')} values={{ q: words }} errors={{}} />
          <FormEnd cancel={paths.grants}>
            <SubmitButton>{t('search')}</SubmitButton>
          </FormEnd>
        </Form>
        {people && (
          <Section id="persone" title={t('found')}>
            {people.length > 0 ? (
              <People people={people} />
            ) : (
              <Empty>
                <p>{t('foundNobody', { words })}</p>
              </Empty>
            )}
          </Section>
        )}
      </div>
    </Page>
  )
}

function People({ people }: { readonly people: readonly PersonDetail[] }) {
  const t = useWords(grantWords)
  return (
    <Table
      caption={t('found')}
      captionHidden
      rows={people}
      columns={[
        { label: t('person'), rowHeader: true, cell: ({ name }) => name },
        { label: t('email'), cell: (person) => <Email person={person} /> },
        {
          label: t('choose'),
          selfEvident: true,
          cell: ({ personId, name }) => (
            <Link to={withQuery(paths.newGrant, { persona: personId })} aria-label={t('chooseNamed', { name })}>
              {t('choose')}
            </Link>
          ),
        },
      ]}
    />
  )
}

/** Anybody may write any address on their account: whoever grants must see which ones a provider vouched for. */
function Email({ person: { email, emailConfirmed } }: { readonly person: PersonDetail }) {
  const t = useWords(grantWords)
  if (!email) return <></>
  return (
    <>
      {email} <small class="quiet">({t(emailConfirmed ? 'confirmed' : 'unconfirmed')})</small>
    </>
  )
}

export interface NewGrantPageProps extends Filled {
  readonly reader: Reader
  readonly person: PersonDetail
  readonly ecosystems: readonly EcosystemChoice[]
  readonly organisations: readonly Suggestion[]
}

export function NewGrantPage({ reader, person, ecosystems, organisations, ...filled }: NewGrantPageProps) {
  const t = wordsFor(reader, grantWords)
  const { errors } = filled
  return (
    <Page
      reader={reader}
      title={t('newTitle')}
      trail={[{ label: t('title'), to: paths.grants }, { label: t('newTitle') }]}
      address={withQuery(paths.newGrant, { persona: person.personId })}
      rejected={Object.keys(errors).length > 0}
      scripts={['suggest.js']}
    >
      <div class="container">
        <ErrorSummary
          errors={errors}
          labels={{ role: t('role'), scope: t('scope'), organisation: t('organisation'), from: t('from'), to: t('to') }}
        />
        <PageHead title={person.name} kicker={[t('newTitle'), <Email person={person} />]} lead={t('newLeadChosen')}>
          <p>
            <Link to={paths.newGrant}>{t('another')}</Link>
          </p>
        </PageHead>
        <Form action={paths.grants} class="form">
          <HiddenField name="personId" value={person.personId} />
          <Fields ecosystems={ecosystems} organisations={organisations} {...filled} />
          <FormEnd cancel={paths.grants}>
            <SubmitButton>{t('grant')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}

function Fields({ ecosystems, organisations, ...filled }: Filled & Pick<NewGrantPageProps, 'ecosystems' | 'organisations'>) {
  const t = useWords(grantWords)
  const role = useWords(roleWords)
  const { lang } = useReader()
  const places = ecosystems.map((choice) => ({ value: `ecosystem:${choice.id}`, label: nameOfChoice(lang, choice) }))
  return (
    <>
      <SelectField
        name="role"
        label={t('role')}
        options={rolesByHand.map((one) => ({ value: one, label: role(`role.${one}`) }))}
        {...filled}
      />
      <SelectField
        name="scope"
        label={t('scope')}
        help={t('scopeHelp')}
        options={[
          { value: 'platform', label: t('scope.platform') },
          { label: t('ecosystems'), options: places },
          { value: 'organisation', label: t('organisationScope') },
        ]}
        {...filled}
      />
      <SuggestField
        name="organisation"
        label={t('organisation')}
        help={t('organisationHelp')}
        optional
        source={paths.organisationOptions}
        options={organisations}
        {...filled}
      />
      <DateField name="from" label={t('from')} {...filled} />
      <DateField name="to" label={t('to')} help={t('toHelp')} optional {...filled} />
    </>
  )
}
