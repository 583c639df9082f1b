import { inLang, paths } from '../../charter/paths.ts'
import { cursorAfter, receiptNumber } from '../../consultations/index.ts'
import { dayOf } from '../../kernel/day.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { csvOf } from '../../platform/csv.ts'
import { attachment } from '../../platform/files/download.ts'
import type { Ctx } from '../../platform/http.ts'
import { type PaperFormatName, paperFormats } from '../../platform/papers.ts'
import { wordsFor } from '../../ui/reader.tsx'
import { type AnsweredContribution, everyAnswered, listAnswered } from '../listing.ts'
import { outcomeWords } from '../messages/outcomes.ts'
import { type Outcomes, outcomePaper } from '../outcome-paper.ts'
import { mustBeVolume, onOnePaper } from '../rules/volumes.ts'
import { outcomeName } from '../words.ts'

export const outcomeFormats = ['pdf', 'docx', 'html', 'csv', 'json'] as const

export interface Asked {
  readonly format: string
  /** Which paper, where they are several. */
  readonly part?: number
}

export async function downloadOutcomes(c: Ctx, outcomes: Outcomes, { format, part = 1 }: Asked): Promise<Response> {
  const { db, reader, today } = c.var
  const { id } = outcomes.around.consultation
  const named = (extension: string) => attachment(`esiti-${id.slice(0, 8)}.${extension}`)
  const every = () => everyAnswered(db, reader.lang, id)
  if (format === 'csv') return streamed(named('csv'), 'text/csv; charset=utf-8', csvLines(c, outcomes, every()))
  if (format === 'json') return streamed(named('json'), 'application/json; charset=utf-8', jsonLines(outcomes, every()))
  if (!(outcomeFormats as readonly string[]).includes(format)) throw new Problem(notFound)
  const volume = mustBeVolume(outcomes.numbers.account.received, part)
  const before = (volume.number - 1) * onOnePaper
  const cursor = before > 0 ? ((await cursorAfter(db, id, before)) ?? undefined) : undefined
  const { items } = await listAnswered(db, reader.lang, id, { cursor, limit: onOnePaper })
  const { write, type, extension } = paperFormats[format as PaperFormatName]
  const bytes = await write(outcomePaper(outcomes, items, { lang: reader.lang, baseUrl: reader.baseUrl, today, volume }))
  const file = named(volume.of > 1 ? `${volume.number}.${extension}` : extension)
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'content-disposition': file } })
}

/** Lines leave together: one by one, a million of them would each cost a message to the system. */
const charactersAtOnce = 64 * 1024

function streamed(disposition: string, type: string, lines: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      let [text, ended] = ['', false]
      while (text.length < charactersAtOnce && !ended) {
        const { value, done } = await lines.next()
        if (done) ended = true
        else text += value
      }
      if (text !== '') controller.enqueue(encoder.encode(text))
      if (ended) controller.close()
    },
    cancel: () => void lines.return(undefined),
  })
  return new Response(body, { headers: { 'content-type': type, 'content-disposition': disposition } })
}

async function* csvLines(c: Ctx, { around }: Outcomes, answers: AsyncGenerator<AnsweredContribution>): AsyncGenerator<string> {
  const { reader } = c.var
  const t = wordsFor(reader, outcomeWords)
  const head = ['csv.number', 'csv.received', 'csv.from', 'csv.state', 'csv.text', 'outcome', 'csv.reason', 'csv.address'] as const
  yield `\uFEFF${csvOf([head.map((key) => t(key))])}`
  for await (const { contribution, state, by, text, answer } of answers) {
    const address = new URL(inLang(reader.lang, paths.contribution(around.consultation.id, contribution.number)), reader.baseUrl).href
    const reason = answer && (reader.lang === 'en' && answer.reasonEn ? answer.reasonEn : answer.reasonIt)
    const outcome = state === 'visible' ? outcomeName(reader.lang, answer?.outcome ?? null) : ''
    yield csvOf([[receiptNumber(contribution), dayOf(contribution.receivedAt), by, t(`state.${state}`), text, outcome, reason, address]])
  }
}

async function* jsonLines({ around, numbers, standing }: Outcomes, answers: AsyncGenerator<AnsweredContribution>): AsyncGenerator<string> {
  const { id, opensOn, closesOn } = around.consultation
  const { narrativeIt = null, narrativeEn = null, finalVersionId = null, publishedOn = null } = standing.report ?? {}
  const whole = {
    consultationId: id,
    title: around.title,
    opensOn,
    closesOn,
    publishedOn,
    finalVersionId,
    narrativeIt,
    narrativeEn,
    numbers,
  }
  yield `${JSON.stringify(whole).slice(0, -1)},"contributions":[`
  let first = true
  for await (const { contribution, state, by, text, answer } of answers) {
    const { number, receivedAt, target, contributorKind, supports } = contribution
    const row = {
      number: receiptNumber({ number, receivedAt }),
      receivedAt,
      state,
      by,
      contributorKind,
      target: state === 'visible' ? target : null,
      text,
      supports,
      answer,
    }
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`
    first = false
  }
  yield ']}\n'
}
