import { raw } from 'hono/html'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import type { Block } from '../../documents/index.ts'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Meter } from '../../ui/meter.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { textWords } from '../messages/text.ts'
import { stateOn } from '../rules/consultation.ts'
import type { Note } from '../store/notes.ts'
import { AnswerNote } from './answer-box.tsx'
import { type Numbered, notesEach, type Reading, type Said } from './reading.ts'

interface BlockProps extends Numbered {
  readonly reading: Reading
  readonly said: Said
}

/** A block with its number in the margin, and the notes on it: beside it where there is room, below and closed on a phone. */
export function TextBlock({ block, number, reading, said }: BlockProps) {
  const t = useWords(textWords)
  const { lang, today } = useReader()
  const { consultation } = reading.whole
  const isOpen = stateOn(today, consultation) === 'open'
  const count = reading.tallies.get(block.id)?.visible ?? 0
  const takePart = inLang(lang, withQuery(paths.takePart(consultation.id), { blocco: block.id }))
  return (
    <div class="block" id={`b-${block.id}`} {...(number !== null && isOpen ? { 'data-words': takePart, 'data-label': t('onWords') } : {})}>
      <div class="text">
        {number !== null && (
          <Link class="code" to={`#b-${block.id}`} aria-label={t('address', { number })}>
            ¶ {number}
          </Link>
        )}
        <Text block={block} />
      </div>
      {(isOpen || count > 0) && (
        <details name="note">
          <summary>
            <Count count={count} isOpen={isOpen} />
            {count > 0 && <Meter value={count} max={reading.fullHeat} />}
          </summary>
          <div class="notes">
            <Notes {...{ block, number, reading, said, count }} />
          </div>
        </details>
      )}
    </div>
  )
}

/** The way to write while writing is possible, and afterwards to read what was written. */
function Count({ count, isOpen }: { readonly count: number; readonly isOpen: boolean }) {
  const t = useWords(textWords)
  if (!isOpen) return <span>{t('notes', { count })}</span>
  if (count === 0) return <span>{t('commentFirst')}</span>
  return (
    <span>
      {t('comment')} · <span aria-hidden="true">{count}</span>
      <span class="visually-hidden">{t('notes', { count })}</span>
    </span>
  )
}

const headings = ['h2', 'h3', 'h4', 'h5'] as const

/** The HTML was made and cleaned when the block was written. */
export function Text({ block: { kind, level, html } }: { readonly block: Block }) {
  const shown = raw(html)
  if (kind === 'heading') {
    const Heading = headings[Math.min(Math.max(level, 1), 4) - 1] ?? 'h5'
    return (
      <Heading lang="it" data-text>
        {shown}
      </Heading>
    )
  }
  if (kind === 'list-item')
    return (
      <ul lang="it">
        <li data-text>{shown}</li>
      </ul>
    )
  if (kind === 'table')
    return (
      <div class="table-wrap" lang="it" data-text>
        {shown}
      </div>
    )
  return (
    <p lang="it" data-text>
      {shown}
    </p>
  )
}

interface NotesProps extends BlockProps {
  readonly count: number
}

function Notes({ block, number, reading, said, count }: NotesProps) {
  const t = useWords(textWords)
  const { today } = useReader()
  const { consultation } = reading.whole
  const isOpen = stateOn(today, consultation) === 'open'
  const notes = said.notes.get(block.id) ?? []
  const { chi } = reading.filters
  // How many of one kind wrote is not counted: whether there are more shows from there being as many as fit.
  const more = chi ? notes.length === notesEach : count > notes.length
  return (
    <>
      {count === 0 && <p class="quiet">{t('nobody')}</p>}
      {count > 0 && notes.length === 0 && <p class="quiet">{t('noneHere')}</p>}
      {notes.map((note) => (
        <NoteView note={note} reading={reading} said={said} />
      ))}
      {(isOpen || more) && (
        <p class="actions">
          {isOpen && (
            <ButtonLink small to={withQuery(paths.takePart(consultation.id), { blocco: block.id })}>
              {t(number === null ? 'onSection' : 'onThis')}
            </ButtonLink>
          )}
          {more && (
            <Link to={withQuery(paths.consultationBlock(consultation.id, block.id), { chi })}>
              {chi ? t('moreOfThem') : t('more', { count: count - notes.length })}
            </Link>
          )}
        </p>
      )}
    </>
  )
}

const shownLetters = 600

interface NoteProps {
  readonly note: Note
  readonly reading: Reading
  readonly said: Said
}

function NoteView({ note, reading, said }: NoteProps) {
  const t = useWords(textWords)
  const { instant } = useFormats()
  const text = note.text ?? ''
  const words = said.annotations.get(note.id)
  const earlier = note.versionId !== reading.version.id
  return (
    <article class="note" id={`n-${note.number}`} {...(words && !earlier ? { 'data-starts': words.starts, 'data-ends': words.ends } : {})}>
      <header>
        <b>{said.by(note)}</b>
        <time datetime={note.receivedAt.toISOString()}>{instant(note.receivedAt)}</time>
      </header>
      {earlier && <p class="small">{t('earlier')}</p>}
      {words && (
        <p class="small">
          {t('onTheWords')} <q lang="it">{words.exact}</q>
        </p>
      )}
      <p lang={note.lang}>{text.length > shownLetters ? `${text.slice(0, shownLetters).toWellFormed()}…` : text}</p>
      <p class="small">
        <Link to={paths.contribution(note.consultationId, note.number)}>{t('readAll')}</Link>
        {note.supports > 0 && <> · {t('supports', { count: note.supports })}</>}
      </p>
      <AnswerNote answer={said.answers.get(note.id)} to={note} />
    </article>
  )
}
