import type { Child } from 'hono/jsx'
import { paths } from '../../charter/paths.ts'
import { Link } from '../../ui/link.tsx'
import { useWords } from '../../ui/reader.tsx'
import { chapterMessages } from '../messages/chapters.ts'
import type { Block, Cell, Inline, Row } from '../reading/source.ts'
import { numberOf } from '../rules.ts'
import { plainText, wordsOf } from '../text.ts'

export interface BlocksProps {
  readonly blocks: readonly Block[]
  /** The edition that the references in the text stay within. */
  readonly edition: string
  /** Draws an action where it stands in a chapter. */
  readonly action?: (code: string) => Child
  /** The level of a heading inside the text. */
  readonly level?: 3 | 4
}

/** The text of the plan as it was read: paragraphs, lists, tables. Nothing in it can be markup of its own. */
export function Blocks({ blocks, ...around }: BlocksProps) {
  return (
    <>
      {blocks.map((block) => (
        <OneBlock block={block} {...around} />
      ))}
    </>
  )
}

function OneBlock({ block, ...around }: Omit<BlocksProps, 'blocks'> & { readonly block: Block }) {
  const { edition, level = 3 } = around
  const inside = (blocks: readonly Block[]) => <Blocks blocks={blocks} {...around} />
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Words text={block.text} edition={edition} />
        </p>
      )
    case 'heading': {
      const Heading = level === 3 ? 'h3' : 'h4'
      return (
        <Heading {...(block.anchor ? { id: block.anchor } : {})}>
          <Words text={block.text} edition={edition} />
        </Heading>
      )
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item) => (
            <li>{item.length === 1 && item[0]?.kind === 'paragraph' ? <Words text={item[0].text} edition={edition} /> : inside(item)}</li>
          ))}
        </List>
      )
    }
    case 'definitions':
      return (
        <dl>
          {block.items.map(({ term, blocks }) => (
            <>
              <dt>
                <Words text={term} edition={edition} />
              </dt>
              <dd>{inside(blocks)}</dd>
            </>
          ))}
        </dl>
      )
    case 'note':
      return (
        <div class="notice notice--info">
          {block.title.length > 0 && (
            <p>
              <b>
                <Words text={block.title} edition={edition} />
              </b>
            </p>
          )}
          {inside(block.blocks)}
        </div>
      )
    case 'table':
      return <PlanTable caption={block.caption} head={block.head} body={block.body} {...around} />
    case 'figure':
      return (
        <p class="quiet small">
          <Words text={block.caption.length > 0 ? block.caption : [{ kind: 'text', text: block.alt }]} edition={edition} />
        </p>
      )
    case 'literal':
      return (
        // Whoever has no mouse scrolls it sideways with the arrows.
        <pre tabindex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'quote':
      return <blockquote>{inside(block.blocks)}</blockquote>
    case 'footnote':
      return (
        <div class="small">
          <b>{block.label}</b> {inside(block.blocks)}
        </div>
      )
    case 'action':
      return <>{around.action?.(block.code)}</>
  }
}

export function Words({ text, edition }: { readonly text: readonly Inline[]; readonly edition: string }) {
  return (
    <>
      {text.map((run) => {
        switch (run.kind) {
          case 'emphasis':
            return <em>{run.text}</em>
          case 'strong':
            return <strong>{run.text}</strong>
          case 'code':
            return <code>{run.text}</code>
          case 'link':
            return <Link to={run.url}>{run.text}</Link>
          case 'action':
            return <Link to={paths.action(edition, numberOf(run.code))}>{run.text}</Link>
          case 'chapter':
            return <Link to={paths.chapter(edition, run.slug)}>{run.text}</Link>
          default:
            return run.text
        }
      })}
    </>
  )
}

type TableProps = Omit<BlocksProps, 'blocks'> & {
  readonly caption: readonly Inline[]
  readonly head: readonly Row[]
  readonly body: readonly Row[]
}

function PlanTable({ caption, head, body, ...around }: TableProps) {
  const t = useWords(chapterMessages)
  return (
    <div class="scroll" role="group" tabindex={0} aria-label={t('tableScrolls', { table: wordsOf(caption) })}>
      <table class="table">
        {caption.length > 0 && (
          <caption>
            <Words text={caption} edition={around.edition} />
          </caption>
        )}
        {head.length > 0 && (
          <thead>
            {head.map((row) => (
              <tr>
                {row.cells.map((cell) => (
                  <HeadCell cell={cell} {...around} />
                ))}
              </tr>
            ))}
          </thead>
        )}
        <tbody>
          {body.map((row) => (
            <tr>
              {row.cells.map((cell) => (
                <td {...spans(cell)}>
                  <Blocks blocks={cell.blocks} {...around} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A corner left empty heads nothing. */
function HeadCell({ cell, ...around }: Omit<BlocksProps, 'blocks'> & { readonly cell: Cell }) {
  if (plainText(cell.blocks) === '') return <td {...spans(cell)} />
  return (
    <th scope={cell.columns === 1 ? 'col' : 'colgroup'} {...spans(cell)}>
      <Blocks blocks={cell.blocks} {...around} />
    </th>
  )
}

function spans({ columns, rows }: { readonly columns: number; readonly rows: number }) {
  return { ...(columns > 1 ? { colspan: columns } : {}), ...(rows > 1 ? { rowspan: rows } : {}) }
}
