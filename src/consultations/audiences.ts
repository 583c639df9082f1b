import type { Audience } from '../platform/telling.ts'
import { newsReaders } from './audiences/accompaniment.ts'
import { authors, participants, receivers } from './audiences/participants.ts'

/** Who is told of what goes on in consultations. */
export const consultationAudiences: readonly Audience[] = [receivers, authors, participants, newsReaders]
