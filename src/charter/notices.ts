/** What people are told of. Each kind can be had at once, in a digest, or not at all, by mail; on the site all are kept. */
export const noticeKinds = ['meetings', 'minutes', 'tasks', 'consultations', 'needs', 'documents', 'roles', 'following'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const cadences = ['at-once', 'daily', 'weekly', 'off'] as const
/** How often somebody wants the mails of a kind. */
export type Cadence = (typeof cadences)[number]

/** What asks something of a person comes at once; what merely tells comes together, later. */
export const usualCadence: Readonly<Record<NoticeKind, Cadence>> = {
  meetings: 'at-once',
  minutes: 'at-once',
  tasks: 'at-once',
  consultations: 'at-once',
  roles: 'at-once',
  needs: 'daily',
  documents: 'daily',
  following: 'weekly',
}

export function isNoticeKind(text: string): text is NoticeKind {
  return (noticeKinds as readonly string[]).includes(text)
}
