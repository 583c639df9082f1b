import type { State } from '../charter/states.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import { projectWords } from './messages/projects.ts'
import { markOf, type Project, projectState } from './rules/projects.ts'

/** How far a project is on a day, for whoever speaks of it elsewhere. */
export function stateInWords(lang: Lang, project: Project, today: Day): { readonly state: State; readonly label: string } {
  const withdrawn = project.withdrawnOn !== null && project.withdrawnOn <= today
  return {
    state: withdrawn ? 'unmeasured' : markOf(project, today),
    label: say(lang, projectWords, withdrawn ? 'state.withdrawn' : `state.${projectState(project, today)}`),
  }
}
