import { raw } from 'hono/html'
import { Diff } from '../../ui/diff.tsx'
import { useWords } from '../../ui/reader.tsx'
import { versionWords } from '../messages/versions.ts'
import type { Block } from '../rules/blocks.ts'
import type { BlockChange } from '../text/diff.ts'
import { Label } from './text.tsx'

interface ChangesProps {
  readonly changes: readonly BlockChange[]
  readonly sideBySide: boolean
}

/** What changed, block by block; what stayed equal is counted, with the heading it stands under. */
export function Changes({ changes, sideBySide }: ChangesProps) {
  const t = useWords(versionWords)
  return (
    <ol class="changes plain">
      {runsOf(changes).map((run) => (
        <li>
          {typeof run === 'number' ? (
            <p class="quiet small">{t('unchanged', { count: run })}</p>
          ) : (
            <Change change={run} sideBySide={sideBySide} />
          )}
        </li>
      ))}
    </ol>
  )
}

/** Headings that stayed are shown where something changed under them; other equal blocks are only counted. */
function runsOf(changes: readonly BlockChange[]): (BlockChange | number)[] {
  const runs: (BlockChange | number)[] = []
  let equal = 0
  let heading: BlockChange | null = null
  const flush = () => {
    if (equal > 0) runs.push(equal)
    equal = 0
  }
  for (const change of changes) {
    if (change.kind === 'same') {
      if (change.after.kind === 'heading') heading = change
      equal += 1
      continue
    }
    if (heading) equal -= 1
    flush()
    if (heading) runs.push(heading)
    heading = null
    runs.push(change)
  }
  flush()
  return runs
}

function Change({ change, sideBySide }: { readonly change: BlockChange; readonly sideBySide: boolean }) {
  const t = useWords(versionWords)
  const block = (change.after ?? change.before) as Block
  if (change.kind === 'same') return <h3 lang="it">{block.text}</h3>
  const both = change.kind === 'changed' && change.moved
  return (
    <div class={`change change--${change.kind}`}>
      <p class="tag">
        <b>{t(`change.${change.kind}`)}</b> {both && t('movedToo')}
      </p>
      <p class="tag">
        <Label block={block} />
      </p>
      {sideBySide ? <Beside change={change} /> : <Inline change={change} />}
    </div>
  )
}

function Inline({ change }: { readonly change: BlockChange }) {
  const t = useWords(versionWords)
  if (change.kind === 'changed') {
    const worded = change.words.some(({ added, removed }) => added || removed)
    return worded ? <Diff parts={change.words} /> : <p class="quiet">{t('otherwise')}</p>
  }
  if (change.kind === 'added') return <Diff parts={[{ value: change.after.text, added: true }]} />
  if (change.kind === 'removed') return <Diff parts={[{ value: change.before.text, removed: true }]} />
  return <Shown block={change.after} />
}

/** Two columns, each with what it alone has marked; one under the other on a phone. */
function Beside({ change }: { readonly change: BlockChange }) {
  const t = useWords(versionWords)
  const words = change.kind === 'changed' ? change.words : null
  return (
    <div class="beside">
      <div>
        <p class="quiet small">{t('before')}</p>
        {words ? <Diff parts={words.filter(({ added }) => !added)} /> : change.before ? <Shown block={change.before} /> : <p>–</p>}
      </div>
      <div>
        <p class="quiet small">{t('after')}</p>
        {words ? <Diff parts={words.filter(({ removed }) => !removed)} /> : change.after ? <Shown block={change.after} /> : <p>–</p>}
      </div>
    </div>
  )
}

function Shown({ block }: { readonly block: Block }) {
  return (
    <div class="diff" lang="it">
      {raw(block.html)}
    </div>
  )
}
