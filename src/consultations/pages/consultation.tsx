import { paths } from '../../charter/paths.ts'
import { getVersion, type Version } from '../../documents/index.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { freshFor } from '../../platform/public-pages.ts'
import type { Reader } from '../../platform/reader.ts'
import { ActionLinks } from '../../ui/action-links.tsx'
import { Done } from '../../ui/done.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import type { Answers } from '../answers-told.ts'
import { consultationWords } from '../messages/consultations.ts'
import { moderationWords } from '../messages/moderation.ts'
import { textWords } from '../messages/text.ts'
import { aimsIn, markOf, type OpenedConsultation, stateOn } from '../rules/consultation.ts'
import type { Milestone } from '../rules/milestones.ts'
import type { Question } from '../rules/questions.ts'
import { closingAfterResumption, graceMinutes } from '../rules/windows.ts'
import { type ShownMaterial, shownMaterials } from '../shown-materials.ts'
import { type CalendarChange, changesOf } from '../store/changes.ts'
import { milestonesOf } from '../store/milestones.ts'
import { countModerations, type ModerationCount } from '../store/moderation.ts'
import { questionsOf } from '../store/questions.ts'
import { type Numbers as Figures, noNumbers, numbersOf } from '../store/tallies.ts'
import { type Around, aroundOpened, mayDo, trailIn } from './around.tsx'
import { Changes, Figured } from './consultation-parts.tsx'
import { Materials } from './material-parts.tsx'
import { CalendarOf } from './milestone-parts.tsx'
import { ModerationLog } from './moderation-log.tsx'
import { readKey } from './text-view.tsx'

export function consultationPages(answers: Answers) {
  return router().get('/consultazioni/:id', async (c) => {
    freshFor(c, 2)
    const whole = await gather(c, answers)
    return c.html(<ConsultationPage reader={c.var.reader} whole={whole} done={c.req.query('fatto')} />)
  })
}

export interface Whole extends Around<OpenedConsultation> {
  readonly version: Version
  readonly numbers: Figures
  readonly answered: number
  readonly questions: readonly Question[]
  readonly materials: readonly ShownMaterial[]
  readonly milestones: readonly Milestone[]
  readonly changes: readonly CalendarChange[]
  readonly moderations: readonly ModerationCount[]
  /** The day on which the outcomes were published; null while they are not. */
  readonly outcomesOn: Day | null
  readonly may: {
    readonly calendar: boolean
    readonly accompany: boolean
    readonly moderate: boolean
    readonly enter: boolean
    readonly answer: boolean
  }
}

async function gather(c: Ctx, answers: Answers): Promise<Whole> {
  const whole = await aroundOpened(c)
  const { db } = c.var
  const { consultation } = whole
  const { id } = consultation
  return {
    ...whole,
    version: await getVersion(db, consultation.versionId),
    numbers: (await numbersOf(db, [id])).get(id) ?? noNumbers,
    answered: await answers.answered(db, id),
    questions: await questionsOf(db, id),
    materials: await shownMaterials(db, id),
    milestones: await milestonesOf(db, id),
    changes: await changesOf(db, id),
    moderations: await countModerations(db, id),
    outcomesOn: await answers.outcomesOn(db, id),
    may: {
      calendar: mayDo(c, 'consultations.extend', consultation),
      accompany: mayDo(c, 'consultations.accompany', consultation),
      moderate: mayDo(c, 'consultations.hide', consultation),
      enter: mayDo(c, 'consultations.enter', consultation),
      answer: answers.mayAnswer(c.var.actor, consultation),
    },
  }
}

function ConsultationPage({ reader, whole, done }: { readonly reader: Reader; readonly whole: Whole; readonly done: string | undefined }) {
  const t = wordsFor(reader, consultationWords)
  const m = wordsFor(reader, moderationWords)
  const { consultation, ecosystem, title } = whole
  const state = stateOn(reader.today, consultation)
  const aims = aimsIn(reader.lang, consultation)
  return (
    <Page
      reader={reader}
      title={title}
      description={(aims ?? title).slice(0, 160)}
      section="consultations"
      trail={trailIn(reader.lang, whole)}
      head={<link rel="alternate" type="application/atom+xml" title={t('feed')} href={paths.consultationFeed(consultation.id)} />}
    >
      <div class="container">
        <Done words={consultationWords} done={done} />
        <PageHead
          title={title}
          kicker={[t(`kind.${consultation.kind}`), <Link to={paths.ecosystem(ecosystem.slug)}>{ecosystem.name}</Link>]}
          verdict={<StateMark state={markOf[state]} label={t(`state.${state}`)} detail={<Time consultation={consultation} />} />}
          lead={<When whole={whole} />}
        >
          <p class="actions">
            {state === 'open' && (
              <ButtonLink kind="primary" to={paths.takePart(consultation.id)}>
                {t('takePart')}
              </ButtonLink>
            )}
            {whole.outcomesOn && (
              <ButtonLink kind="primary" to={paths.outcomes(consultation.id)}>
                {t('outcomes')}
              </ButtonLink>
            )}
            <ButtonLink to={paths.consultationText(consultation.id)}>
              {wordsFor(reader, textWords)(readKey(reader, consultation))}
            </ButtonLink>
            <ButtonLink to={paths.contributions(consultation.id)}>{t('readContributions')}</ButtonLink>
          </p>
        </PageHead>
        <Columns kind="aside" section>
          <div>
            {aims && (
              <Section id="obiettivi" title={t('aims')} band="bare">
                <Prose text={aims} />
              </Section>
            )}
            <Section id="testo" title={t('object')} band="bare">
              <p>
                <Link to={paths.consultationText(consultation.id)}>
                  {t('version', {
                    title: reader.lang === 'en' ? (whole.version.titleEn ?? whole.version.titleIt) : whole.version.titleIt,
                    number: whole.version.number,
                  })}
                </Link>
              </p>
              <p>
                <Link to={paths.version(consultation.documentId, whole.version.number)}>{t('takeAway')}</Link>
              </p>
              {whole.questions.length > 0 && <p>{t('questionsCount', { count: whole.questions.length })}</p>}
            </Section>
            <Materials materials={whole.materials} />
          </div>
          <HowTo whole={whole} />
        </Columns>
        <CalendarOf consultation={consultation} milestones={whole.milestones} published />
        <Changes changes={whole.changes} />
        <Figured consultationId={consultation.id} numbers={whole.numbers} answered={whole.answered} />
        <Section id="moderazione" title={m('publicLog')} lead={m('publicLogLead')}>
          <ModerationLog counts={whole.moderations} />
        </Section>
        <Manage whole={whole} />
      </div>
    </Page>
  )
}

function Time({ consultation }: { readonly consultation: OpenedConsultation }) {
  const t = useWords(consultationWords)
  const { day } = useFormats()
  const { today } = useReader()
  const state = stateOn(today, consultation)
  if (state === 'open') return <>{t('daysLeft', { days: daysBetween(today, consultation.closesOn) })}</>
  return <>{state === 'coming' ? t('opensOn', { day: day(consultation.opensOn) }) : ''}</>
}

function When({ whole: { consultation, outcomesOn } }: { readonly whole: Whole }) {
  const t = useWords(consultationWords)
  const { day } = useFormats()
  const { today } = useReader()
  const { opensOn, closesOn, suspendedOn } = consultation
  const state = stateOn(today, consultation)
  if (state === 'suspended' && suspendedOn) {
    const closes = closingAfterResumption({ opensOn, closesOn, suspendedOn }, today)
    return <>{t('suspendedText', { day: day(suspendedOn), closes: day(closes) })}</>
  }
  if (state === 'coming')
    return <>{t('comingText', { opens: day(opensOn), closes: day(closesOn), days: daysBetween(opensOn, closesOn) })}</>
  if (state === 'closed' && outcomesOn) return <>{t('answeredText', { day: day(closesOn), on: day(outcomesOn) })}</>
  if (state === 'closed') return <>{t('closedText', { day: day(closesOn) })}</>
  return <>{t('untilMidnight', { day: day(closesOn), minutes: graceMinutes })}</>
}

function HowTo({ whole: { consultation } }: { readonly whole: Whole }) {
  const t = useWords(consultationWords)
  const { list } = useFormats()
  const isOver = stateOn(useReader().today, consultation) === 'closed'
  const mail = (address: string | null) => (address ? <Link to={`mailto:${address}`}>{address}</Link> : null)
  return (
    <Section id="come" title={t(isOver ? 'howItWas' : 'howTo')} band="bare">
      <Facts
        items={[
          { term: t('howToWho'), details: t(`participants.${consultation.participants}`) },
          { term: t('howToChannels'), details: list(consultation.channels.map((channel) => t(`channel.${channel}`))) },
          { term: t('languages'), details: list(consultation.languages.map((lang) => t(`lang.${lang}`))) },
          { term: t('contacts'), details: [consultation.contactOffice, ' ', mail(consultation.contactMail)] },
          { term: t('certifiedMail'), details: mail(consultation.contactCertifiedMail) },
          { term: t('address'), details: consultation.contactAddress },
          { term: t('rules'), details: <Link to={paths.consultationRules}>{t('rulesLink')}</Link> },
        ]}
      />
    </Section>
  )
}

function Manage({ whole: { consultation, may } }: { readonly whole: Whole }) {
  const t = useWords(consultationWords)
  const running = stateOn(useReader().today, consultation) !== 'closed'
  const ways = [
    { label: t('manageAnswers'), to: paths.answers(consultation.id), shown: may.answer },
    { label: t('manageCalendar'), to: paths.consultationCalendar(consultation.id), shown: may.calendar },
    { label: t('manageMaterials'), to: paths.consultationMaterials(consultation.id), shown: may.accompany && running },
    { label: t('manageDates'), to: paths.consultationDates(consultation.id), shown: may.accompany && running },
    { label: t('manageModeration'), to: paths.moderation(consultation.id), shown: may.moderate },
    { label: t('managePlaces'), to: paths.annotationPlaces(consultation.id), shown: may.moderate },
    { label: t('manageOther'), to: paths.otherChannels(consultation.id), shown: may.enter },
  ]
  if (!ways.some(({ shown }) => shown)) return <></>
  return (
    <Section id="gestisci" title={t('manage')}>
      <ActionLinks items={ways} primary={false} />
    </Section>
  )
}
