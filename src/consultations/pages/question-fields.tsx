import { CheckGroup, FieldGroup, RadioGroup } from '../../ui/choice.tsx'
import { FileField, TextArea } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { useReader, useWords } from '../../ui/reader.tsx'
import { takePartWords } from '../messages/take-part.ts'
import { type Answer, type Answers, fieldOf, optionIn, type Question, questionIn } from '../rules/questions.ts'

interface FieldsProps extends Filled {
  readonly questions: readonly Question[]
}

/** Every question, those that depend on another told so: without a script nothing appears or goes by itself. */
export function QuestionFields({ questions, ...filled }: FieldsProps) {
  const p = useWords(takePartWords)
  if (questions.length === 0) return <></>
  return (
    <FieldGroup legend={p('questions')}>
      {questions.map((question) => (
        <QuestionField question={question} questions={questions} {...filled} />
      ))}
    </FieldGroup>
  )
}

function QuestionField({ question, questions, ...filled }: FieldsProps & { readonly question: Question }) {
  const { lang } = useReader()
  const p = useWords(takePartWords)
  const other = question.showIf && questions.find(({ id }) => id === question.showIf?.question)
  const option = other?.options[question.showIf?.option ?? 0]
  const help = other && option ? p('showIf', { question: questionIn(lang, other), option: optionIn(lang, option) }) : undefined
  const optional = !question.required || question.showIf !== null
  const field = {
    name: fieldOf(question),
    label: questionIn(lang, question),
    ...(help ? { help } : {}),
    ...(optional ? { optional } : {}),
    ...filled,
  }
  const options = question.options.map((one, at) => ({ value: String(at), label: optionIn(lang, one) }))
  if (question.kind === 'open') return <TextArea rows={4} maxlength={5000} {...field} />
  if (question.kind === 'file') return <FileField {...field} />
  if (question.kind === 'single') return <RadioGroup options={options} {...field} />
  if (question.kind === 'multiple') return <CheckGroup options={options} {...field} />
  if (question.kind === 'scale') return <RadioGroup options={degrees(question)} {...field} />
  return (
    <FieldGroup legend={field.label} {...(help ? { help } : {})}>
      {question.rows.map((row, at) => (
        <RadioGroup
          options={options}
          name={`${field.name}-${at}`}
          label={optionIn(lang, row)}
          {...(optional ? { optional } : {})}
          {...filled}
        />
      ))}
    </FieldGroup>
  )
}

function degrees({ scale }: Question) {
  const { from, to } = scale ?? { from: 1, to: 5 }
  return Array.from({ length: to - from + 1 }, (_, at) => ({ value: String(from + at), label: String(from + at) }))
}

/** What a form answers, by question. */
export function answersFrom(questions: readonly Question[], values: Filled['values']): Answers {
  const answers: Record<string, Answer> = {}
  for (const question of questions) {
    const answer = answerFrom(question, values)
    if (answer !== undefined) answers[question.id] = answer
  }
  return answers
}

function answerFrom(question: Question, values: Filled['values']): Answer | undefined {
  const name = fieldOf(question)
  const sent = (key: string) => [values[key] ?? []].flat().filter((one): one is string => typeof one === 'string' && one !== '')
  const [first] = sent(name)
  if (question.kind === 'open') return first?.trim().replace(/\r\n?/g, '\n')
  if (question.kind === 'multiple') return sent(name).map(Number)
  if (question.kind !== 'matrix') return first === undefined ? undefined : Number(first)
  return question.rows.map((_, at) => {
    const [chosen] = sent(`${name}-${at}`)
    return chosen === undefined ? null : Number(chosen)
  })
}

/** The values of a form that says these answers again. */
export function valuesFrom(questions: readonly Question[], answers: Answers): Filled['values'] {
  const values: Record<string, string | string[]> = {}
  for (const question of questions) {
    const answer = answers[question.id]
    const name = fieldOf(question)
    if (typeof answer === 'string' || typeof answer === 'number') values[name] = String(answer)
    else if (question.kind === 'multiple') values[name] = (answer ?? []).map(String)
    else if (answer)
      answer.forEach((one, at) => {
        if (one !== null) values[`${name}-${at}`] = String(one)
      })
  }
  return values
}
