import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { dayOf } from '../../kernel/day.ts'
import { Fields } from '../../ui/facts.tsx'
import { FormEnd, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type Say, useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Instant } from '../../ui/time.tsx'
import { bulkWords } from '../messages/bulk.ts'
import { type ImportWord, importWords } from '../messages/imports.ts'
import { type Import, importState, isUnderWay, leftByUndo } from '../rules/imports.ts'
import type { ImportLine } from '../store/imports.ts'

/** How far it came, in words and in figures. */
export function progressOf(t: Say<ImportWord>, one: Import): { readonly words: string; readonly value: number; readonly max: number } {
  const { removed, entered, position, total } = one
  if (importState(one) === 'undoing') return { words: t('undoProgress', { removed, entered }), value: removed, max: entered }
  return { words: t('progress', { position, total }), value: position, max: total }
}

/** How far it came, and the way to look again, which a script does by itself. */
export function Progress({ one }: { readonly one: Import }) {
  const t = useWords(importWords)
  const { lang } = useReader()
  if (!isUnderWay(one)) return <></>
  const { words, value, max } = progressOf(t, one)
  return (
    <div data-progress={inLang(lang, paths.bulkImportProgress(one.consultationId, one.id))}>
      <p>{words}</p>
      <Meter value={value} max={max} />
      <FormEnd>
        <ButtonLink kind="primary" to={paths.bulkImport(one.consultationId, one.id)}>
          {t('refresh')}
        </ButtonLink>
      </FormEnd>
    </div>
  )
}

export function ImportNumbers({ one }: { readonly one: Import }) {
  const t = useWords(importWords)
  const b = useWords(bulkWords)
  const { number } = useFormats()
  return (
    <Fields
      items={[
        { term: t('entered'), details: number(one.entered) },
        { term: t('known'), details: number(one.known) },
        { term: t('refused'), details: number(one.refused) },
        { term: t('left'), details: one.position < one.total ? number(one.total - one.position) : null },
        { term: t('removed'), details: one.undoAskedAt ? number(one.removed) : null },
        { term: t('channel'), details: b(`channel.${one.channel}`) },
        { term: t('begun'), details: <Instant at={one.begunAt} /> },
        { term: t('moved'), details: isUnderWay(one) ? <Instant at={one.movedAt} /> : null },
        { term: t('ended'), details: one.endedAt && <Instant at={one.endedAt} /> },
        { term: t('undone'), details: one.undoneAt && <Instant at={one.undoneAt} /> },
        { term: t('undoReason'), details: one.undoReason },
      ]}
    />
  )
}

export function WhyStopped({ one: { stopped } }: { readonly one: Import }) {
  const t = useWords(importWords)
  if (!stopped) return <></>
  return (
    <Notice kind="info">
      <p>{t(`stopped.${stopped}`)}</p>
    </Notice>
  )
}

export function StopForm({ one }: { readonly one: Import }) {
  const t = useWords(importWords)
  return (
    <Section id="ferma" title={t('stopTitle')} lead={t('stopLead')}>
      <Form action={paths.bulkImportStop(one.consultationId, one.id)}>
        <SubmitButton kind="secondary">{t('stop')}</SubmitButton>
      </Form>
    </Section>
  )
}

interface RefusedProps {
  readonly one: Import
  readonly lines: readonly ImportLine[]
  /** The last line of the page before; 0 on the first. */
  readonly after: number
  readonly more: boolean
  readonly now: Date
}

export function RefusedLines({ one, lines, after, more, now }: RefusedProps) {
  const t = useWords(importWords)
  const { lang } = useReader()
  const { day } = useFormats()
  if (one.refused === 0) return <></>
  const here = paths.bulkImport(one.consultationId, one.id)
  const kept = one.endedAt && one.fileUntil && one.fileUntil > now
  return (
    <Section id="rifiutate" title={`${t('refusedTitle')} (${one.refused})`} lead={kept ? t('refusedLead') : null}>
      {kept && one.fileUntil ? (
        <>
          <p>
            <ButtonLink to={paths.bulkImportRefused(one.consultationId, one.id)}>{t('download')}</ButtonLink>
          </p>
          <p class="quiet">{t('refusedUntil', { until: day(dayOf(one.fileUntil)) })}</p>
        </>
      ) : (
        one.endedAt && <p>{t('fileGone')}</p>
      )}
      <Table
        caption={t('refusedTitle')}
        captionHidden
        rows={lines}
        columns={[
          { label: t('line'), rowHeader: true, cell: ({ line }) => line },
          { label: t('protocol'), cell: ({ protocolNumber }) => protocolNumber || t('empty') },
          { label: t('why'), cell: ({ why }) => why?.[lang] },
        ]}
      />
      <Pager
        next={more ? withQuery(here, { da: String(lines.at(-1)?.line ?? 0) }) : null}
        first={after > 0 ? here : null}
        shown={lines.length}
      />
    </Section>
  )
}

/** Files on their way, or those that came before. */
export function ImportsTable({ caption, imports }: { readonly caption: string; readonly imports: readonly Import[] }) {
  const t = useWords(importWords)
  const { number } = useFormats()
  return (
    <Table
      caption={caption}
      captionHidden
      rows={imports}
      columns={[
        {
          label: t('file'),
          rowHeader: true,
          cell: ({ consultationId, id, name }) => <Link to={paths.bulkImport(consultationId, id)}>{name}</Link>,
        },
        { label: t('state'), cell: (one) => t(`state.${importState(one)}`) },
        { label: t('begun'), cell: ({ begunAt }) => <Instant at={begunAt} /> },
        { label: t('entered'), numeric: true, cell: (one) => number(one.entered - one.removed) },
        { label: t('refused'), numeric: true, cell: ({ refused }) => number(refused) },
      ]}
    />
  )
}

export function leadOf(t: ReturnType<typeof useWords<keyof typeof importWords.it>>, one: Import): string {
  const { position, total, removed } = one
  return t(`lead.${importState(one)}`, { position, total, removed, left: leftByUndo(one) })
}
