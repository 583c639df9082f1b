import { paths } from '../../charter/paths.ts'
import { formatDay } from '../../kernel/words.ts'
import type { Reader } from '../../platform/reader.ts'
import { SelectField } from '../../ui/choice.tsx'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { DateField, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Say, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { SuggestField, type Suggestion } from '../../ui/suggest.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { bodyWords } from '../messages/bodies.ts'
import { memberWords } from '../messages/members.ts'
import type { Seat } from '../people.ts'
import { inOffice, isNamed, lastDayIn, memberRoles } from '../rules/members.ts'
import { type Around, trailIn } from './around.tsx'
import { Composition, inOrder, Organisation, Role, Term, Who } from './composition.tsx'

type Key = keyof typeof memberWords.it & string

const labelsOf = (t: Say<Key>): Record<string, string> => ({
  name: t('name'),
  email: t('email'),
  organisationId: t('forOrganisation'),
  role: t('role'),
  substituteFor: t('substituteFor'),
  from: t('fromDay'),
  to: t('toDay'),
})

interface MembersPageProps extends Filled {
  readonly reader: Reader
  readonly whole: Around
  readonly seats: readonly Seat[]
  /** The places of whoever reads. */
  readonly mine: readonly Seat[]
  readonly may: { readonly admit: boolean; readonly end: boolean }
  readonly options: readonly Suggestion[]
  readonly done: string | undefined
}

export function MembersPage({ reader, whole, seats, mine, may, options, done, ...filled }: MembersPageProps) {
  const t = wordsFor(reader, memberWords)
  const { body } = whole
  const title = t('membersOf', { name: body.name })
  const present = inOffice(body, seats, reader.today)
  const others = seats.filter((seat) => !present.includes(seat))
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailIn(reader.lang, whole, { label: t('members') })}
      address={paths.bodyMembers(body.id)}
      rejected={Object.keys(filled.errors).length > 0}
      scripts={may.admit ? ['suggest.js'] : []}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <Done words={memberWords} done={done} />
        <PageHead title={title} lead={t('membersLead')} />
        {may.end ? <Managed seats={present} all={seats} whole={whole} /> : <Composition seats={present} all={seats} />}
        {mine.map((seat) => (
          <YourName seat={seat} />
        ))}
        {others.length > 0 && whole.insider && (
          <Section id="altri" title={t('formerTitle')}>
            {may.end ? <Managed seats={others} all={seats} whole={whole} /> : <Composition seats={others} all={seats} />}
          </Section>
        )}
        {may.admit && <AdmitFields seats={present} options={options} whole={whole} {...filled} />}
      </div>
    </Page>
  )
}

/** The same list, with an end beside every mandate that has none yet. */
function Managed({ seats, all, whole }: { readonly seats: readonly Seat[]; readonly all: readonly Seat[]; readonly whole: Around }) {
  const t = useWords(memberWords)
  const b = useWords(bodyWords)
  const { today } = useReader()
  if (seats.length === 0)
    return (
      <Empty>
        <p>{b('noMembers')}</p>
      </Empty>
    )
  const columns: Column<Seat>[] = [
    { label: t('who'), rowHeader: true, cell: (seat) => <Who seat={seat} /> },
    { label: t('organisation'), cell: (seat) => <Organisation seat={seat} /> },
    { label: t('role'), cell: (seat) => <Role seat={seat} all={all} /> },
    { label: t('term'), cell: (seat) => <Term seat={seat} /> },
    {
      label: t('end'),
      selfEvident: true,
      cell: (seat) => {
        const last = lastDayIn(whole.body, seat)
        if (last !== null && last < today) return null
        return (
          <Link to={paths.memberEnd(whole.body.id, seat.id)} aria-label={t('endNamed', { name: seat.name ?? t('erased') })}>
            {t('end')}
          </Link>
        )
      },
    },
  ]
  return <Table caption={b('composition')} captionHidden rows={inOrder(seats)} columns={columns} />
}

/** Whether their name is shown is for each to say, unless they act by office. */
function YourName({ seat }: { readonly seat: Seat }) {
  const t = useWords(memberWords)
  const byDuty = isNamed({ ...seat, showsName: false })
  return (
    <Section id={`nome-${seat.id}`} title={t('yours')}>
      <p>{t(byDuty ? 'yoursDuty' : seat.showsName ? 'yoursShown' : 'yoursHidden')}</p>
      {!byDuty && (
        <Form action={paths.memberName(seat.bodyId, seat.id)}>
          {!seat.showsName && <HiddenField name="shows" value="on" />}
          <SubmitButton kind="secondary">{t(seat.showsName ? 'hide' : 'show')}</SubmitButton>
        </Form>
      )}
    </Section>
  )
}

interface AdmitProps extends Filled {
  readonly seats: readonly Seat[]
  readonly options: readonly Suggestion[]
  readonly whole: Around
}

function AdmitFields({ seats, options, whole, ...filled }: AdmitProps) {
  const t = useWords(memberWords)
  const titulars = seats.filter(({ substituteFor }) => substituteFor === null)
  return (
    <Section id="aggiungi" title={t('addTitle')} lead={t('addLead')}>
      <Form action={paths.bodyMembers(whole.body.id)} class="form">
        <TextField name="name" label={t('name')} help={t('nameHelp')} maxlength={200} {...filled} />
        <TextField name="email" type="email" label={t('email')} help={t('emailHelp')} maxlength={254} {...filled} />
        <SuggestField
          name="organisationId"
          label={t('forOrganisation')}
          help={t('forOrganisationHelp')}
          optional
          source={paths.organisationOptions}
          options={options}
          {...filled}
        />
        <SelectField
          name="role"
          label={t('role')}
          options={memberRoles.map((role) => ({ value: role, label: t(`roleLong.${role}`) }))}
          {...filled}
        />
        <SelectField
          name="substituteFor"
          label={t('substituteFor')}
          help={t('substituteForHelp')}
          optional
          empty={t('substituteNone')}
          options={titulars.map(({ id, name }) => ({ value: id, label: name ?? t('erased') }))}
          {...filled}
        />
        <DateField name="from" label={t('fromDay')} help={t('fromDayHelp')} optional min={whole.body.from} {...filled} />
        <DateField name="to" label={t('toDay')} help={t('toDayHelp')} optional min={whole.body.from} {...filled} />
        <FormEnd>
          <SubmitButton>{t('admit')}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}

interface EndMemberPageProps extends Filled {
  readonly reader: Reader
  readonly whole: Around
  readonly seat: Seat
}

export function EndMemberPage({ reader, whole, seat, ...filled }: EndMemberPageProps) {
  const t = wordsFor(reader, memberWords)
  const { body } = whole
  const back = paths.bodyMembers(body.id)
  const address = paths.memberEnd(body.id, seat.id)
  const lead = t('endLead', { name: seat.name ?? t('erased'), role: t(`role.${seat.role}`), from: formatDay(reader.lang, seat.from) })
  return (
    <Page
      reader={reader}
      title={t('endTitle')}
      section="ecosystems"
      trail={trailIn(reader.lang, whole, { label: t('members'), to: back }, { label: t('endTitle') })}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labelsOf(t)} />
        <PageHead title={t('endTitle')} kicker={[body.name]} lead={lead} />
        <Form action={address} class="form">
          <DateField name="to" label={t('endDay')} help={t('endDayHelp')} optional min={seat.from} {...filled} />
          <FormEnd cancel={back} keeps>
            <SubmitButton kind="danger">{t('endButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
