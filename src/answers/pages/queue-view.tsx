import { paths } from '../../charter/paths.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FilterPanel } from '../../ui/filters.tsx'
import { ErrorSummary, type Filled } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { queueWords } from '../messages/queue.ts'
import { type Answerable, waitings } from '../store/queue.ts'
import { AccountBar } from './account-bar.tsx'
import { Answering } from './answering.tsx'
import { headingsIn, numberOf, trailIn } from './around.tsx'
import { addressOf } from './asked.ts'
import type { QueueView } from './queue-props.ts'

export function QueuePage(view: QueueView & Filled) {
  const { reader, around, asked, account, outcomes, errors } = view
  const t = wordsFor(reader, queueWords)
  const { id } = around.consultation
  return (
    <Page
      reader={reader}
      title={t('title')}
      section="consultations"
      trail={trailIn(around, { label: t('title') })}
      address={paths.answers(id)}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary
          errors={errors}
          labels={{ outcome: t('outcome'), reasonIt: t('reasonIt'), reasonEn: t('reasonEn'), blockIds: t('blockIds') }}
        />
        <Done words={queueWords} done={asked.fatto} />
        <PageHead title={t('title')} kicker={[around.ecosystem.name, around.title]} lead={t('lead')} />
        <AccountBar account={account}>
          {account.prepared > 0 && <ButtonLink to={paths.answersPrepared(id)}>{t('goToPrepared', { count: account.prepared })}</ButtonLink>}
          {outcomes === 'write' && <ButtonLink to={paths.outcomesEdit(id)}>{t('goToOutcomes')}</ButtonLink>}
          {outcomes === 'read' && <ButtonLink to={paths.outcomes(id)}>{t('readOutcomes')}</ButtonLink>}
        </AccountBar>
        <Tabs
          label={t('states')}
          items={waitings.map((stato) => ({
            label: t(`state.${stato}`),
            to: addressOf(id, { stato }),
            current: stato === asked.stato,
          }))}
        />
        <div class="answering">
          <Queue {...view} />
          {view.shown && <Answering {...view} shown={view.shown} />}
        </div>
      </div>
    </Page>
  )
}

function Queue({ around, asked, list, names, shown }: QueueView) {
  const t = useWords(queueWords)
  const { id } = around.consultation
  const start = { ...asked, da: undefined, oss: undefined, fatto: undefined }
  return (
    <section class="answering-queue" aria-labelledby="coda">
      <h2 id="coda">{t('queue')}</h2>
      <Filters {...{ around, asked }} />
      {list.items.length === 0 ? (
        <Empty good={asked.stato === 'waiting'}>
          <p>{asked.stato === 'waiting' && !asked.q && !asked.sezione && !asked.simili ? t('noneWaiting') : t('none')}</p>
        </Empty>
      ) : (
        <ol class="plain answering-list">
          {list.items.map((item) => (
            <QueueItem
              {...{ item, names }}
              to={addressOf(id, { ...asked, fatto: undefined, oss: item.contributionId })}
              current={item.contributionId === shown?.contributionId}
            />
          ))}
        </ol>
      )}
      <Pager
        shown={list.items.length}
        next={list.next && addressOf(id, { ...start, da: list.next })}
        first={asked.da ? addressOf(id, start) : null}
      />
    </section>
  )
}

interface QueueItemProps {
  readonly item: Answerable
  readonly names: ReadonlyMap<string, string>
  readonly to: string
  readonly current: boolean
}

function QueueItem({ item, names, to, current }: QueueItemProps) {
  const t = useWords(queueWords)
  const text = item.text ?? t('noText')
  const assigned = item.assignedTo && names.get(item.assignedTo)
  return (
    <li>
      <Link to={`${to}#osservazione`} {...(current ? { 'aria-current': 'true' } : {})}>
        <Unbroken>{numberOf(item)}</Unbroken>
      </Link>
      <p>{text.length > 140 ? `${text.slice(0, 140).trimEnd()}…` : text}</p>
      <p class="quiet small">
        {item.contributorKind === 'person' ? t('person') : t('organisation')}
        {assigned ? ` · ${assigned}` : ''}
      </p>
    </li>
  )
}

function Filters({ around, asked }: Pick<QueueView, 'around' | 'asked'>) {
  const t = useWords(queueWords)
  const { id } = around.consultation
  const base = { ...asked, da: undefined, oss: undefined, fatto: undefined }
  const sections = headingsIn(around.blocks).filter(({ level }) => level <= 2)
  const chosen = [
    ...(asked.sezione
      ? [
          {
            label: sections.find((one) => one.id === asked.sezione)?.title ?? t('filterSection'),
            remove: addressOf(id, { ...base, sezione: undefined }),
          },
        ]
      : []),
    ...(asked.simili ? [{ label: t('filterCluster'), remove: addressOf(id, { ...base, simili: undefined }) }] : []),
    ...(asked.mie ? [{ label: t('filterMine'), remove: addressOf(id, { ...base, mie: undefined }) }] : []),
    ...(asked.q ? [{ label: `«${asked.q}»`, remove: addressOf(id, { ...base, q: undefined }) }] : []),
  ]
  return (
    <FilterPanel
      chosen={chosen}
      clear={addressOf(id, { stato: asked.stato })}
      search={
        <Form action={paths.answers(id)} method="get" class="search-within" role="search">
          {asked.stato !== 'waiting' && <input type="hidden" name="stato" value={asked.stato} />}
          <label for="q-risposte">{t('wordsLabel')}</label>
          <div class="search-line">
            <input id="q-risposte" class="control" type="search" name="q" maxlength={200} value={asked.q ?? ''} />
            <button type="submit" class="btn btn-outline-primary btn-sm">
              {t('search')}
            </button>
          </div>
        </Form>
      }
      groups={[
        {
          title: t('filterSection'),
          items: sections.map((one) => ({
            label: one.title,
            to: addressOf(id, { ...base, sezione: one.id }),
            current: one.id === asked.sezione,
          })),
        },
        {
          title: t('assigned'),
          items: [{ label: t('filterMine'), to: addressOf(id, { ...base, mie: 'si' }), current: asked.mie === 'si' }],
        },
      ]}
    />
  )
}
