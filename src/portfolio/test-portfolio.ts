import type { Actor } from '../charter/policy.ts'
import { openGroup, type TestGroup } from '../groups/test-group.ts'
import type { Desk } from '../platform/http.ts'
import { somebody } from '../testing.ts'
import { addProject, ProjectForm, type ProjectInput } from './actions/projects.ts'
import type { Project } from './rules/projects.ts'

/** An ecosystem with its working group, and whoever leads it. */
export interface TestPortfolio extends TestGroup {
  readonly lead: Actor
  readonly desk: () => Desk
  /** Adds a project; what is not told is the simplest there is. */
  readonly add: (more?: Partial<ProjectInput>) => Promise<Project>
}

export async function openPortfolio(): Promise<TestPortfolio> {
  const group = await openGroup()
  const lead = somebody('lead', { kind: 'ecosystem', id: group.ecosystemId })
  const desk = () => group.house.desk(lead)
  return { ...group, lead, desk, add: (more) => addProject(desk(), group.slug, inputFor(group, more)) }
}

export function inputFor({ organisationId }: Pick<TestGroup, 'organisationId'>, more: Partial<ProjectInput> = {}): ProjectInput {
  const plain = ProjectForm.parse({ kind: 'project', titleIt: 'Catalogo unico', summaryIt: 'Un solo catalogo.', audiences: ['citizens'] })
  return { ...plain, organisationIds: [organisationId], ...more }
}
