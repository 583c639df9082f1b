import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { bouncedAmong } from '../../identity/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { CheckGroup } from '../../ui/choice.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { InviteForm, inviteToHearing } from '../actions/invitations.ts'
import { hearingWords } from '../messages/hearings.ts'
import { registrationWords } from '../messages/registrations.ts'
import { stakeholderWords } from '../messages/stakeholders.ts'
import { type Face, facesOf } from '../people.ts'
import { mustNotHaveBegun } from '../rules/hearings.ts'
import { placeOfListening } from '../rules/place.ts'
import { type HearingInvitation, placeInLine, type Registration } from '../rules/registrations.ts'
import { invitationsTo, registrationsIn } from '../store/registrations.ts'
import { listStakeholders, stakeholdersById } from '../store/stakeholders.ts'
import { type AroundHearing, aroundHearing, trailInHearing } from './around-hearing.ts'
import { nameOf, Who } from './names.tsx'

export const invitePages = router()

/** As many as a form without script can offer; the others are invited once these are. */
const offered = 200

invitePages.get('/audizioni/:id/inviti', (c) => invitePage(c, { values: {}, errors: {} }))

invitePages.post('/audizioni/:id/inviti', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, InviteForm)
  if (!form.data) return invitePage(c, form)
  try {
    await inviteToHearing(c.var, id, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.hearing(id), { fatto: 'invitati' })), 303)
  } catch (error) {
    return invitePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function invitePage(c: Ctx, filled: Filled) {
  const { db, today, now, actor, reader } = c.var
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  mustBeAble(actor, 'listening.invite', placeOfListening(whole.ecosystemId))
  mustNotHaveBegun(whole.hearing, whole.slots, now)
  const invitations = await invitationsTo(db, whole.hearing.id)
  const asked = new Set(invitations.map(({ stakeholderId }) => stakeholderId))
  const { items } = await listStakeholders(db, { ecosystemId: whole.ecosystemId, day: today, limit: offered })
  const invitable = items.filter(({ id, personId }) => personId !== null && !asked.has(id))
  const invited = await stakeholdersById(db, [...asked])
  const faces = await facesOf(db, [...invitable, ...invited.values()], true, today)
  const people = invitations.map(({ personId }) => personId)
  return c.html(
    <InvitePage
      reader={reader}
      whole={whole}
      invitations={invitations}
      registrations={await registrationsIn(db, [whole.hearing.id])}
      invitable={faces.slice(0, invitable.length)}
      invited={new Map(faces.slice(invitable.length).map((face) => [face.id as string, face]))}
      bounced={await bouncedAmong(db, people)}
      {...filled}
    />,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

interface InvitePageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundHearing
  readonly invitations: readonly HearingInvitation[]
  readonly registrations: readonly Registration[]
  readonly invitable: readonly Face[]
  readonly invited: ReadonlyMap<string, Face>
  readonly bounced: ReadonlySet<string>
}

function InvitePage(props: InvitePageProps) {
  const { reader, whole, invitations, invitable, values, errors } = props
  const r = wordsFor(reader, registrationWords)
  const s = wordsFor(reader, stakeholderWords)
  const { hearing } = whole
  const address = paths.hearingInvitations(hearing.id)
  const options = invitable.map((face) => ({
    value: face.id,
    label: nameOf(reader.lang, face),
    help: `${s(`kind.${face.kind}`)} · ${s('ofPerson')}: ${face.contact ?? s('erased')}`,
  }))
  return (
    <Page
      reader={reader}
      title={r('inviteTitle')}
      section="ecosystems"
      trail={trailInHearing(reader.lang, whole, { label: r('invite') })}
      address={address}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ stakeholders: r('toInvite') }} />
        <PageHead title={r('inviteTitle')} kicker={[hearing.title]} lead={r('inviteLead')} />
        {options.length > 0 ? (
          <Form action={address} class="form">
            <CheckGroup
              name="stakeholders"
              label={r('toInvite')}
              help={r('toInviteHelp')}
              options={options}
              values={values}
              errors={errors}
            />
            <FormEnd cancel={paths.hearing(hearing.id)}>
              <SubmitButton>{r('inviteButton')}</SubmitButton>
            </FormEnd>
          </Form>
        ) : (
          <p class="quiet">{r('nobodyLeft')}</p>
        )}
        {invitations.length > 0 && <Invited {...props} />}
      </div>
    </Page>
  )
}

function Invited({ whole, invitations, registrations, invited, bounced }: InvitePageProps) {
  const t = useWords(hearingWords)
  const r = useWords(registrationWords)
  return (
    <Section id="invitati" title={r('invitedAlready')}>
      <Table
        caption={r('invitedAlready')}
        captionHidden
        rows={invitations}
        columns={[
          {
            label: t('who'),
            rowHeader: true,
            cell: ({ stakeholderId }) => {
              const face = invited.get(stakeholderId)
              return face && <Who face={face} />
            },
          },
          {
            label: r('answer'),
            cell: ({ stakeholderId, personId, declinedAt }) => {
              const registered = registrations.find((one) => one.stakeholderId === stakeholderId && one.withdrawnAt === null)
              const waits = registered && placeInLine(whole.slots, registrations, registered) !== null
              const answer = registered ? (waits ? 'waiting' : 'registered') : declinedAt ? 'declined' : 'none'
              return (
                <>
                  {r(`answer.${answer}`)}
                  {bounced.has(personId) && (
                    <>
                      <br />
                      <StateMark state="late" label={r('bounced')} />
                    </>
                  )}
                </>
              )
            },
          },
        ]}
      />
    </Section>
  )
}
