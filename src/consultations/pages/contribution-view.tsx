import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { Facts, Fields } from '../../ui/facts.tsx'
import { HiddenField, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { answerInWords } from '../answers-in-words.ts'
import type { AnswerTold } from '../answers-told.ts'
import { contributionWords } from '../messages/contributions.ts'
import { contributionState, receiptNumber } from '../rules/contributions.ts'
import { questionIn } from '../rules/questions.ts'
import { AnswerSection } from './answer-box.tsx'
import { trailIn } from './around.tsx'
import { Gone } from './contribution-list.tsx'
import { Comments, History, Moderated } from './contribution-parts.tsx'
import type { Shown } from './shown.ts'
import { Whereabouts } from './whereabouts.tsx'

interface ContributionPageProps {
  readonly reader: Reader
  readonly whole: Shown
  readonly answer: AnswerTold | undefined
  readonly done: string | undefined
}

export function ContributionPage({ reader, whole, answer, done }: ContributionPageProps) {
  const t = wordsFor(reader, contributionWords)
  const { contribution, consultation, by, own, moderator } = whole
  const state = contributionState(contribution)
  const number = receiptNumber(contribution)
  const title = t('one', { number })
  const list = { label: t('list'), to: paths.contributions(consultation.id) }
  const shown = state === 'visible' || ((own || moderator) && state === 'hidden')
  return (
    <Page reader={reader} title={title} section="consultations" trail={trailIn(reader.lang, whole, list, { label: number })}>
      <div class="container">
        <Done words={contributionWords} done={done} />
        <PageHead
          title={title}
          kicker={[<Link to={paths.consultation(consultation.id)}>{whole.title}</Link>, shown ? by(contribution) : null]}
        >
          <Ways whole={whole} />
        </PageHead>
        {state !== 'visible' && (
          <Notice kind="blocked">
            <p>
              <Gone contribution={contribution} />
            </p>
            {shown && <p>{t('hiddenYours')}</p>}
            {shown && whole.moderations.length > 0 && (
              <p>
                <Link to="#moderazione">{t('hiddenWhy')}</Link>
              </p>
            )}
          </Notice>
        )}
        {shown ? <Body whole={whole} /> : <></>}
        {state === 'visible' && <AnswerSection answer={answer} to={contribution} />}
        <Whereabouts whole={whole} />
        <Moderated whole={whole} />
        {state === 'visible' && <Comments whole={whole} />}
        {shown && <History whole={whole} />}
      </div>
    </Page>
  )
}

function Body({ whole }: { readonly whole: Shown }) {
  const t = useWords(contributionWords)
  const { lang } = useReader()
  const { instant, day } = useFormats()
  const { contribution, consultation, version, passage, questions, files } = whole
  const { target, versionId, channel, receivedAt, protocolDay, protocolNumber, revision, supports, hash } = contribution
  const answered = questions.filter(({ id }) => contribution.answers[id] !== undefined)
  const came =
    protocolDay === null
      ? t('received', { instant: instant(receivedAt) })
      : t('arrived', { day: day(protocolDay), channel: t(`channel.${channel}`), protocol: protocolNumber ?? '' })
  return (
    <Columns kind="aside" section>
      <div>
        {passage && (
          <>
            <p class="quiet">{t('whereIs')}</p>
            <blockquote lang="it">{passage}</blockquote>
            {target.kind !== 'whole' && versionId === consultation.versionId && (
              <p class="small">
                <Link to={`${paths.consultationText(consultation.id)}#b-${target.blockId}`}>{t('inText')}</Link>
              </p>
            )}
          </>
        )}
        {contribution.text && <Prose text={contribution.text} lang={contribution.lang} />}
        {answered.length > 0 && (
          <Section id="risposte" title={t('answers')} band="bare">
            <Fields
              items={answered.map((question) => ({
                term: questionIn(lang, question),
                details: answerInWords(lang, question, contribution.answers[question.id] ?? '').map((line) => <p>{line}</p>),
              }))}
            />
          </Section>
        )}
      </div>
      <Facts
        items={[
          { term: t('receipt'), details: <Unbroken>{receiptNumber(contribution)}</Unbroken> },
          { term: t('about'), details: t(`target.${contribution.target.kind}`) },
          { term: t('ofText'), details: t('onVersion', { number: version.number }) },
          { term: t('when'), details: revision > 0 ? `${came}, ${t('changed', { count: revision })}` : came },
          { term: t('supportsTerm'), details: t('supports', { count: supports }) },
          {
            term: t('attachments'),
            details: files.length > 0 ? files.map(({ id, name }) => <Link to={paths.file(id)}>{name} </Link>) : null,
          },
          { term: t('hash'), details: <code class="wrap">{hash}</code> },
        ].filter(({ term }) => term !== '' || revision > 0)}
      />
    </Columns>
  )
}

/** What whoever reads may do; one of them is the primary button. */
function Ways({ whole }: { readonly whole: Shown }) {
  const t = useWords(contributionWords)
  const { contribution, consultation, own, moderator, taking, canAct, supported } = whole
  const state = contributionState(contribution)
  const to = (what: string) => paths.contributionDoing(consultation.id, contribution.number, what)
  if (!canAct || state !== 'visible') return <></>
  return (
    <div class="actions">
      {!own && taking && consultation.supports && (
        <Form action={to('sostegno')}>
          <HiddenField name="wanted" value={supported ? 'no' : 'yes'} />
          <SubmitButton>{t(supported ? 'unsupport' : 'support')}</SubmitButton>
        </Form>
      )}
      {own && taking && <ButtonLink to={to('modifica')}>{t('change')}</ButtonLink>}
      {own && taking && <ButtonLink to={to('ritiro')}>{t('withdraw')}</ButtonLink>}
      {!own && <ButtonLink to={to('segnalazione')}>{t('flag')}</ButtonLink>}
      {moderator && <ButtonLink to={to('moderazione')}>{t('moderate')}</ButtonLink>}
    </div>
  )
}
