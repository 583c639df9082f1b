import type { Child } from 'hono/jsx'

export interface NoticeProps {
  readonly kind?: 'info' | 'done' | 'late' | 'blocked'
  readonly title?: Child
  /** Read out at once by a screen reader: for the outcome of what was just done. */
  readonly live?: boolean
  readonly children?: Child
}

/** A few lines to be noticed. The words carry the meaning; the colour only helps. */
export function Notice({ kind = 'info', title, live, children }: NoticeProps) {
  return (
    <div class={`notice notice--${kind}`} {...(live ? { role: 'status' } : {})}>
      {title && (
        <p>
          <b>{title}</b>
        </p>
      )}
      {children}
    </div>
  )
}
