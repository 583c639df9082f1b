import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { AnsweredNeed, Project } from './projects.ts'

export const needElsewhere = {
  slug: 'need-of-another-ecosystem',
  status: 422,
  it: 'Questa esigenza non è tra quelle di questo ecosistema: scegline una dall’elenco che compare mentre scrivi.',
  en: 'This need is not one of this ecosystem: choose one from the list that appears while you type.',
} as const satisfies ProblemKind

export const needNotAnswered = {
  slug: 'need-not-answered',
  status: 404,
  it: 'Il progetto non risponde a questa esigenza: forse qualcuno l’ha già tolta.',
  en: 'The project does not answer this need: perhaps somebody took it away already.',
} as const satisfies ProblemKind

/** A need is answered in its own ecosystem. */
export function mustBelongHere(need: { readonly ecosystemId: string } | undefined, { ecosystemId }: Pick<Project, 'ecosystemId'>): void {
  if (need?.ecosystemId !== ecosystemId) throw new Problem(needElsewhere, { field: 'needId' })
}

export function answerTo({ needs }: Pick<Project, 'needs'>, needId: string): AnsweredNeed {
  const answer = needs.find((one) => one.needId === needId)
  if (!answer) throw new Problem(needNotAnswered, { need: needId })
  return answer
}
