import { z } from 'zod'
import { allow, type Permit } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { namesOf } from '../../organisations/index.ts'
import { type Db, transact } from '../../platform/db.ts'
import { dayField, line, many, optional, prose, webAddress } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { placeOfProjects } from '../place.ts'
import { mustBeAnswerable } from '../rules/owners.ts'
import {
  audiences,
  type Description,
  mustFollowInTime,
  mustHaveStarted,
  mustNotContainItself,
  mustStand,
  type Project,
  type ProjectId,
  projectKinds,
  wholeElsewhere,
} from '../rules/projects.ts'
import { changedParts, contentOf } from '../rules/revisions.ts'
import * as store from '../store/projects.ts'
import { insertRevision } from '../store/revisions.ts'

export const ProjectForm = z.object({
  kind: z.enum(projectKinds),
  titleIt: line(300),
  titleEn: optional(line(300)).default(null),
  summaryIt: prose(4000),
  summaryEn: optional(prose(4000)).default(null),
  audiences: many(z.enum(audiences)).refine((some) => some.length > 0, { params: { words: 'choice' } }),
  organisationIds: many(z.uuid()).default([]),
  partOfId: optional(z.uuid()).default(null),
  expectedStart: optional(dayField()).default(null),
  expectedEnd: optional(dayField()).default(null),
  startedOn: optional(dayField()).default(null),
  endedOn: optional(dayField()).default(null),
  link: optional(webAddress()).default(null),
})

export type ProjectInput = z.output<typeof ProjectForm>

export async function addProject(desk: Desk, slug: string, input: ProjectInput): Promise<Project> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const permit = allow(desk, 'portfolio.add', placeOfProjects(ecosystem.id))

    const id = newId<'project'>()
    const description = await describedBy(tx, desk, { id, ecosystemId: ecosystem.id }, input)
    const project: Project = { ...standing, id, ecosystemId: ecosystem.id, ...description, revision: 1, addedOn: desk.today, needs: [] }

    await store.insertProject(tx, project)
    await keep(tx, permit, project)
    await record(tx, permit, id, { kind: toldKind[project.kind], projectId: id, organisationId: project.organisationIds[0] ?? null })
    return project
  })
}

export async function correctProject(desk: Desk, id: string, input: ProjectInput): Promise<Project> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockProject(tx, id)
    const permit = allow(desk, 'portfolio.correct', placeOfProjects(before.ecosystemId))

    mustStand(before)
    const described: Project = { ...before, ...(await describedBy(tx, desk, before, input)) }
    const changed = changedParts(contentOf(before), contentOf(described))
    const after = changed.length > 0 ? { ...described, revision: before.revision + 1 } : before

    if (changed.length > 0) {
      await store.updateProject(tx, after)
      await keep(tx, permit, after)
    }
    await record(tx, permit, id, { kind: toldKind[after.kind], projectId: id, changed })
    return after
  })
}

/** A revision tells what a project said, and since when. */
export async function keep(tx: Db, { actorId, today }: Permit, project: Project): Promise<void> {
  await insertRevision(tx, project, actorId, today)
}

const standing = { stoppedOn: null, stoppedReason: null, withdrawnOn: null, withdrawnReason: null }

/** Short enough to choose the words of an act by. */
export const toldKind = { project: 'project', 'priority-service': 'service', 'existing-project': 'existing' } as const

async function describedBy(
  tx: Db,
  { today }: Desk,
  { id, ecosystemId }: Pick<Project, 'id' | 'ecosystemId'>,
  input: ProjectInput,
): Promise<Description> {
  const organisationIds = [...new Set(input.organisationIds)]
  mustBeAnswerable(organisationIds, await namesOf(tx, organisationIds))
  const description: Description = { ...input, organisationIds, partOfId: input.partOfId as ProjectId | null }
  mustFollowInTime(description, today)
  mustHaveStarted(description)
  if (description.partOfId) {
    await store.lockWholes(tx, ecosystemId)
    const above = await store.chainAbove(tx, description.partOfId)
    if (above[0]?.ecosystemId !== ecosystemId) throw new Problem(wholeElsewhere, { field: 'partOfId' })
    mustNotContainItself(
      id,
      above.map((one) => one.id),
    )
  }
  return description
}
