import { useReader, useWords } from '../../ui/reader.tsx'
import { flowWords } from '../messages/interconnections.ts'
import { type InterconnectionState, interconnectionState, interconnectionStates } from '../rules/interconnections.ts'
import { nameOf } from '../rules/systems.ts'
import type { Joined } from '../store/interconnections.ts'
import { box, type Drawn, laidOut, onTwoLines, pathThrough } from './flow-layout.ts'

/** More than this nobody follows in a drawing: the list alone tells it. */
export const mostDrawn = 60

const looks: Record<InterconnectionState, string> = { existing: 'flow', 'to-build': 'flow flow--missing', ended: 'flow flow--ended' }

/** The style hides the words that the drawing goes on wherever it has room, known by steps of so many pixels. */
const step = 240
const padding = 32
const widest = 6

/** What flows where, for a glance; the list says it all. Not for following links: the list is. */
export function FlowMap({ flows }: { readonly flows: readonly Joined[] }) {
  const { today } = useReader()
  const t = useWords(flowWords)
  const { width, height, boxes, lines } = laidOut(flows)
  const state = (flow: Joined) => interconnectionState(flow, today)
  const existing = flows.filter((flow) => state(flow) === 'existing').length
  const missing = flows.filter((flow) => state(flow) === 'to-build').length
  const label = t('mapLabel', { systems: boxes.length, existing, missing })
  return (
    <figure class="flow-map">
      <p class={`quiet small flow-more flow-more--${Math.min(widest, Math.ceil((width + padding) / step))}`}>{t('mapScrolls')}</p>
      <div class="flow-window" role="group" aria-label={t('mapTitle')} tabindex={0}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          <defs>
            {interconnectionStates.map((one) => (
              <Head state={one} />
            ))}
          </defs>
          {lines.map(({ flow, points }) => (
            <path class={looks[state(flow)]} d={pathThrough(points)} marker-end={`url(#${headOf(state(flow))})`} />
          ))}
          {boxes.map((one) => (
            <Box {...one} />
          ))}
        </svg>
      </div>
      <figcaption>
        <Key look="flow" label={t('legendExisting')} />
        <Key look="flow flow--missing" label={t('legendMissing')} />
      </figcaption>
    </figure>
  )
}

const headOf = (state: InterconnectionState) => `flow-end-${state}`

/** The head of an arrow, of the colour of its line. */
function Head({ state }: { readonly state: InterconnectionState }) {
  return (
    <marker id={headOf(state)} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto-start-reverse">
      <path class={`flow-head flow-head--${state}`} d="M0 0L10 5L0 10Z" />
    </marker>
  )
}

function Box({ end, x, y }: Drawn['boxes'][number]) {
  const { lang } = useReader()
  const name = nameOf(lang, end)
  const [first, second] = end.acronym ? [end.acronym, onTwoLines(name, 28)[0]] : onTwoLines(name)
  const cut = end.acronym && second.length < name.length ? '…' : ''
  return (
    <g>
      <rect x={x - box.width / 2} y={y - box.height / 2} width={box.width} height={box.height} rx="4" />
      <text class="strong" x={x} y={second ? y - 4 : y + 5} text-anchor="middle">
        {first}
      </text>
      {second && (
        <text {...(end.acronym ? {} : { class: 'strong' })} x={x} y={y + 15} text-anchor="middle">
          {second}
          {cut}
        </text>
      )}
    </g>
  )
}

function Key({ look, label }: { readonly look: string; readonly label: string }) {
  return (
    <span class="flow-key">
      <svg width="48" height="12" aria-hidden="true">
        <path class={look} d="M2 6L46 6" />
      </svg>{' '}
      {label}
    </span>
  )
}
