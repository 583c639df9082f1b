import { answerAudiences, answersBeside, comparing } from './answers/index.ts'
import { type NoticeKind, noticeKinds } from './charter/notices.ts'
import { actsWithNews, carrying, consultationAudiences, encloseContribution, importing, newsOf } from './consultations/index.ts'
import { documentAudiences } from './documents/index.ts'
import { groupAudiences } from './groups/index.ts'
import { mailboxOf } from './identity/index.ts'
import { listeningAudiences } from './listening/index.ts'
import { followers, followersOfNews, grantees } from './notifications/index.ts'
import { notificationWork } from './notifications/jobs.ts'
import type { Work } from './platform/jobs.ts'
import type { Enclosures } from './platform/mail/enclosed.ts'
import { mailTasks } from './platform/mail/send.ts'
import type { Audience } from './platform/telling.ts'
import { portfolioAudiences } from './portfolio/index.ts'

/** Who is told of what: what concerns a person most closely first, since of one event each is told once. */
export const audiences: readonly Audience[] = [
  ...groupAudiences,
  ...listeningAudiences,
  ...consultationAudiences,
  ...answerAudiences,
  ...documentAudiences,
  ...portfolioAudiences,
  grantees,
  followers,
  followersOfNews(actsWithNews, newsOf),
]

/** The kinds of notices that somebody can come to get. */
export const kindsTold: readonly NoticeKind[] = noticeKinds.filter((kind) => audiences.some((audience) => audience.kind === kind))

/** What rooms put into their mails in the moment in which these leave. */
export const enclosures: Enclosures = { consultations: encloseContribution }

/** All that goes on without anybody asking: each room's part is a line. */
export const wholeWork: Work = join([
  { tasks: mailTasks(mailboxOf, enclosures), schedules: [], watches: [] },
  notificationWork(audiences),
  comparing,
  carrying,
  importing(answersBeside),
])

function join(parts: readonly Work[]): Work {
  return {
    tasks: Object.assign({}, ...parts.map(({ tasks }) => tasks)),
    schedules: parts.flatMap(({ schedules }) => schedules),
    watches: parts.flatMap(({ watches }) => watches),
  }
}
