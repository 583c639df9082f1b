import { raw } from 'hono/html'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import type { Block } from '../../documents/index.ts'
import { type Need, needsByIds } from '../../listening/index.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { beginText } from '../actions/texts.ts'
import { textWords } from '../messages/texts.ts'
import { needIdsOf } from '../vision.ts'
import { NeedLink } from './answers.tsx'
import { Done, trailTo } from './around.tsx'
import { type AroundText, aroundText } from './around-text.ts'
import { TextHead } from './text-head.tsx'

export const visionPages = router()

visionPages.get('/ecosistemi/:slug/visione', async (c) => {
  const around = await aroundText(c, 'vision')
  const needs = await needsByIds(c.var.db, around.blocks.flatMap(needIdsOf))
  return c.html(<VisionPage reader={c.var.reader} done={c.req.query('fatto')} {...{ around, needs }} />)
})

visionPages.post('/ecosistemi/:slug/visione', async (c) => {
  await beginText(c.var, c.req.param('slug'), 'vision')
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.vision(c.req.param('slug')), { fatto: 'iniziato' })), 303)
})

interface VisionProps {
  readonly reader: Reader
  readonly around: AroundText
  readonly needs: ReadonlyMap<string, Need>
  readonly done: string | undefined
}

function VisionPage({ reader, around, needs, done }: VisionProps) {
  const t = wordsFor(reader, textWords)
  const { ecosystem, blocks, mayWrite } = around
  const { slug } = ecosystem
  const of = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind)
  return (
    <Page
      reader={reader}
      title={t('titleOf.vision', { name: ecosystem.name })}
      description={t('lead.vision')}
      section="ecosystems"
      trail={trailTo(reader.lang, ecosystem)
        .slice(0, 2)
        .concat({ label: t('vision') })}
    >
      <div class="container">
        <Done words={textWords} done={done} />
        <TextHead around={around}>
          {mayWrite && (
            <p class="actions">
              <ButtonLink to={paths.newObjective(slug)} kind="primary">
                {t('addObjective')}
              </ButtonLink>
              <ButtonLink to={paths.newIntervention(slug)}>{t('addIntervention')}</ButtonLink>
            </p>
          )}
        </TextHead>
        {(around.which === 'draft' || around.version) && (
          <>
            <Section id="obiettivi" title={t('objectives')}>
              <Answers around={around} blocks={of('objective')} needs={needs} none={t('noObjectives')} />
            </Section>
            <Section id="interventi" title={t('interventions')}>
              <Answers around={around} blocks={of('intervention')} needs={needs} none={t('noInterventions')} />
            </Section>
          </>
        )}
        <p class="more">
          <Link to={paths.rankings(slug)}>{t('rankings')}</Link>
        </p>
        <p class="more">
          <Link to={paths.coverage(slug)}>{t('coverage')}</Link>
        </p>
      </div>
    </Page>
  )
}

interface AnswersProps extends Pick<VisionProps, 'around' | 'needs'> {
  readonly blocks: readonly Block[]
  readonly none: string
}

/** Objectives or interventions, each with the needs it answers. */
function Answers({ around, blocks, needs, none }: AnswersProps) {
  const t = useWords(textWords)
  if (blocks.length === 0) return <p class="quiet">{none}</p>
  return (
    <ol class="aims">
      {blocks.map((block) => {
        const answered = needIdsOf(block).flatMap((id) => needs.get(id) ?? [])
        return (
          <li id={`b-${block.id}`}>
            <p>
              <span lang="it">{raw(block.html)}</span>
              {around.mayWrite && (
                <>
                  {' '}
                  <Link to={paths.visionItem(around.ecosystem.slug, block.id)} class="small">
                    {t('edit')}
                    <span class="visually-hidden">: {block.text.slice(0, 60)}</span>
                  </Link>
                </>
              )}
            </p>
            {answered.length > 0 ? (
              <>
                <p class="quiet small">{t('answers')}</p>
                <ul class="plain">
                  {answered.map((need) => (
                    <li>
                      <NeedLink need={need} />
                    </li>
                  ))}
                </ul>
              </>
            ) : (
              <p class="quiet small">{t('answersNone')}</p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
