import { paths } from '../../../charter/paths.ts'
import { Link } from '../../../ui/link.tsx'
import { useWords } from '../../../ui/reader.tsx'
import { Columns, Section } from '../../../ui/section.tsx'
import { ecosystemWords } from '../../messages/ecosystem.ts'
import type { Whole } from './gather.ts'
import type { Excerpt } from './texts.ts'

/** The perimeter and the vision in a few lines, and the way to all of them. */
export function Aims({ whole: { ecosystem, texts } }: { readonly whole: Whole }) {
  const t = useWords(ecosystemWords)
  return (
    <Section id="aims" title={t('aims')} lead={texts.perimeter || texts.vision ? undefined : t('aimsNotYet')} band="plain">
      {(texts.perimeter || texts.vision) && (
        <Columns kind="tight">
          <Part title={t('insideIt')} excerpt={texts.inside} />
          <Part title={t('outsideIt')} excerpt={texts.outside} />
          <Part title={t('whereTo')} excerpt={texts.objectives} />
        </Columns>
      )}
      <ul class="plain more side-by-side">
        <li>
          <Link to={paths.perimeter(ecosystem.slug)}>{t(texts.perimeter ? 'readPerimeter' : 'perimeter')}</Link>
        </li>
        <li>
          <Link to={paths.vision(ecosystem.slug)}>{t(texts.vision ? 'readVision' : 'vision')}</Link>
        </li>
      </ul>
    </Section>
  )
}

function Part({ title, excerpt: { first, more } }: { readonly title: string; readonly excerpt: Excerpt }) {
  const t = useWords(ecosystemWords)
  return (
    <div>
      <h3>{title}</h3>
      {first.length === 0 ? (
        <p class="quiet">{t('notTold')}</p>
      ) : (
        <ul class="plain spaced" lang="it">
          {first.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
      {more > 0 && <p class="quiet small">{t('andMore', { count: more })}</p>}
    </div>
  )
}
