import { paths, withQuery } from '../../../charter/paths.ts'
import { nameIn, phaseName } from '../../../ecosystems/index.ts'
import { roleName } from '../../../identity/index.ts'
import { type Day, daysBetween } from '../../../kernel/day.ts'
import type { Reader } from '../../../platform/reader.ts'
import { formatsFor, wordsFor } from '../../../ui/reader.tsx'
import type { Task } from '../../../ui/tasks.tsx'
import type { Duty } from '../../duties.ts'
import { gapOf, missingFirst } from '../../gaps.ts'
import { deskWords } from '../../messages/desk.ts'
import type { Duties } from './gather.ts'

/** A duty as the list shows it: what, why, by when, and the one way to do it. */
export function taskOf(reader: Reader, desk: Duties, duty: Duty): Task {
  const label = wordsFor(reader, deskWords)(`${duty.kind}Button`)
  return { ...dueOf(reader, duty.due), ...taskWords(reader, desk, duty), action: { to: addressOf(duty), label } }
}

/** What is to be done, and of what. */
export function taskWords(reader: Reader, desk: Duties, duty: Duty): { readonly title: string; readonly text: string } {
  const t = wordsFor(reader, deskWords)
  return { title: titleOf(), text: textOf() }

  function titleOf(): string {
    const phase = 'phase' in duty ? phaseName(reader.lang, duty.phase) : ''
    return t(duty.kind, { phase, count: 'count' in duty ? (duty.count ?? 0) : 0 })
  }

  function textOf(): string {
    if ('what' in duty) return duty.what
    switch (duty.kind) {
      case 'declare':
        return t('declareText', { number: duty.result.number, title: duty.result.title })
      case 'declareMany':
        return t('declareManyText')
      case 'renew':
        return t('renewText', {
          role: roleName(reader.lang, duty.grant.role),
          person: desk.people.get(duty.grant.personId) ?? t('somebody'),
        })
      case 'appoint':
        return t('appointText', { ecosystem: nameIn(reader.lang, duty.ecosystem) })
      default:
        return phaseText(duty)
    }
  }

  function phaseText({ kind, ecosystem, phase }: Extract<Duty, { phase: unknown }>): string {
    const { met, total } = gapOf(desk.gaps, ecosystem.id, phase)
    const { startedOn, expected, due } = ecosystem.phases[phase]
    const planned = expected?.on ?? due?.on
    return t(`${kind}Text`, {
      ecosystem: nameIn(reader.lang, ecosystem),
      month: planned ? formatsFor(reader).day(planned, 'month') : '',
      count: total - met,
      condition: missingFirst(reader.lang, desk.gaps, ecosystem.id, phase) ?? '',
      started: String(startedOn !== null),
    })
  }
}

/** Late in days, near, or far. */
function dueOf(reader: Reader, due: Day | null): Pick<Task, 'state' | 'label' | 'days' | 'due'> {
  const t = wordsFor(reader, deskWords)
  if (!due) return { state: 'todo', label: t('whenever') }
  const days = daysBetween(reader.today, due)
  const by = t('by', { day: formatsFor(reader).day(due) })
  return days < 0
    ? { state: 'late', days: -days, due: by }
    : { state: days <= 30 ? 'doing' : 'todo', label: t('inDays', { days }), due: by }
}

export function addressOf(duty: Duty): string {
  if ('to' in duty) return duty.to
  switch (duty.kind) {
    case 'start':
      return paths.phaseStart(duty.ecosystem.slug, duty.phase)
    case 'appoint':
      return paths.ecosystemLeads(duty.ecosystem.slug)
    case 'declare':
      return paths.declaration(duty.result.edition, duty.result.number, duty.result.position)
    case 'declareMany':
      return withQuery(paths.edition(duty.edition), { stato: 'late' })
    case 'renew':
      return paths.grant(duty.grant.id)
    default:
      return paths.gate(duty.ecosystem.slug, duty.phase)
  }
}
