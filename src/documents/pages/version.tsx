import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { type Act, can } from '../../charter/policy.ts'
import { formatDay } from '../../kernel/words.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type NowItem, NowList } from '../../ui/now-list.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { blockAnchor, Reading } from '../../ui/reading.tsx'
import { Section } from '../../ui/section.tsx'
import { documentWords } from '../messages/documents.ts'
import { versionWords } from '../messages/versions.ts'
import { type LivingReference, livingIn } from '../references.ts'
import type { Block } from '../rules/blocks.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { partsOfText, partWith, type TextPart } from '../rules/pages-of-text.ts'
import { inForce, isPublic, type Version } from '../rules/versions.ts'
import { blocksBetween, headingsOf, positionOf } from '../store/versions.ts'
import { type Around, aroundVersion, type Neighbours, trailIn } from './around.tsx'
import { Downloads } from './downloads.tsx'
import { Text } from './text.tsx'
import { VersionMark, VersionPast } from './version-state.tsx'

type Placed = Block & { readonly position: number }

/** A version to read. A long one is read in parts, and every block has an address that finds its part. */
export function versionPage(neighbours: Neighbours) {
  const pages = router()
  pages.get('/documenti/:id/versioni/:number', async (c) => {
    const { db, actor, reader } = c.var
    const around = await aroundVersion(c, neighbours)
    const { version, document } = around
    const headings = await headingsOf(db, version.id)
    const parts = partsOfText(headings, version.blocks)
    const block = c.req.query('blocco')
    if (block) {
      const position = await positionOf(db, version.id, block)
      const part = partWith(parts, position ?? 0)
      return c.redirect(inLang(reader.lang, `${addressOfPart(version, part, parts)}#${blockAnchor(block)}`))
    }
    const part = parts[Number(c.req.query('parte') ?? 1) - 1] ?? (parts[0] as TextPart)
    const blocks = await blocksBetween(db, version.id, part.from, part.to)
    const living = await livingIn(db, neighbours.references, blocks, reader)
    const place = placeOfDocument(document)
    const may = (act: Act) => can(actor, act, place)
    const done = c.req.query('fatto')
    return c.html(<VersionPage {...{ reader, around, version, headings, parts, part, blocks, living, may, done }} />)
  })
  return pages
}

function addressOfPart({ documentId, number }: Version, part: TextPart, parts: readonly TextPart[]): string {
  return withQuery(paths.version(documentId, number), { parte: parts.length > 1 && part.number > 1 ? part.number : null })
}

interface VersionPageProps {
  readonly reader: Reader
  readonly around: Around
  readonly version: Version
  readonly headings: readonly Placed[]
  readonly parts: readonly TextPart[]
  readonly part: TextPart
  readonly blocks: readonly Block[]
  readonly living: ReadonlyMap<string, LivingReference>
  readonly may: (act: Act) => boolean
  readonly done: string | undefined
}

function VersionPage(props: VersionPageProps) {
  const { reader, around, version, headings, parts, part, blocks, living, done } = props
  const t = wordsFor(reader, versionWords)
  const d = wordsFor(reader, documentWords)
  const { document, ecosystem, title, all } = around
  const on = (day: Version['adoptedOn']) => day && formatDay(reader.lang, day)
  const isConsulted = around.consulted.some(({ versionId }) => versionId === version.id)
  const open = around.consulted.find((one) => one.open && one.versionId === version.id)
  const current = inForce(all, reader.today)
  const before = headings.filter(({ position }) => position < part.from).length
  const contents = headings
    .filter(({ level }) => level <= 2)
    .map(({ id, text, level, position }) => {
      const there = partWith(parts, position)
      const to = there === part ? `#${blockAnchor(id)}` : `${addressOfPart(version, there, parts)}#${blockAnchor(id)}`
      return { label: text, to, depth: level - 1, current: parts.length > 1 && there === part }
    })
  return (
    <Page
      reader={reader}
      title={t('versionOf', { title, number: version.number })}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('version', { number: version.number }) })}
    >
      <div class="container">
        <Done words={versionWords} done={done} />
        <PageHead
          title={title}
          kicker={[ecosystem.name, d(`kind.${document.kind}`), t('version', { number: version.number })]}
          verdict={<VersionMark version={version} around={around} />}
          lead={[
            t('frozenOn', { on: on(version.frozenOn) }),
            version.adoptedOn && t('adoptedOn', { on: on(version.adoptedOn) }),
            version.publishedOn && t('publishedOn', { on: on(version.publishedOn) }),
          ]
            .filter(Boolean)
            .join(', ')
            .replace(/^./u, (first) => first.toUpperCase())}
        >
          {version.note && <p lang="it">{version.note}</p>}
          <VersionPast version={version} around={around} />
          {open && (
            <p class="actions">
              <ButtonLink to={open.textTo}>{d('readInConsultation')}</ButtonLink>
              <ButtonLink to={open.to}>{d('toConsultation')}</ButtonLink>
            </p>
          )}
          {!isPublic(version, reader.today) && !isConsulted && around.insider && <p class="quiet">{t('draftReaders')}</p>}
        </PageHead>
        {version.annulledOn && (
          <Notice kind="late">
            <p>{t('annulledOn', { on: on(version.annulledOn) ?? '' })}</p>
          </Notice>
        )}
        {current && current.number > version.number && (
          <Notice>
            <p>
              <Link to={paths.version(document.id, current.number)}>{t('olderThan', { number: current.number })}</Link>
            </p>
          </Notice>
        )}
        <Ways {...props} />
      </div>
      <Reading contents={contents}>
        <Text
          blocks={blocks}
          living={living}
          first={part.from - before + 1}
          {...(parts.length > 1 ? { addressOf: ({ id }) => withQuery(paths.version(document.id, version.number), { blocco: id }) } : {})}
        />
        <PartsNav {...props} />
        <Downloads version={version} />
        <p class="quiet small">
          {version.decisionId && (
            <>
              <Link to={paths.decision(version.decisionId)}>{t('decision')}</Link>
              <br />
            </>
          )}
          {t('hash')}: <code class="wrap">{version.hash}</code>
        </p>
      </Reading>
    </Page>
  )
}

function PartsNav({ version, parts, part }: VersionPageProps) {
  const t = useWords(versionWords)
  if (parts.length < 2) return <></>
  const [previous, next] = [parts[part.number - 2], parts[part.number]]
  return (
    <nav class="pager" aria-label={t('parts')}>
      <p class="quiet">{t('part', { number: part.number, total: parts.length })}</p>
      <ul class="plain">
        {previous && (
          <li>
            <ButtonLink small to={addressOfPart(version, previous, parts)} rel="prev">
              {t('previous')}
            </ButtonLink>
          </li>
        )}
        {next && (
          <li>
            <ButtonLink small to={addressOfPart(version, next, parts)} rel="next">
              {t('next')}
            </ButtonLink>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** What whoever works on the document can do with this version. */
function Ways({ around, version, may }: VersionPageProps) {
  const t = useWords(versionWords)
  if (!around.insider) return <></>
  const { number, documentId, finalOn, adoptedOn, publishedOn } = version
  const button = (to: string, label: string, primary = false) => (
    <Form action={to}>
      <SubmitButton kind={primary ? 'primary' : 'secondary'}>{label}</SubmitButton>
    </Form>
  )
  const items: NowItem[] = []
  if (adoptedOn && !publishedOn && may('documents.publish'))
    items.push({
      title: t('publish'),
      text: t('publishText'),
      action: button(paths.versionPublication(documentId, number), t('publish'), true),
    })
  if (!adoptedOn && may('documents.adopt'))
    items.push({
      title: t('adopt'),
      text: t('adoptLead', { number }),
      action: { to: paths.versionAdoption(documentId, number), label: t('adopt'), primary: true },
    })
  if (!finalOn && !adoptedOn && may('documents.declare-final'))
    items.push({ title: t('final'), text: t('finalText'), action: button(paths.versionFinal(documentId, number), t('final')) })
  if (may('documents.write'))
    items.push({ title: t('restore'), text: t('restoreText'), action: button(paths.versionRestore(documentId, number), t('restore')) })
  items.push({ title: t('compare'), action: { to: withQuery(paths.documentCompare(documentId), { da: number }), label: t('compare') } })
  return (
    <Section id="azioni" title={t('whatNext')}>
      <NowList items={items} />
    </Section>
  )
}
