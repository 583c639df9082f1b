import { paths, withQuery } from '../../charter/paths.ts'
import { namesOfEcosystems } from '../../ecosystems/index.ts'
import { namesOf } from '../../organisations/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { wordsFor } from '../../ui/reader.tsx'
import { systemWords } from '../messages/systems.ts'
import type { Neighbours } from '../neighbours.ts'
import { fullName } from '../rules/systems.ts'
import { interconnectionRevisionsOf, revisionsOf } from '../store/revisions.ts'
import { systemsById } from '../store/systems.ts'
import { aroundFlow, aroundSystem, nameOfFlow, trailIn, trailInFlow } from './around.ts'
import { HistoryPage, perPage } from './history-view.tsx'

/** What was said of a system, and of an interconnection, each time it changed. */
export function historyPages({ projectsById }: Neighbours) {
  const pages = router()

  pages.get('/sistemi/:id/storia', async (c) => {
    const { db, today, reader } = c.var
    const around = await aroundSystem(c)
    const { system } = around
    const { from, before } = asked(c)
    const revisions = await revisionsOf(db, system.id, { limit: perPage + 1, ...before })
    const holders = await namesOf(db, [...new Set(revisions.flatMap(({ content }) => content.holderId))], today)
    const ecosystems = await namesOfEcosystems(db, [...new Set(revisions.flatMap(({ content }) => content.alsoConcerns))])
    const names = new Map([...holders, ...[...ecosystems].map(([id, { nameIt }]): [string, string] => [id, nameIt])])
    const at = (da?: number) => withQuery(paths.systemHistory(system.id), { da })
    const trail = trailIn(reader.lang, around, { label: wordsFor(reader, systemWords)('history') })
    return c.html(<HistoryPage {...{ reader, name: fullName(reader.lang, system), trail, revisions, names, from, at }} />)
  })

  pages.get('/interconnessioni/:id/storia', async (c) => {
    const { db, reader } = c.var
    const around = await aroundFlow(c)
    const { flow } = around
    const { from, before } = asked(c)
    const revisions = await interconnectionRevisionsOf(db, flow.id, { limit: perPage + 1, ...before })
    const systems = await systemsById(
      db,
      revisions.flatMap(({ content }) => [content.fromId, content.toId]),
    )
    const projects = await projectsById(
      db,
      revisions.flatMap(({ content }) => content.projectId ?? []),
      reader,
    )
    const names = new Map([
      ...[...systems].map(([id, system]): [string, string] => [id, fullName(reader.lang, system)]),
      ...[...projects].map(([id, { title }]): [string, string] => [id, title]),
    ])
    const at = (da?: number) => withQuery(paths.interconnectionHistory(flow.id), { da })
    const trail = trailInFlow(reader.lang, around, { label: wordsFor(reader, systemWords)('history') })
    return c.html(<HistoryPage {...{ reader, name: nameOfFlow(reader.lang, flow), trail, revisions, names, from, at }} />)
  })
  return pages
}

function asked(c: Ctx): { from: number | undefined; before: { before?: number } } {
  const number = Number(c.req.query('da'))
  const from = Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : undefined
  return { from, before: from ? { before: from } : {} }
}
