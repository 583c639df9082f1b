import { paths } from '../../charter/paths.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { type Catalogue, say } from '../../kernel/words.ts'
import type { Ctx } from '../../platform/http.ts'
import { Notice } from '../../ui/notice.tsx'
import { useWords } from '../../ui/reader.tsx'
import { projectWords } from '../messages/projects.ts'
import { type Project, titleIn } from '../rules/projects.ts'
import { getProject } from '../store/projects.ts'

export interface Place {
  readonly slug: string
  readonly name: string
}

/** A project and the ecosystem it stands in. */
export interface Around {
  readonly project: Project
  readonly ecosystem: Place
}

export async function aroundProject(c: Ctx, id: string): Promise<Around> {
  const { db, reader } = c.var
  const project = await getProject(db, id)
  const ecosystem = (await namesOfEcosystems(db, [project.ecosystemId])).get(project.ecosystemId)
  return { project, ecosystem: { slug: ecosystem?.slug ?? '', name: ecosystem ? nameIn(reader.lang, ecosystem) : '' } }
}

type Step = { readonly label: string; readonly to?: string }

/** The way to the projects of an ecosystem, and on. */
export function trailTo(lang: Lang, { slug, name }: Place, ...rest: Step[]): Step[] {
  const projects = say(lang, projectWords, 'projects')
  return [
    { label: say(lang, projectWords, 'ecosystems'), to: paths.ecosystems },
    { label: name, to: paths.ecosystem(slug) },
    rest.length > 0 ? { label: projects, to: paths.projects(slug) } : { label: projects },
    ...rest,
  ]
}

export function trailIn(lang: Lang, { project, ecosystem }: Around, ...rest: Step[]): Step[] {
  const label = titleIn(lang, project)
  return trailTo(lang, ecosystem, rest.length > 0 ? { label, to: paths.project(project.id) } : { label }, ...rest)
}

interface DoneProps<Key extends string> {
  readonly words: Catalogue<Key>
  /** The word that the address carries after an act: 'aggiunto'. */
  readonly done: string | undefined
}

/** What was just done, and what comes next where the catalogue says so. */
export function Done<Key extends string>({ words, done }: DoneProps<Key>) {
  const t = useWords(words)
  const key = `done.${done}`
  const next = `${key}Next`
  if (!isKey(words, key)) return <></>
  return (
    <Notice kind="done" live title={t(key)}>
      {isKey(words, next) && <p>{t(next)}</p>}
    </Notice>
  )
}

function isKey<Key extends string>(words: Catalogue<Key>, key: string): key is Key {
  return Object.hasOwn(words.it, key)
}
