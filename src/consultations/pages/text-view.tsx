import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { paths, withQuery } from '../../charter/paths.ts'
import { daysBetween } from '../../kernel/day.ts'
import { around, type Piece, pieceOf, piecesHere } from '../../platform/pieces.ts'
import type { Reader } from '../../platform/reader.ts'
import { Link } from '../../ui/link.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ReaderContext, useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { textWords } from '../messages/text.ts'
import { markOf, type OpenedConsultation, stateOn } from '../rules/consultation.ts'
import { type Around, trailIn } from './around.tsx'
import type { Filters, Part, Reading } from './reading.ts'

/** What is between header and footer, the same for whoever reads: drawn already. */
export interface DrawnText {
  readonly whole: Around<OpenedConsultation>
  readonly pieces: readonly Piece[]
}

/** What a link to the text promises: to comment only while that is possible. */
export const readKey = ({ today }: Reader, consultation: OpenedConsultation) =>
  stateOn(today, consultation) === 'open' ? 'read' : 'readOnly'

export function TextPage({ reader, whole }: { readonly reader: Reader; readonly whole: DrawnText['whole'] }) {
  const label = wordsFor(reader, textWords)(readKey(reader, whole.consultation))
  return (
    <Page
      reader={reader}
      title={`${label}: ${whole.title}`}
      section="consultations"
      trail={trailIn(reader.lang, whole, { label })}
      scripts={['annotate.js']}
    >
      {raw(piecesHere)}
    </Page>
  )
}

const drawn = (reader: Reader, child: Child) => String((<ReaderContext.Provider value={reader}>{child}</ReaderContext.Provider>).toString())

/** What nothing counted shows in, in four: it stands around the bar, the contents and the blocks. */
export function drawFixed(reader: Reader, reading: Reading): Piece[] {
  return around(drawn(reader, <TextBody reading={reading} />)).map(pieceOf)
}

/** What tells how many wrote: the bar, and the contents. */
export function drawCounted(reader: Reader, reading: Reading): Piece[] {
  return [pieceOf(drawn(reader, <StateBar reading={reading} />)), pieceOf(drawn(reader, <Contents reading={reading} />))]
}

function TextBody({ reading }: { readonly reading: Reading }) {
  const t = useWords(textWords)
  const { whole, version, part, isLong } = reading
  return (
    <>
      <div class="container">
        <PageHead
          title={whole.title}
          kicker={[t('version', { number: version.number }), <Window reading={reading} />]}
          lead={<Lead reading={reading} />}
        />
      </div>
      {raw(piecesHere)}
      <div class="container reader">
        {raw(piecesHere)}
        <div>
          <Controls reading={reading} />
          {part?.title && !isLong && <p class="quiet">{t('onlyNow', { title: part.title })}</p>}
          {isLong && <p class="quiet">{t('tooLong')}</p>}
          {raw(piecesHere)}
          <Neighbours reading={reading} />
        </div>
      </div>
    </>
  )
}

function Lead({ reading: { whole } }: { readonly reading: Reading }) {
  const t = useWords(textWords)
  const { day } = useFormats()
  const { today } = useReader()
  const state = stateOn(today, whole.consultation)
  if (state === 'open' || state === 'draft' || state === 'discarded') return <span class="on-screen">{t('lead')}</span>
  return <>{t(`lead.${state}`, { day: day(whole.consultation.opensOn) })}</>
}

function Window({ reading: { whole } }: { readonly reading: Reading }) {
  const t = useWords(textWords)
  const { day } = useFormats()
  const { opensOn, closesOn } = whole.consultation
  return <>{t('window', { days: daysBetween(opensOn, closesOn), day: day(opensOn) })}</>
}

/** It stays in sight: how long there is to write, how many did, and the way to do it. */
function StateBar({ reading: { whole, received, answered } }: { readonly reading: Reading }) {
  const t = useWords(textWords)
  const { today } = useReader()
  const { day } = useFormats()
  const { consultation } = whole
  const { opensOn, closesOn } = consultation
  const state = stateOn(today, consultation)
  const label = {
    draft: '',
    discarded: '',
    coming: t('coming', { day: day(opensOn) }),
    open: t('open', { days: daysBetween(today, closesOn) }),
    suspended: t('suspended'),
    closed: t('closed', { day: day(closesOn) }),
  }[state]
  return (
    <section class="state-bar" aria-label={t('stateBar')}>
      <div class="container">
        <StateMark state={markOf[state]} label={label} />
        {state === 'open' && <Meter value={daysBetween(opensOn, today)} max={daysBetween(opensOn, closesOn)} />}
        {state === 'open' && <span class="extra">{t('lastDay', { day: day(closesOn) })}</span>}
        <span class="extra">{t('received', { count: received, answered })}</span>
        {state === 'open' && (
          <Link class="btn btn-sm" to={paths.takePart(consultation.id)}>
            {t('write')}
          </Link>
        )}
      </div>
    </section>
  )
}

function addressOf({ whole, filters }: Reading, query: Partial<Filters>): string {
  return withQuery(paths.consultationText(whole.consultation.id), { ...filters, ...query })
}

function Contents({ reading }: { readonly reading: Reading }) {
  const t = useWords(textWords)
  const { number } = useFormats()
  const { parts, part, isLong, heatOfPart } = reading
  const to = (one: Part) => {
    if (isLong || part) return addressOf(reading, { parte: one.id ?? undefined })
    return one.id ? `#b-${one.id}` : '#content'
  }
  return (
    <nav class="contents" aria-label={t('contents')}>
      <details>
        <summary>{t('contents')}</summary>
        <ul class="plain">
          {parts.map((one) => {
            const count = heatOfPart(one)
            return (
              <li>
                <Link to={to(one)} {...(one === part ? { 'aria-current': 'true' } : {})}>
                  <span lang={one.title ? 'it' : undefined}>{one.title ?? t('before')}</span>
                  <span class="n" aria-hidden="true">
                    {number(count)}
                  </span>
                  <span class="visually-hidden">{t('notes', { count })}</span>
                </Link>
              </li>
            )
          })}
        </ul>
      </details>
    </nav>
  )
}

/** What to see, each choice an address that can be passed on. */
function Controls({ reading }: { readonly reading: Reading }) {
  const t = useWords(textWords)
  const { parts, part, isLong, filters } = reading
  const who = [undefined, 'persone', 'organizzazioni'] as const
  const orders = [undefined, 'supported'] as const
  const current = (is: boolean) => (is ? { 'aria-current': 'true' } : {})
  return (
    <details class="reading-controls">
      <summary>{t('filters')}</summary>
      <p>
        <b>{t('who')}</b>{' '}
        {who.map((chi) => (
          <>
            <Link to={addressOf(reading, { chi })} {...current(chi === filters.chi)}>
              {t(chi ?? 'anybody')}
            </Link>{' '}
          </>
        ))}
      </p>
      <p>
        <b>{t('order')}</b>{' '}
        {orders.map((ordine) => (
          <>
            <Link to={addressOf(reading, { ordine })} {...current(ordine === filters.ordine)}>
              {t(ordine ?? 'newest')}
            </Link>{' '}
          </>
        ))}
      </p>
      {!isLong && (
        <p>
          <b>{t('only')}</b>{' '}
          <Link to={addressOf(reading, { parte: undefined })} {...current(part === null)}>
            {t('all')}
          </Link>{' '}
          {parts.map(
            (one) =>
              one.id && (
                <>
                  <Link lang="it" to={addressOf(reading, { parte: one.id })} {...current(one === part)}>
                    {one.title}
                  </Link>{' '}
                </>
              ),
          )}
        </p>
      )}
    </details>
  )
}

function Neighbours({ reading }: { readonly reading: Reading }) {
  const t = useWords(textWords)
  const { parts, part } = reading
  if (!part) return <></>
  const at = parts.indexOf(part)
  const [previous, next] = [parts[at - 1], parts[at + 1]]
  const to = (one: Part) => addressOf(reading, { parte: one.id ?? undefined })
  return (
    <p class="actions">
      {previous && <Link to={to(previous)}>{t('previous', { title: previous.title ?? t('before') })}</Link>}
      {next && <Link to={to(next)}>{t('next', { title: next.title ?? t('before') })}</Link>}
    </p>
  )
}
