import { paths } from '../../charter/paths.ts'
import { formatDay } from '../../kernel/words.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { DateField, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { messages } from '../messages.ts'
import { isIn, type Party } from '../party-rules.ts'
import { type EcosystemView, nameIn } from '../rules.ts'

/** What both lists show of who leads or takes part. */
export type Shown = Pick<Party, 'id' | 'organisationId' | 'fromDay' | 'toDay' | 'source'> & { readonly name: string }

export type PartyKind = 'leads' | 'actors'

const doneWords = { nominata: 'appointed', cessata: 'dismissed', aggiunto: 'involved', uscito: 'released' } as const

interface PartiesPageProps extends Filled {
  readonly reader: Reader
  readonly kind: PartyKind
  readonly ecosystem: EcosystemView
  readonly parties: readonly Shown[]
  readonly may: { readonly add: boolean; readonly remove: boolean }
  readonly done: string | null
  readonly options: readonly Suggestion[]
  readonly address: string
  readonly endOf: (id: string) => string
}

export function PartiesPage({ reader, kind, ecosystem, parties, may, done, options, address, endOf, values, errors }: PartiesPageProps) {
  const t = wordsFor(reader, messages)
  const name = nameIn(reader.lang, ecosystem)
  const title = t(kind === 'leads' ? 'leadsOf' : 'actorsOf', { name })
  const trail = [{ label: t('ecosystems'), to: paths.ecosystems }, { label: name, to: paths.ecosystem(ecosystem.slug) }, { label: t(kind) }]
  const said = done && Object.hasOwn(doneWords, done) ? doneWords[done as keyof typeof doneWords] : null
  const rejected = Object.keys(errors).length > 0
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trail}
      address={address}
      rejected={rejected}
      scripts={may.add ? ['suggest.js'] : []}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ organisationId: t('chooseOrganisation'), label: t('orLabel'), fromDay: t('fromDay') }} />
        {said && (
          <Notice kind="done" live title={t(said)}>
            <p>{t('recorded')}</p>
          </Notice>
        )}
        <PageHead title={title} lead={t(kind === 'leads' ? 'leadsLead' : 'actorsLead')} />
        {parties.length > 0 ? (
          <Table caption={t(kind)} captionHidden rows={inOrder(parties, reader)} columns={columnsOf(reader, kind, may.remove, endOf)} />
        ) : (
          <Empty>
            <p>{t(kind === 'leads' ? 'noLeads' : 'noActors')}</p>
          </Empty>
        )}
        {may.add && <AddForm {...{ kind, address, options, values, errors }} />}
      </div>
    </Page>
  )
}

/** Those of today first, in the order of the plan. */
function inOrder(parties: readonly Shown[], { today }: Reader): Shown[] {
  return [...parties.filter((party) => isIn(party, today)), ...parties.filter((party) => !isIn(party, today))]
}

function columnsOf(reader: Reader, kind: PartyKind, mayRemove: boolean, endOf: (id: string) => string): Column<Shown>[] {
  const t = wordsFor(reader, messages)
  const still = t(kind === 'leads' ? 'stillIn' : 'stillTakesPart')
  const columns: Column<Shown>[] = [
    {
      label: t('organisation'),
      rowHeader: true,
      cell: ({ name, organisationId }) => (organisationId ? <Link to={paths.organisation(organisationId)}>{name}</Link> : name),
    },
    { label: t('from'), cell: ({ fromDay }) => <Time day={fromDay} /> },
    { label: t('to'), cell: ({ toDay }) => (toDay ? <Time day={toDay} /> : still) },
    { label: t('whereFrom'), cell: ({ source }) => source ?? t('byHand') },
  ]
  if (!mayRemove) return columns
  const words = t(kind === 'leads' ? 'dismiss' : 'release')
  const remove: Column<Shown> = {
    label: words,
    selfEvident: true,
    cell: ({ id, name, toDay }) =>
      toDay ? null : (
        <Link to={endOf(id)} aria-label={`${words}: ${name}`}>
          {words}
        </Link>
      ),
  }
  return [...columns, remove]
}

function AddForm({ kind, address, options, ...filled }: Pick<PartiesPageProps, 'kind' | 'address' | 'options'> & Filled) {
  const t = useWords(messages)
  const leads = kind === 'leads'
  const choice = { name: 'organisationId', source: paths.organisationOptions, options, help: t('chooseOrganisationHelp'), ...filled }
  return (
    <Section id="aggiungi" title={t(leads ? 'appointTitle' : 'involveTitle')}>
      <Form action={address} class="form">
        {leads ? (
          <SuggestField label={t('chooseOrganisation')} {...choice} />
        ) : (
          <>
            <SuggestField label={t('chooseActor')} optional {...choice} />
            <TextField name="label" label={t('orLabel')} help={t('orLabelHelp')} optional maxlength={300} {...filled} />
          </>
        )}
        <DateField name="fromDay" label={t('fromDay')} help={t('todayIfEmpty')} optional {...filled} />
        <FormEnd>
          <SubmitButton>{t(leads ? 'appoint' : 'involve')}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}

interface EndPageProps extends Filled {
  readonly reader: Reader
  readonly kind: PartyKind
  readonly ecosystem: EcosystemView
  readonly party: Shown
  readonly address: string
  readonly back: string
}

export function EndPage({ reader, kind, ecosystem, party, address, back, values, errors }: EndPageProps) {
  const t = wordsFor(reader, messages)
  const leads = kind === 'leads'
  const title = t(leads ? 'dismissTitle' : 'releaseTitle')
  const trail = [
    { label: t('ecosystems'), to: paths.ecosystems },
    { label: nameIn(reader.lang, ecosystem), to: paths.ecosystem(ecosystem.slug) },
    { label: t(kind), to: back },
    { label: title },
  ]
  const lead = t(leads ? 'dismissLead' : 'releaseLead', { name: party.name, from: formatDay(reader.lang, party.fromDay) })
  return (
    <Page reader={reader} title={title} section="ecosystems" trail={trail} address={address} rejected={Object.keys(errors).length > 0}>
      <div class="container">
        <ErrorSummary errors={errors} labels={{ toDay: t('toDay') }} />
        <PageHead title={title} kicker={[nameIn(reader.lang, ecosystem)]} lead={lead} />
        <Form action={address} class="form">
          <DateField
            name="toDay"
            label={t('toDay')}
            help={t('todayIfEmpty')}
            optional
            min={party.fromDay}
            values={values}
            errors={errors}
          />
          <FormEnd cancel={back}>
            <SubmitButton>{t(leads ? 'dismissButton' : 'releaseButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
