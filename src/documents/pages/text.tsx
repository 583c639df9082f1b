import type { Child } from 'hono/jsx'
import { Link } from '../../ui/link.tsx'
import { useWords } from '../../ui/reader.tsx'
import { numbersOf, ReadingBlock } from '../../ui/reading.tsx'
import { StateMark } from '../../ui/state.tsx'
import { versionWords } from '../messages/versions.ts'
import { keyOfRef, type LivingReference } from '../references.ts'
import type { Block } from '../rules/blocks.ts'

export interface TextProps {
  readonly blocks: readonly Block[]
  readonly living: ReadonlyMap<string, LivingReference>
  /** The number of the first block that has one. */
  readonly first?: number
  /** The permanent address of a block. */
  readonly addressOf?: (block: Block) => string
  /** What goes with a block: comments, buttons. */
  readonly beside?: (block: Block) => Child
}

/** The blocks of a text, numbered, each with what it speaks of as it is today. */
export function Text({ blocks, living, first = 1, addressOf, beside }: TextProps) {
  const numbers = numbersOf(blocks, first)
  return (
    <>
      {blocks.map((block, at) => (
        <ReadingBlock
          block={block}
          number={numbers[at]?.number ?? null}
          item={numbers[at]?.item}
          {...(addressOf ? { address: addressOf(block) } : {})}
          {...(isLabelled(block) ? { label: <Label block={block} /> } : {})}
        >
          <Refs block={block} living={living} />
          {beside?.(block)}
        </ReadingBlock>
      ))}
    </>
  )
}

const labelled: readonly string[] = ['objective', 'intervention', 'perimeter-item']
const isLabelled = ({ kind }: Pick<Block, 'kind'>) => labelled.includes(kind)

/** What a structured block is: 'Dentro il perimetro · servizi'. */
export function Label({ block: { kind, data } }: { readonly block: Pick<Block, 'kind' | 'data'> }) {
  const t = useWords(versionWords)
  if (kind === 'objective' || kind === 'intervention') return <>{t(kind)}</>
  if (kind !== 'perimeter-item') return <></>
  return (
    <>
      {t(`place.${data.place ?? 'inside'}`)} · {t(`about.${data.about ?? 'subjects'}`)}
    </>
  )
}

function Refs({ block: { data }, living }: { readonly block: Block; readonly living: TextProps['living'] }) {
  const t = useWords(versionWords)
  if (!data.refs || data.refs.length === 0) return <></>
  return (
    <div class="goes-with">
      <p class="quiet small">{t('refs')}</p>
      <ul class="plain">
        {data.refs.map((ref) => {
          const found = living.get(keyOfRef(ref))
          return (
            <li>
              {found ? <Link to={found.path}>{found.title}</Link> : <span class="quiet">{t('refGone')}</span>}{' '}
              {found?.state && <StateMark {...found.state} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
