import { titleIn } from '../../../consultations/index.ts'
import { dayOf } from '../../../kernel/day.ts'
import type { Reader } from '../../../platform/reader.ts'
import { wordsFor } from '../../../ui/reader.tsx'
import type { Happening } from '../../../ui/time-line.tsx'
import { ecosystemWords } from '../../messages/ecosystem.ts'
import type { Whole } from './gather.ts'

/** Of many hearings, how many of the last and of the next stand on the line of time. */
const fewHearings = 3

/** What the group, the hearings and the consultations of an ecosystem put on its line of time. */
export function workTold(reader: Reader, { bodies, hearings, consultations, outcomes }: Whole): Happening[] {
  const t = wordsFor(reader, ecosystemWords)
  const { today } = reader
  const heard = hearings.flatMap(({ hearing, startsAt }): Happening[] =>
    startsAt ? [{ day: dayOf(startsAt), text: t('hearingHeld', { title: hearing.title }) }] : [],
  )
  return [
    ...bodies
      .filter(({ kind }) => kind === 'working-group')
      .map(({ name, constitutedOn }) => ({ day: constitutedOn, text: t('groupConstituted', { title: name }) })),
    ...heard.filter(({ day }) => day <= today).slice(-fewHearings),
    ...heard.filter(({ day }) => day > today).slice(0, fewHearings),
    ...consultations.flatMap((one): Happening[] => {
      const title = titleIn(reader.lang, one)
      const published = outcomes.get(one.id)
      return [
        { day: one.opensOn, text: t(one.opensOn <= today ? 'consultationOpened' : 'consultationOpens', { title }) },
        { day: one.closesOn, text: t(one.closesOn < today ? 'consultationClosed' : 'consultationCloses', { title }) },
        ...(published ? [{ day: published, text: t('outcomesPublished', { title }) }] : []),
      ]
    }),
  ]
}
