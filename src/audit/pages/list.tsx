import { paths, withQuery } from '../../charter/paths.ts'
import type { Slice } from '../../kernel/cursor.ts'
import { formatDay, say } from '../../kernel/words.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { DatedList } from '../../ui/dated-list.tsx'
import { Empty } from '../../ui/empty.tsx'
import { DateField } from '../../ui/field.tsx'
import { FilteredList, FilterPanel } from '../../ui/filters.tsx'
import { HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { actNames } from '../act-names.ts'
import { type ActsAddress, type EcosystemChoice, listAt, queryOf, readAddress, whichActs } from '../address.ts'
import { messages } from '../messages.ts'
import { type Names, namesIn } from '../names.ts'
import type { OfficialAct, RecordedAct } from '../rules.ts'
import { countedAtMost, countPersonalActs, kindsThatHappened, listActs } from '../store.ts'
import { lineOf } from '../telling.ts'

export const listPages = router()

listPages.get(paths.acts, async (c) => {
  const { db, reader } = c.var
  const address = readAddress(c.req.query())
  const { which, ecosystems } = await whichActs(db, address, c.var.today)
  const [acts, personal, kinds] = await Promise.all([listActs(db, which, address.da, 50), countPersonalActs(db), kindsThatHappened(db)])
  const names = await namesIn(db, acts.items)
  return c.html(
    <ActsPage reader={reader} address={address} choices={{ ecosystems, kinds }} acts={acts} names={names} personal={personal} />,
  )
})

interface ActsProps {
  readonly reader: Reader
  readonly address: ActsAddress
  readonly choices: { readonly ecosystems: readonly EcosystemChoice[]; readonly kinds: readonly OfficialAct[] }
  readonly acts: Slice<RecordedAct>
  readonly names: Names
  readonly personal: number
}

function ActsPage({ reader, address, choices, acts, names, personal }: ActsProps) {
  const t = wordsFor(reader, messages)
  const { da: _, ...filters } = address
  const feed = withQuery(reader.lang === 'en' ? `/en${paths.actsFeed}` : paths.actsFeed, queryOf(filters))
  return (
    <Page
      reader={reader}
      title={t('title')}
      description={t('lead')}
      section="acts"
      trail={[{ label: t('title') }]}
      head={<link rel="alternate" type="application/atom+xml" title={t('title')} href={feed} />}
    >
      <div class="container">
        <PageHead title={t('title')} lead={t('lead')} />
        <FilteredList panel={<Panel address={address} choices={choices} />}>
          <Acts address={address} acts={acts} names={names} />
          <p class="quiet small">{t(personal < countedAtMost ? 'personal' : 'personalMany', { count: personal })}</p>
          <ul class="plain more">
            <li>
              <Link to={withQuery(paths.actsFeed, queryOf(filters))}>{t('feed')}</Link>
            </li>
            <li>
              <Link to={jsonAt(filters)}>{t('json')}</Link>
            </li>
          </ul>
        </FilteredList>
      </div>
    </Page>
  )
}

const jsonAt = ({ ecosistema, atto, dal, al }: ActsAddress) =>
  withQuery('/api/v1/events', { ecosystem: ecosistema, act: atto, from: dal, to: al })

function Panel({ address, choices }: Pick<ActsProps, 'address' | 'choices'>) {
  const { lang } = useReader()
  const t = useWords(messages)
  const { da: _, ...first } = address
  const nameOf = ({ nameIt, nameEn }: EcosystemChoice) => (lang === 'en' && nameEn) || nameIt
  const chosen = choices.ecosystems.find(({ slug }) => slug === address.ecosistema)
  const inForce = [
    ...(address.ecosistema
      ? [{ label: chosen ? nameOf(chosen) : address.ecosistema, remove: listAt({ ...first, ecosistema: undefined }) }]
      : []),
    ...(address.atto ? [{ label: say(lang, actNames, address.atto), remove: listAt({ ...first, atto: undefined }) }] : []),
    ...(address.dal ? [{ label: t('fromDay', { day: formatDay(lang, address.dal) }), remove: listAt({ ...first, dal: undefined }) }] : []),
    ...(address.al ? [{ label: t('toDay', { day: formatDay(lang, address.al) }), remove: listAt({ ...first, al: undefined }) }] : []),
  ]
  const places = choices.ecosystems.map((one) => ({
    label: nameOf(one),
    to: listAt({ ...first, ecosistema: one.slug }),
    current: one.slug === address.ecosistema,
  }))
  const kinds = choices.kinds.map((act) => ({
    label: say(lang, actNames, act),
    to: listAt({ ...first, atto: act }),
    current: act === address.atto,
  }))
  const anywhere = { label: t('allEcosystems'), to: listAt({ ...first, ecosistema: undefined }), current: !address.ecosistema }
  const anything = { label: t('allActs'), to: listAt({ ...first, atto: undefined }), current: !address.atto }
  return (
    <FilterPanel
      search={<Period address={first} />}
      groups={[
        { title: t('ecosystem'), items: places.length > 0 ? [anywhere, ...places] : [] },
        { title: t('act'), items: kinds.length > 0 ? [anything, ...kinds] : [] },
      ]}
      chosen={inForce}
      clear={paths.acts}
    />
  )
}

function Period({ address }: { readonly address: ActsAddress }) {
  const t = useWords(messages)
  const filled = { values: { dal: address.dal, al: address.al }, errors: {} }
  return (
    <Form method="get" action={paths.acts} class="form" aria-label={t('period')}>
      {address.ecosistema && <HiddenField name="ecosistema" value={address.ecosistema} />}
      {address.atto && <HiddenField name="atto" value={address.atto} />}
      <DateField name="dal" label={t('from')} optional {...filled} />
      <DateField name="al" label={t('to')} optional {...filled} />
      <SubmitButton kind="secondary" small>
        {t('filter')}
      </SubmitButton>
    </Form>
  )
}

function Acts({ address, acts, names }: Pick<ActsProps, 'address' | 'acts' | 'names'>) {
  const { lang } = useReader()
  const t = useWords(messages)
  const { da, ...first } = address
  const filtered = Object.values(address).some((value) => value !== undefined)
  if (acts.items.length === 0) {
    return (
      <Empty>
        <p>{t(filtered ? 'none' : 'noneYet')}</p>
        {filtered && (
          <p>
            <Link to={paths.acts}>{t('showAll')}</Link>
          </p>
        )}
      </Empty>
    )
  }
  return (
    <>
      <DatedList items={acts.items.map((act) => lineOf(lang, act, names))} />
      <Pager shown={acts.items.length} next={acts.next && listAt({ ...first, da: acts.next })} first={da ? listAt(first) : null} />
    </>
  )
}
