import { paths } from '../../charter/paths.ts'
import { formatDay } from '../../kernel/words.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { DatedList } from '../../ui/dated-list.tsx'
import { Done } from '../../ui/done.tsx'
import { Facts } from '../../ui/facts.tsx'
import { DateField, TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { stakeholderFormWords } from '../messages/stakeholder-forms.ts'
import { stakeholderWords } from '../messages/stakeholders.ts'
import type { Face } from '../people.ts'
import { type Involved, involvements as levels } from '../rules/stakeholders.ts'
import type { HeardIn } from '../store/heard.ts'
import type { MeetingTaken } from '../taking-part.ts'
import { type Around, trailIn } from './around.ts'
import { nameOf } from './names.tsx'

interface StakeholderPageProps extends Filled {
  readonly reader: Reader
  readonly around: Around
  readonly face: Face
  /** Whoever reads is the person who speaks for it. */
  readonly own: boolean
  readonly involvements: readonly Involved[]
  readonly hearings: readonly HeardIn[]
  readonly meetings: readonly MeetingTaken[]
  readonly bounced: boolean
  readonly may: { readonly change: boolean; readonly remove: boolean; readonly note: boolean }
  readonly done: string | undefined
}

export function StakeholderPage(props: StakeholderPageProps) {
  const { reader, around, face, own, bounced, may, done, errors } = props
  const t = wordsFor(reader, stakeholderWords)
  const f = wordsFor(reader, stakeholderFormWords)
  const title = nameOf(reader.lang, face)
  const { interest, influence } = face
  const verdict =
    interest && influence ? t('weights', { interest: t(`weight.${interest}`), influence: t(`influence.${influence}`) }) : t('unweighed')
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('stakeholders'), to: paths.stakeholders(around.slug) }, { label: title })}
      address={paths.stakeholder(face.id)}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ level: t('level'), day: t('day'), note: t('note') }} />
        <Done words={stakeholderWords} done={done} />
        <PageHead title={title} kicker={[t(`kind.${face.kind}`)]} lead={verdict}>
          {(may.change || may.remove) && (
            <p class="actions">
              {may.change && (
                <ButtonLink to={paths.stakeholderEdit(face.id)} kind="primary">
                  {f('edit')}
                </ButtonLink>
              )}
              {may.remove && <ButtonLink to={paths.stakeholderEnd(face.id)}>{f('remove')}</ButtonLink>}
            </p>
          )}
        </PageHead>
        {face.removedOn && (
          <Notice>
            <p>{t('removed', { day: formatDay(reader.lang, face.removedOn) })}</p>
          </Notice>
        )}
        {own && face.organisationId === null && face.removedOn === null && <YourName face={face} />}
        <Columns kind="aside" section>
          <When {...props} />
          <aside aria-label={title}>
            <Facts
              items={[
                { term: t('involvement'), details: t(`level.${face.involvement}`) },
                { term: t('since'), details: formatDay(reader.lang, face.addedOn) },
                { term: t('contact'), details: around.keeper && <Contact face={face} bounced={bounced} /> },
                { term: f('notes'), details: around.keeper && face.notes && <Prose text={face.notes} /> },
              ]}
            />
          </aside>
        </Columns>
        {may.note && <NoteForm {...props} />}
      </div>
    </Page>
  )
}

function Contact({ face, bounced }: Pick<StakeholderPageProps, 'face' | 'bounced'>) {
  const t = useWords(stakeholderWords)
  if (!face.personId) return <>{t('noContact')}</>
  return (
    <>
      {face.contact ?? t('erased')}
      {bounced && (
        <>
          <br />
          <StateMark state="late" label={t('bounced')} />
        </>
      )}
    </>
  )
}

/** Whether a person who speaks for themselves is named is for them to choose. */
function YourName({ face }: Pick<StakeholderPageProps, 'face'>) {
  const t = useWords(stakeholderWords)
  return (
    <Section id="nome" title={t('yourName')}>
      <p>{t(face.showsName ? 'yourNameShown' : 'yourNameHidden')}</p>
      <Form action={paths.stakeholderName(face.id)}>
        {!face.showsName && <HiddenField name="shows" value="on" />}
        <SubmitButton kind="secondary">{t(face.showsName ? 'hideName' : 'showName')}</SubmitButton>
      </Form>
    </Section>
  )
}

function When({ involvements, hearings, meetings }: StakeholderPageProps) {
  const t = useWords(stakeholderWords)
  const items = [
    ...hearings.map(({ id, day, title }) => ({ day, title, to: paths.hearingMinutes(id), text: t('heardIn') })),
    ...meetings.map(({ id, day, number, body }) => ({
      day,
      title: t('meeting', { number, body }),
      to: paths.meeting(id),
      text: t('satIn'),
    })),
    ...involvements.map(({ day, level, note }) => ({ day, title: t(`was.${level}`), text: note })),
  ].sort((a, b) => (a.day < b.day ? 1 : -1))
  return (
    <Section id="coinvolgimenti" title={t('involvements')} band="bare">
      {items.length > 0 ? <DatedList items={items} /> : <p class="quiet">{t('noInvolvements')}</p>}
    </Section>
  )
}

function NoteForm({ face, values, errors }: StakeholderPageProps) {
  const t = useWords(stakeholderWords)
  const { today } = useReader()
  return (
    <Section id="annota" title={t('noteTitle')} lead={t('noteLead')}>
      <Form action={paths.involvements(face.id)} class="form">
        <RadioGroup
          name="level"
          label={t('level')}
          options={levels.map((level) => ({ value: level, label: t(`levelName.${level}`) }))}
          values={values}
          errors={errors}
        />
        <DateField name="day" label={t('day')} max={today} values={values} errors={errors} />
        <TextArea name="note" label={t('note')} rows={3} maxlength={1000} values={values} errors={errors} />
        <FormEnd>
          <SubmitButton kind="secondary">{t('noteButton')}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}
