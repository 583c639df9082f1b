import { paths, withQuery } from '../../charter/paths.ts'
import { blocksOf, flatten, sectionsOf } from '../../documents/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import { isId } from '../../kernel/id.ts'
import { isKeepable } from '../../kernel/text.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { freshFor } from '../../platform/public-pages.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { FilteredList, FilterPanel } from '../../ui/filters.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import type { Answers, AnswerTold } from '../answers-told.ts'
import { contributionWords } from '../messages/contributions.ts'
import { type By, signaturesOf } from '../people.ts'
import type { OpenedConsultation } from '../rules/consultation.ts'
import { type Contribution, type ContributionState, contributionState, contributionStates, receiptNumber } from '../rules/contributions.ts'
import { isModerationRule, ruleWords } from '../rules/moderation.ts'
import { listContributions, type Order, orders } from '../store/listing.ts'
import { AnswerNote } from './answer-box.tsx'
import { type Around, aroundOpened, trailIn } from './around.tsx'

export function contributionListPages(answers: Answers) {
  return router().get('/consultazioni/:id/osservazioni', (c) => listPage(c, answers))
}

interface Address {
  readonly q: string
  readonly stato: ContributionState | undefined
  readonly chi: 'persone' | 'organizzazioni' | undefined
  readonly parte: string | undefined
  readonly ordine: Order | undefined
  readonly da: string | undefined
}

const among = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined =>
  words.find((word) => word === text)

function readAddress({ q = '', stato, chi, parte, ordine, da }: Record<string, string>): Address {
  return {
    q: isKeepable(q) ? q.slice(0, 200).trim() : '',
    stato: among(contributionStates, stato),
    chi: among(['persone', 'organizzazioni'] as const, chi),
    parte: parte && isId(parte) ? parte : undefined,
    ordine: among(orders, ordine),
    da,
  }
}

async function listPage(c: Ctx, answers: Answers) {
  freshFor(c, 2)
  const { db, reader } = c.var
  const whole = await aroundOpened(c)
  const { id, versionId } = whole.consultation
  const address = readAddress(c.req.query())
  const headings = flatten(sectionsOf(await blocksOf(db, versionId))).flatMap(({ heading, sections, depth }) =>
    heading
      ? [{ id: heading.id as string, text: heading.text, depth, under: flatten(sections).flatMap((one) => one.heading?.id ?? []) }]
      : [],
  )
  const part = headings.find((heading) => heading.id === address.parte)
  const found = await listContributions(db, {
    consultationId: id,
    words: address.q || undefined,
    state: address.stato,
    contributorKind: address.chi && (address.chi === 'persone' ? 'person' : 'organisation'),
    sectionIds: part && [part.id, ...part.under],
    order: address.ordine,
    cursor: address.da,
    limit: 25,
  })
  const by = await signaturesOf(db, reader.lang, found.items)
  const told = await answers.to(
    db,
    reader.lang,
    id,
    found.items.map((one) => one.id),
  )
  return c.html(<ContributionsPage {...{ reader, whole, address, headings, found, by, told }} />)
}

interface Heading {
  readonly id: string
  readonly text: string
  readonly depth: number
}

interface ContributionsProps {
  readonly reader: Reader
  readonly whole: Around<OpenedConsultation>
  readonly address: Address
  readonly headings: readonly Heading[]
  readonly found: Slice<Contribution>
  readonly by: By
  readonly told: ReadonlyMap<string, AnswerTold>
}

function ContributionsPage(props: ContributionsProps) {
  const { reader, whole, address, found, by, told } = props
  const t = wordsFor(reader, contributionWords)
  const { da, ...first } = address
  const to = (query: Partial<Address>) => withQuery(paths.contributions(whole.consultation.id), { ...first, ...query })
  return (
    <Page
      reader={reader}
      title={`${t('list')}: ${whole.title}`}
      section="consultations"
      trail={trailIn(reader.lang, whole, { label: t('list') })}
    >
      <div class="container">
        <PageHead title={t('list')} kicker={[whole.title]} lead={t('listLead')} />
        <FilteredList panel={<Panel {...props} />}>
          {found.items.length > 0 ? (
            <>
              <ContributionItems contributions={found.items} by={by} answers={told} />
              <Pager next={found.next && to({ da: found.next })} first={da ? to({}) : null} shown={found.items.length} />
            </>
          ) : (
            <Empty>
              <p>{t(Object.values(first).some(Boolean) ? 'none' : 'noneYet')}</p>
            </Empty>
          )}
        </FilteredList>
      </div>
    </Page>
  )
}

function Panel({ whole, address, headings }: ContributionsProps) {
  const t = useWords(contributionWords)
  const { da: _, ...first } = address
  const here = paths.contributions(whole.consultation.id)
  const to = (query: Partial<Address>) => withQuery(here, { ...first, ...query })
  const { q, stato, chi, parte, ordine = 'newest' } = address
  const part = headings.find(({ id }) => id === parte)
  const who = { persone: t('persons'), organizzazioni: t('organisations') }
  const chosen = [
    ...(q ? [{ label: t('words', { q }), remove: to({ q: '' }) }] : []),
    ...(stato ? [{ label: t(`state.${stato}`), remove: to({ stato: undefined }) }] : []),
    ...(chi ? [{ label: who[chi], remove: to({ chi: undefined }) }] : []),
    ...(part ? [{ label: part.text, remove: to({ parte: undefined }) }] : []),
  ]
  const groups = [
    {
      title: t('filterSection'),
      items: [
        { label: t('everySection'), to: to({ parte: undefined }), current: !part },
        ...headings.map(({ id, text }) => ({ label: text, to: to({ parte: id }), current: id === parte })),
      ],
    },
    {
      title: t('filterWho'),
      items: [
        { label: t('anybody'), to: to({ chi: undefined }), current: !chi },
        ...(['persone', 'organizzazioni'] as const).map((one) => ({ label: who[one], to: to({ chi: one }), current: chi === one })),
      ],
    },
    {
      title: t('filterState'),
      items: [
        { label: t('anyState'), to: to({ stato: undefined }), current: !stato },
        ...contributionStates.map((one) => ({ label: t(`state.${one}`), to: to({ stato: one }), current: stato === one })),
      ],
    },
    {
      title: t('order'),
      items: orders.map((one) => ({
        label: t(`order.${one}`),
        to: to({ ordine: one === 'newest' ? undefined : one }),
        current: ordine === one,
      })),
    },
  ]
  return <FilterPanel search={<Search here={here} address={address} />} groups={groups} chosen={chosen} clear={here} />
}

function Search({ here, address: { q, stato, chi, parte, ordine } }: { readonly here: string; readonly address: Address }) {
  const kept = { stato, chi, parte, ordine }
  return <SearchForm id="contribution-search" action={here} value={q} kept={kept} t={useWords(contributionWords)} />
}

const shown = 320

interface ContributionItemsProps {
  readonly contributions: readonly Contribution[]
  readonly by: By
  readonly answers?: ReadonlyMap<string, AnswerTold>
}

export function ContributionItems({ contributions, by, answers }: ContributionItemsProps) {
  const t = useWords(contributionWords)
  const { instant } = useFormats()
  return (
    <ol class="hits plain">
      {contributions.map((one) => {
        const text = one.text ?? ''
        const visible = contributionState(one) === 'visible'
        return (
          <li>
            <h2>
              <Link to={paths.contribution(one.consultationId, one.number)}>
                <Unbroken>{receiptNumber(one)}</Unbroken>
              </Link>
            </h2>
            <p class="quiet small">
              {visible && <>{by(one)} · </>}
              {t('received', { instant: instant(one.receivedAt) })}
              {visible && <> · {t('supports', { count: one.supports })}</>}
            </p>
            {visible ? (
              <>
                <p lang={one.lang}>{text.length > shown ? `${text.slice(0, shown).toWellFormed()}…` : text}</p>
                <AnswerNote answer={answers?.get(one.id)} to={one} />
              </>
            ) : (
              <p class="quiet">
                <Gone contribution={one} />
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** What stands in the place of a text that is no longer there. */
export function Gone({ contribution: { withdrawnAt, takenOutIn, hiddenRule } }: { readonly contribution: Contribution }) {
  const t = useWords(contributionWords)
  const { lang } = useReader()
  if (withdrawnAt) return <>{t(takenOutIn ? 'takenOut' : 'withdrawn')}</>
  return <>{t('hidden', { rule: hiddenRule && isModerationRule(hiddenRule) ? ruleWords[hiddenRule][lang].title : '' })}</>
}
