import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { AnsweredNeed, Extent, Project } from './projects.ts'

export const needElsewhere = {
  slug: 'need-of-another-ecosystem',
  status: 422,
  it: 'Questa esigenza non è tra quelle di questo ecosistema: scegline una dall’elenco che compare mentre scrivi.',
  en: 'This need is not one of this ecosystem: choose one from the list that appears while you type.',
} as const satisfies ProblemKind

export const needMergedAway = {
  slug: 'need-merged-away',
  status: 422,
  it: 'Questa esigenza è stata unita a un’altra: cerca quella in cui è confluita.',
  en: 'This need was merged into another: search for the one that it became a part of.',
} as const satisfies ProblemKind

export const needAnsweredAlready = {
  slug: 'need-answered-already',
  status: 409,
  it: 'Il progetto risponde già a questa esigenza, {extent, select, fully {del tutto} other {in parte}}.',
  en: 'The project answers this need already, {extent, select, fully {fully} other {in part}}.',
} as const satisfies ProblemKind

export const needNotAnswered = {
  slug: 'need-not-answered',
  status: 404,
  it: 'Il progetto non risponde a questa esigenza: forse qualcuno l’ha già tolta.',
  en: 'The project does not answer this need: perhaps somebody took it away already.',
} as const satisfies ProblemKind

export const tooManyNeeds = {
  slug: 'project-needs-too-many',
  status: 422,
  it: 'Un progetto può rispondere al massimo a {most} esigenze: se sono di più, dividilo in parti.',
  en: 'A project may answer at most {most} needs: if there are more, split it into parts.',
} as const satisfies ProblemKind

const most = 200

interface KnownNeed {
  readonly ecosystemId: string
  readonly mergedInto: string | null
}

/** A need is answered in its own ecosystem, and one that was merged through the one that it became a part of. */
export function mustBelongHere(need: KnownNeed | undefined, { ecosystemId }: Pick<Project, 'ecosystemId'>): void {
  if (need?.ecosystemId !== ecosystemId) throw new Problem(needElsewhere, { field: 'needId' })
  if (need.mergedInto) throw new Problem(needMergedAway, { field: 'needId' })
}

export function mustChangeExtent({ needs }: Pick<Project, 'needs'>, needId: string, extent: Extent): void {
  const there = needs.find((one) => one.needId === needId)
  if (there?.extent === extent) throw new Problem(needAnsweredAlready, { field: 'needId', extent })
}

export function mustHaveRoom({ needs }: Pick<Project, 'needs'>): void {
  if (needs.length >= most) throw new Problem(tooManyNeeds, { field: 'needId', most })
}

export function answerTo({ needs }: Pick<Project, 'needs'>, needId: string): AnsweredNeed {
  const answer = needs.find((one) => one.needId === needId)
  if (!answer) throw new Problem(needNotAnswered, { need: needId })
  return answer
}
