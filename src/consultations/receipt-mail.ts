import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import type { Db } from '../platform/db.ts'
import { filesOf } from '../platform/files.ts'
import type { Quote } from '../platform/mail.ts'
import { answerInWords } from './answers-in-words.ts'
import { noticeWords } from './messages/notices.ts'
import { type Contribution, contributionState } from './rules/contributions.ts'
import { questionIn } from './rules/questions.ts'
import { attachmentsOf, findContribution, revisionsOf } from './store/contributions.ts'
import { questionsOf } from './store/questions.ts'

/** What was received, as a receipt shows it to its author: what the fingerprint in the same mail is of. */
export async function encloseContribution(db: Db, of: Readonly<Record<string, string>>, lang: Lang): Promise<Quote[]> {
  const { consultationId = '', id = '', hash = '' } = of
  const contribution = await findContribution(db, consultationId, id)
  if (!contribution || contributionState(contribution) !== 'visible') return []
  const received = await asReceived(db, contribution, hash)
  if (!received) return []
  const { text, answers } = received
  const questions = Object.keys(answers).length > 0 ? await questionsOf(db, consultationId) : []
  return [
    ...(text ? [{ title: say(lang, noticeWords, 'sentText'), text }] : []),
    ...questions.flatMap((question) => {
      const answer = answers[question.id]
      return answer === undefined ? [] : [{ title: questionIn(lang, question), text: answerInWords(lang, question, answer).join('\n') }]
    }),
    ...(await filesSent(db, contribution, lang)),
  ]
}

/** It may have been changed since: the mail tells of what arrived then. */
async function asReceived(db: Db, contribution: Contribution, hash: string): Promise<Pick<Contribution, 'text' | 'answers'> | undefined> {
  if (contribution.hash === hash) return contribution
  return (await revisionsOf(db, contribution)).find((one) => one.hash === hash)
}

async function filesSent(db: Db, { consultationId, id, revision }: Contribution, lang: Lang): Promise<Quote[]> {
  if (revision > 0) return []
  const ids = (await attachmentsOf(db, consultationId, [id])).map(({ fileId }) => fileId)
  const files = ids.length > 0 ? await filesOf(db, ids) : new Map<string, { readonly name: string }>()
  const names = ids.flatMap((fileId) => files.get(fileId)?.name ?? [])
  return names.length > 0 ? [{ title: say(lang, noticeWords, 'sentFiles'), text: names.join('\n') }] : []
}
