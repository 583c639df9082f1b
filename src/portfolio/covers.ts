import { paths } from '../charter/paths.ts'
import { blocksReferringTo, type Referring } from '../documents/index.ts'
import { annulments } from '../groups/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Cover, CoverSource } from '../listening/index.ts'
import type { Db } from '../platform/db.ts'
import { titleIn } from './rules/projects.ts'
import { answersIn, projectsAnswering } from './store/answers.ts'

type Told = { readonly lang: Lang; readonly today: Day | null }

/** What answers some needs: objectives and interventions of the visions in force, projects, priority services. In statements that do not grow. */
export async function coversOf(db: Db, needIds: readonly string[], reader: Told): Promise<Map<string, Cover[]>> {
  const answers = await projectsAnswering(db, needIds)
  const spoken = await blocksReferringTo(db, 'need', { ids: needIds }, reader.today, annulments)
  return grouped([
    ...spoken.flatMap((block) => (isCover(block) ? [[block.ref.id, coverOf(block)] as const] : [])),
    ...answers.map(({ needId, kind, id, extent, ...titles }) => {
      const cover: Cover = {
        kind: kind === 'priority-service' ? 'service' : 'project',
        title: titleIn(reader.lang, titles),
        path: paths.project(id),
        extent,
      }
      return [needId, cover] as const
    }),
  ])
}

/** What answers needs, for the room that keeps them: titles as they are in Italian, texts as last published. */
export const needCovers: CoverSource = (db, needIds) => coversOf(db, needIds, { lang: 'it', today: null })

/** What answers the needs of an ecosystem, without words: in as many statements, however many needs. */
export async function coverKindsIn(db: Db, ecosystemId: string, today: Day): Promise<Map<string, Cover[]>> {
  const answers = await answersIn(db, ecosystemId)
  const spoken = await blocksReferringTo(db, 'need', { ecosystemId }, today, annulments)
  return grouped([
    ...spoken.flatMap((block) => (isCover(block) ? [[block.ref.id, coverOf(block)] as const] : [])),
    ...answers.map(
      ({ needId, kind, extent }) =>
        [needId, { kind: kind === 'priority-service' ? 'service' : 'project', title: '', path: '', extent } as Cover] as const,
    ),
  ])
}

type Covering = Referring & { readonly kind: 'objective' | 'intervention' }

const isCover = (block: Referring): block is Covering => block.kind === 'objective' || block.kind === 'intervention'

function coverOf({ kind, text, documentId, version, blockId }: Covering): Cover {
  return { kind, title: text, path: `${paths.version(documentId, version)}#b-${blockId}` }
}

function grouped(pairs: readonly (readonly [string, Cover])[]): Map<string, Cover[]> {
  const covers = new Map<string, Cover[]>()
  for (const [needId, cover] of pairs) covers.set(needId, [...(covers.get(needId) ?? []), cover])
  return covers
}
