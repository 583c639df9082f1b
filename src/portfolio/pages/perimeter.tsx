import { raw } from 'hono/html'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { abouts, type Block, places } from '../../documents/index.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { beginText } from '../actions/texts.ts'
import { textWords } from '../messages/texts.ts'
import { Done, trailTo } from './around.tsx'
import { type AroundText, aroundText } from './around-text.ts'
import { TextHead } from './text-head.tsx'

export const perimeterPages = router()

type Names = Awaited<ReturnType<typeof namesOfEcosystems>>

perimeterPages.get('/ecosistemi/:slug/perimetro', async (c) => {
  const around = await aroundText(c, 'perimeter')
  const others = around.blocks.flatMap(({ data }) => data.ecosystemId ?? [])
  const names = await namesOfEcosystems(c.var.db, [...new Set(others)])
  return c.html(<PerimeterPage reader={c.var.reader} done={c.req.query('fatto')} {...{ around, names }} />)
})

perimeterPages.post('/ecosistemi/:slug/perimetro', async (c) => {
  await beginText(c.var, c.req.param('slug'), 'perimeter')
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.perimeter(c.req.param('slug')), { fatto: 'iniziato' })), 303)
})

interface PerimeterProps {
  readonly reader: Reader
  readonly around: AroundText
  readonly names: Names
  readonly done: string | undefined
}

const itemsAt = (blocks: readonly Block[], place: string, about?: string) =>
  blocks.filter(({ kind, data }) => kind === 'perimeter-item' && data.place === place && (!about || data.about === about))

function PerimeterPage({ reader, around, names, done }: PerimeterProps) {
  const t = wordsFor(reader, textWords)
  const { ecosystem, blocks, mayWrite } = around
  const title = t('titleOf.perimeter', { name: ecosystem.name })
  return (
    <Page
      reader={reader}
      title={title}
      description={t('lead.perimeter')}
      section="ecosystems"
      trail={trailTo(reader.lang, ecosystem)
        .slice(0, 2)
        .concat({ label: t('perimeter') })}
    >
      <div class="container">
        <Done words={textWords} done={done} />
        <TextHead around={around}>
          {mayWrite && (
            <p class="actions">
              <ButtonLink to={paths.newPerimeterItem(ecosystem.slug)} kind="primary">
                {t('addItem')}
              </ButtonLink>
            </p>
          )}
        </TextHead>
        {(around.which === 'draft' || around.version) && (
          <>
            <Picture blocks={blocks} />
            {places.map((place) => (
              <Section id={place} title={t(`place.${place}`)} lead={t(`placeHelp.${place}`)}>
                <Items around={around} place={place} names={names} />
              </Section>
            ))}
          </>
        )}
      </div>
    </Page>
  )
}

/** Three places by six kinds: a mark for each thing, the densest places at a glance. Each row leads to the lists below. */
function Picture({ blocks }: { readonly blocks: readonly Block[] }) {
  const t = useWords(textWords)
  return (
    <Section id="quadro" title={t('picture')} lead={t('pictureLead')}>
      <Table
        caption={t('picture')}
        captionHidden
        rows={abouts}
        columns={[
          { label: t('about'), rowHeader: true, cell: (about) => t(`about.${about}`) },
          ...places.map((place) => ({
            label: t(`place.${place}`),
            cell: (about: (typeof abouts)[number]) => <Marks count={itemsAt(blocks, place, about).length} place={place} />,
          })),
        ]}
      />
    </Section>
  )
}

const shapes = { inside: '●', border: '◐', outside: '○' } as const

function Marks({ count, place }: { readonly count: number; readonly place: keyof typeof shapes }) {
  if (count === 0) return <span class="quiet">0</span>
  return (
    <Link to={`#${place}`}>
      <b>{count}</b> <span aria-hidden="true">{shapes[place].repeat(Math.min(count, 12))}</span>
    </Link>
  )
}

function Items({ around, place, names }: { readonly around: AroundText; readonly place: (typeof places)[number]; readonly names: Names }) {
  const t = useWords(textWords)
  const { lang } = useReader()
  const found = abouts.map((about) => ({ about, items: itemsAt(around.blocks, place, about) })).filter(({ items }) => items.length > 0)
  if (found.length === 0) return <p class="quiet">{t('nothingHere')}</p>
  const other = (id: string | undefined) => (id ? names.get(id) : undefined)
  return (
    <>
      {found.map(({ about, items }) => (
        <>
          <h3>{t(`about.${about}`)}</h3>
          <ul>
            {items.map((block) => {
              const ecosystem = other(block.data.ecosystemId)
              return (
                <li id={`b-${block.id}`}>
                  <span lang="it">{raw(block.html)}</span>
                  {ecosystem && (
                    <span class="quiet">
                      {' '}
                      <Link to={paths.perimeter(ecosystem.slug)}>{t('with', { name: nameIn(lang, ecosystem) })}</Link>
                    </span>
                  )}
                  {around.mayWrite && (
                    <>
                      {' '}
                      <Link to={paths.perimeterItem(around.ecosystem.slug, block.id)} class="small">
                        {t('edit')}
                        <span class="visually-hidden">: {block.text.slice(0, 60)}</span>
                      </Link>
                    </>
                  )}
                </li>
              )
            })}
          </ul>
        </>
      ))}
    </>
  )
}
