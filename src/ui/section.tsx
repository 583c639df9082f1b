import type { Child } from 'hono/jsx'

export interface SectionProps {
  readonly title: Child
  /** Also the anchor of the section: '#quadro'. */
  readonly id: string
  readonly lead?: Child
  /** `tint` and `plain` are bands as wide as the window, with their own container; `bare` leaves the margins to columns around it. */
  readonly band?: 'tint' | 'plain' | 'bare'
  /** For a section whose heading only a screen reader needs. */
  readonly quietTitle?: boolean
  readonly children?: Child
}

/** A part of a page, named by its heading. */
export function Section({ title, id, lead, band, quietTitle, children }: SectionProps) {
  const heading = `${id}-title`
  const inside = (
    <>
      {quietTitle ? (
        <h2 class="visually-hidden" id={heading}>
          {title}
        </h2>
      ) : (
        <div class="section-head">
          <h2 id={heading}>{title}</h2>
          {lead && <p class="quiet">{lead}</p>}
        </div>
      )}
      {children}
    </>
  )
  const look = band === 'tint' ? 'section section--tint' : 'section'
  return (
    <section id={id} aria-labelledby={heading} {...(band === 'bare' ? {} : { class: look })}>
      {band === 'tint' || band === 'plain' ? <div class="container">{inside}</div> : inside}
    </section>
  )
}

export interface ColumnsProps {
  /** `three` equal columns, or `aside`: a wide one and the facts beside it; `tight` for short texts under small headings. */
  readonly kind?: 'three' | 'aside' | 'tight'
  readonly section?: boolean
  readonly children?: Child
}

export function Columns({ kind = 'three', section = false, children }: ColumnsProps) {
  const look = kind === 'three' ? 'columns' : `columns columns--${kind}`
  return <div class={section ? `${look} section` : look}>{children}</div>
}
