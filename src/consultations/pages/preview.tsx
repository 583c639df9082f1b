import { Facts } from '../../ui/facts.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { consultationWords } from '../messages/consultations.ts'
import { setUpWords } from '../messages/set-up.ts'
import { takePartWords } from '../messages/take-part.ts'
import { aimsIn, type Consultation, titleIn } from '../rules/consultation.ts'
import type { Milestone } from '../rules/milestones.ts'
import { optionIn, type Question, questionIn } from '../rules/questions.ts'
import type { ShownMaterial } from '../shown-materials.ts'
import { Materials } from './material-parts.tsx'
import { CalendarOf } from './milestone-parts.tsx'

interface PreviewProps {
  readonly consultation: Consultation
  readonly questions: readonly Question[]
  readonly materials: readonly ShownMaterial[]
  readonly milestones: readonly Milestone[]
}

/** What participants will read, before anybody can. */
export function Preview({ consultation, questions, materials, milestones }: PreviewProps) {
  const t = useWords(setUpWords)
  const k = useWords(consultationWords)
  const { lang } = useReader()
  const { day, list } = useFormats()
  const aims = aimsIn(lang, consultation)
  const { opensOn, closesOn, channels, languages, participants } = consultation
  return (
    <Section id="anteprima" title={t('preview')} lead={t('previewLead')}>
      <h3>{titleIn(lang, consultation)}</h3>
      {aims && <Prose text={aims} />}
      <Facts
        items={[
          { term: k('howToWho'), details: k(`participants.${participants}`) },
          { term: k('howToChannels'), details: list(channels.map((channel) => k(`channel.${channel}`))) },
          { term: k('languages'), details: list(languages.map((one) => k(`lang.${one}`))) },
          { term: k('opening'), details: opensOn && day(opensOn) },
          { term: k('lastDay'), details: closesOn && day(closesOn) },
          { term: k('contacts'), details: [consultation.contactOffice, consultation.contactMail].filter(Boolean).join(', ') },
          { term: k('certifiedMail'), details: consultation.contactCertifiedMail },
          { term: k('address'), details: consultation.contactAddress },
        ]}
      />
      <Materials materials={materials} />
      {opensOn && closesOn && (
        <CalendarOf consultation={{ ...consultation, opensOn, closesOn }} milestones={milestones} published={false} />
      )}
      {questions.length > 0 && (
        <>
          <h3>{k('questions')}</h3>
          <QuestionList questions={questions} />
        </>
      )}
    </Section>
  )
}

export function QuestionList({ questions }: { readonly questions: readonly Question[] }) {
  const t = useWords(setUpWords)
  const p = useWords(takePartWords)
  const { lang } = useReader()
  const { list } = useFormats()
  const whenAsked = ({ showIf }: Question) => {
    const other = showIf && questions.find(({ id }) => id === showIf.question)
    const option = other?.options[showIf?.option ?? -1]
    if (!other || !option) return null
    return <p class="quiet small">{p('showIf', { question: questionIn(lang, other), option: optionIn(lang, option) })}</p>
  }
  return (
    <ol>
      {questions.map((question) => (
        <li>
          {questionIn(lang, question)} <span class="quiet small">({t(`kind.${question.kind}`)})</span>
          {question.required && <b class="small"> {t('mustAnswer')}</b>}
          {whenAsked(question)}
          {question.scale && <p class="quiet small">{t('scaleShown', question.scale)}</p>}
          {question.rows.length > 0 && (
            <p class="quiet small">{t('rowsShown', { rows: list(question.rows.map((row) => optionIn(lang, row))) })}</p>
          )}
          {question.options.length > 0 && (
            <ul>
              {question.options.map((option) => (
                <li>{optionIn(lang, option)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
