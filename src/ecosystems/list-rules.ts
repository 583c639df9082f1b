import { phases } from '../charter/phases.ts'
import type { Day } from '../kernel/day.ts'
import { phaseState } from './phase-rules.ts'
import type { EcosystemView } from './rules.ts'

export interface Filter {
  readonly kind: 'prioritari' | 'ritardo' | null
  /** Looked for in names and in the names of the leads. */
  readonly words: string
}

export function isLate(ecosystem: EcosystemView, today: Day): boolean {
  return phases.some((phase) => phaseState(ecosystem.phases[phase], today).state === 'late')
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function matching(all: readonly EcosystemView[], { kind, words }: Filter, today: Day): EcosystemView[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  return all.filter((ecosystem) => {
    if (kind === 'prioritari' && !ecosystem.priority) return false
    if (kind === 'ritardo' && !isLate(ecosystem, today)) return false
    const text = folded([ecosystem.nameIt, ecosystem.nameEn, ...ecosystem.leads.map(({ name }) => name)].join(' '))
    return wanted.every((word) => text.includes(word))
  })
}

/** Each ecosystem followed by those that stand inside it; one whose parent is not in the list stands by itself. */
export function inTreeOrder(all: readonly EcosystemView[]): EcosystemView[] {
  const ids = new Set(all.map(({ id }) => id))
  const under = (parentId: string | null): EcosystemView[] =>
    all
      .filter((one) => (one.parentId && ids.has(one.parentId) ? one.parentId === parentId : parentId === null))
      .flatMap((one) => [one, ...under(one.id)])
  return under(null)
}
