import { paths } from '../../../charter/paths.ts'
import { titleIn } from '../../../consultations/index.ts'
import { type Day, daysBetween } from '../../../kernel/day.ts'
import type { Reader } from '../../../platform/reader.ts'
import { formatsFor, wordsFor } from '../../../ui/reader.tsx'
import { ecosystemNowWords } from '../../messages/ecosystem-now.ts'
import type { Whole } from './gather.ts'

/** Something that whoever reads may do now. */
export interface Opening {
  readonly title: string
  readonly text: string
  readonly to: string
  readonly label: string
}

/** Where anybody can speak now: consultations, hearings, calls for needs; of each kind, the first to close first. */
export function openingsIn(reader: Reader, { consultations, hearings, calls }: Whole): Opening[] {
  const t = wordsFor(reader, ecosystemNowWords)
  const { day, instant } = formatsFor(reader)
  const until = (closesOn: Day) => ({ day: day(closesOn), days: daysBetween(reader.today, closesOn) })
  const open = consultations.filter(({ state }) => state === 'open').toReversed()
  return [
    ...open.map((one) => ({
      title: t('comment', { title: titleIn(reader.lang, one) }),
      text: t('commentText', { ...until(one.closesOn), count: one.numbers.received }),
      to: paths.consultation(one.id),
      label: t('commentButton'),
    })),
    ...hearings
      .filter(({ state, hearing }) => state === 'open' && hearing.openTo !== 'invited')
      .map(({ hearing, startsAt, placesLeft }) => ({
        title: t('register', { title: hearing.title }),
        text: t('registerText', {
          on: startsAt ? `${instant(startsAt)}. ` : '',
          until: day(hearing.closesOn),
          places: placesLeft,
        }),
        to: paths.hearing(hearing.id),
        label: t('registerButton'),
      })),
    ...calls.map((call) => ({
      title: t('propose', { title: call.title }),
      text: t('proposeText', until(call.closesOn)),
      to: paths.needCall(call.id),
      label: t('proposeButton'),
    })),
  ]
}
