import { createHash } from 'node:crypto'
import { listOpened } from '../../consultations/index.ts'
import type { Db } from '../../platform/db.ts'
import { followEvents } from '../../platform/follow.ts'
import { latestDaily } from '../../platform/jobs/schedule.ts'
import { addJob, type JobDesk, type Work } from '../../platform/jobs.ts'
import { areAlike, bandsOf, plainWords } from '../rules/likeness.ts'
import * as store from '../store/likeness.ts'

const atOnce = 200

/** By which the very same words are recognised at once. */
const hashOfWords = (words: readonly string[]) => createHash('sha256').update(words.join(' ')).digest().subarray(0, 16)

/** Compares the texts that were not compared yet with all the others of their consultation. Tells how many it read. */
export async function compareTexts(db: Db, consultationId: string): Promise<number> {
  const texts = await store.unread(db, consultationId, atOnce)
  for (const text of texts) await db.transaction().execute((tx) => compare(tx, consultationId, text))
  return texts.length
}

/** The first that is alike gives its cluster, or founds one. */
async function compare(tx: Db, consultationId: string, { contributionId, revision, text }: store.Unread): Promise<void> {
  const words = plainWords(text)
  const likeness = { wordsHash: hashOfWords(words), bands: bandsOf(words) }
  const candidates = await store.candidatesFor(tx, consultationId, contributionId, likeness)
  const alike = candidates.find((one) => areAlike(words, plainWords(one.text)))
  const clusterId = alike ? (alike.clusterId ?? alike.contributionId) : null
  if (alike && !alike.clusterId) await store.joinCluster(tx, consultationId, alike.contributionId, alike.contributionId)
  await store.saveLikeness(tx, { consultationId, contributionId, revision, ...likeness, clusterId })
}

const telling: readonly string[] = [
  'consultations.contribute',
  'consultations.change-contribution',
  'consultations.enter',
  'consultations.import',
]

/** As contributions arrive, those that say the same are found. */
export const comparing: Work = {
  watches: [
    async ({ db }: JobDesk) => {
      await followEvents(db, 'answers.likeness', async (tx, events) => {
        const arrived = events.filter(({ act }) => telling.includes(act))
        const consultations = new Set(arrived.map(({ facts, subjectId }) => String(facts.consultationId ?? subjectId)))
        for (const consultationId of consultations)
          await addJob(tx, 'answers.compare', { consultationId }, { key: `answers.compare:${consultationId}` })
      })
    },
  ],
  // What arrived while nobody followed, as in a database that is older than this.
  schedules: [{ name: 'answers.compare-all', task: 'answers.compare-all', latest: latestDaily(4) }],
  tasks: {
    'answers.compare-all': async ({ db, today }) => {
      for (const { id: consultationId } of (await listOpened(db, { today, state: 'open', limit: 200 })).items)
        await addJob(db, 'answers.compare', { consultationId }, { key: `answers.compare:${consultationId}` })
    },
    'answers.compare': async ({ db }, { consultationId }) => {
      while ((await compareTexts(db, String(consultationId))) === atOnce);
    },
  },
}
