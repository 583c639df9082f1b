import { paths } from '../../charter/paths.ts'
import type { Lang } from '../../kernel/lang.ts'
import { say } from '../../kernel/words.ts'
import { Link } from '../../ui/link.tsx'
import { useReader } from '../../ui/reader.tsx'
import { stakeholderWords } from '../messages/stakeholders.ts'
import type { Face } from '../people.ts'

/** 'Una persona' for whoever speaks for nobody else and is not named. */
export function nameOf(lang: Lang, { name, erased }: Pick<Face, 'name' | 'erased'>): string {
  return name ?? say(lang, stakeholderWords, erased ? 'erased' : 'person')
}

/** With a way to its page. */
export function Who({ face }: { readonly face: Face }) {
  const { lang } = useReader()
  return <Link to={paths.stakeholder(face.id)}>{nameOf(lang, face)}</Link>
}
