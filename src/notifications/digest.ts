import { dayOf } from '../kernel/day.ts'
import type { JobDesk } from '../platform/jobs.ts'
import { queueMail } from '../platform/mail.ts'
import { digestLetter } from './letters.ts'
import type { Digest } from './rules.ts'
import { digestReaders, takeForDigest } from './store/notices.ts'

/** Writes to each person the one mail that holds what has waited up to the digest's hour. Begun again, it goes on where it stopped. */
export async function sendDigests(desk: JobDesk, digest: Digest, at: Date): Promise<void> {
  let after: string | null = null
  for (;;) {
    const readers: string[] = await digestReaders(desk.db, digest, at, after)
    for (const personId of readers) await sendDigest(desk, digest, at, personId)
    after = readers.at(-1) ?? null
    if (after === null) return
  }
}

async function sendDigest({ db, now }: JobDesk, digest: Digest, at: Date, personId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const notices = await takeForDigest(tx, personId, digest, at)
    if (notices.length === 0) return
    const key = `digest:${digest}:${at.toISOString()}:${personId}`
    await queueMail(tx, { key, to: { personId }, letter: digestLetter(digest, dayOf(at), notices), thread: `digest:${digest}`, now })
  })
}
