import { paths } from '../../charter/paths.ts'
import { can, platform } from '../../charter/policy.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Facts } from '../../ui/facts.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { messages } from '../messages.ts'
import type { DatedName, Organisation } from '../rules.ts'
import { namesOver } from '../store/names.ts'
import { getOrganisation } from '../store/organisations.ts'
import { findOrganisations } from '../store/search.ts'
import { listAt } from './address.ts'
import { Parts, type PartsTaken } from './parts-taken.tsx'

export function organisationPage(partsTaken: PartsTaken) {
  return router().get('/organizzazioni/:id', (c) => show(c, partsTaken))
}

async function show(c: Ctx, partsTaken: PartsTaken) {
  const { db, actor, reader, today } = c.var
  const organisation = await getOrganisation(db, c.req.param('id') ?? '')
  const [names, parent, parts, taken] = await Promise.all([
    namesOver(db, organisation.id),
    organisation.parentId ? getOrganisation(db, organisation.parentId) : null,
    findOrganisations(db, { parentId: organisation.id, limit: 50 }),
    partsTaken(db, organisation.id, reader.lang, today),
  ])
  const fatto = c.req.query('fatto')
  const done = fatto === 'aggiunta' ? 'addedNotice' : fatto === 'corretta' ? 'correctedNotice' : undefined
  return c.html(
    <OrganisationPage
      reader={reader}
      organisation={organisation}
      names={names}
      parent={parent}
      taken={taken}
      parts={parts.items}
      moreParts={parts.next !== null}
      mayCorrect={can(actor, 'organisations.correct', platform)}
      done={done}
    />,
  )
}

interface OrganisationProps {
  readonly reader: Reader
  readonly organisation: Organisation
  readonly names: readonly DatedName[]
  readonly parent: Organisation | null
  readonly taken: Awaited<ReturnType<PartsTaken>>
  readonly parts: readonly Organisation[]
  readonly moreParts: boolean
  readonly mayCorrect: boolean
  readonly done: 'addedNotice' | 'correctedNotice' | undefined
}

function OrganisationPage({ reader, organisation, names, parent, taken, parts, moreParts, mayCorrect, done }: OrganisationProps) {
  const t = wordsFor(reader, messages)
  const { id, name, kind } = organisation
  const trail = [{ label: t('title'), to: paths.organisations }, { label: name }]
  return (
    <Page reader={reader} title={name} section="organisations" trail={trail} address={paths.organisation(id)}>
      <div class="container">
        {done && (
          <Notice kind="done" live>
            <p>{t(done)}</p>
          </Notice>
        )}
        <PageHead title={name} kicker={[t(`kind.${kind}`)]}>
          {mayCorrect && (
            <p class="actions">
              <ButtonLink to={paths.organisationEdit(id)}>{t('correct')}</ButtonLink>
            </p>
          )}
        </PageHead>
        <Columns kind="aside" section>
          <div>
            <Names names={names} />
            <Parts parts={taken} />
            {parts.length > 0 && (
              <Section id="parti" title={t('partsTitle')}>
                <ul>
                  {parts.map((part) => (
                    <li>
                      <Link to={paths.organisation(part.id)}>{part.name}</Link>
                    </li>
                  ))}
                </ul>
                {moreParts && (
                  <p class="more">
                    <Link to={listAt({ dentro: id })}>{t('partsAll')}</Link>
                  </p>
                )}
              </Section>
            )}
          </div>
          <aside aria-label={t('facts')}>
            <InBrief organisation={organisation} parent={parent} />
          </aside>
        </Columns>
      </div>
    </Page>
  )
}

function Names({ names }: { readonly names: readonly DatedName[] }) {
  const t = useWords(messages)
  return (
    <Section id="nomi" title={t('namesTitle')} band="bare">
      <Table
        caption={t('namesTitle')}
        captionHidden
        rows={names}
        columns={[
          { label: t('name'), rowHeader: true, cell: ({ name }) => name },
          { label: t('from'), cell: ({ from }) => (from ? <Time day={from} /> : t('fromAlways')) },
          { label: t('until'), cell: ({ until }) => (until ? <Time day={until} /> : t('untilNow')) },
        ]}
      />
    </Section>
  )
}

function InBrief({ organisation, parent }: Pick<OrganisationProps, 'organisation' | 'parent'>) {
  const t = useWords(messages)
  const { kind, acronym, ipaCode, taxCode, ipaCategory } = organisation
  return (
    <>
      <Facts
        items={[
          { term: t('kind'), details: t(`kind.${kind}`) },
          { term: t('acronym'), details: acronym },
          { term: t('parent'), details: parent && <Link to={paths.organisation(parent.id)}>{parent.name}</Link> },
          { term: t('ipaCode'), details: ipaCode && <code>{ipaCode}</code> },
          { term: t('category'), details: ipaCategory && <code>{ipaCategory}</code> },
          { term: t('taxCode'), details: taxCode && <code>{taxCode}</code> },
        ]}
      />
      {ipaCode && <p class="quiet small">{t('ipaExplained')}</p>}
    </>
  )
}
