/**
 * The shapes of the states, once per page. `cut` is drawn in the colour of the paper and `faint` in the colour of
 * quiet words; both come from the stylesheet, so that they follow the colours a reader forces on the page.
 */
export function Sprite() {
  return (
    <svg class="visually-hidden" aria-hidden="true" width="0" height="0" focusable="false">
      <symbol id="s-todo" viewBox="0 0 16 16">
        <circle class="faint-line" cx="8" cy="8" r="6.75" />
      </symbol>
      <symbol id="s-doing" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" stroke-width="1.75" />
        <path d="M8 1.25a6.75 6.75 0 0 1 0 13.5z" fill="currentColor" />
      </symbol>
      <symbol id="s-done" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7.6" fill="currentColor" />
        <path class="cut" d="m4.4 8.3 2.5 2.5 4.8-5.3" stroke-width="1.9" />
      </symbol>
      <symbol id="s-late" viewBox="0 0 16 16">
        <path d="M8 .6 15.9 15H.1z" fill="currentColor" />
        <path class="cut" d="M8 5.6v4.6M8 11.6v1.7" stroke-width="1.8" />
      </symbol>
      <symbol id="s-blocked" viewBox="0 0 16 16">
        <path d="M.8.8h14.4v14.4H.8z" fill="currentColor" />
        <path class="cut" d="M4 8h8" stroke-width="2.2" />
      </symbol>
      <symbol id="s-unmeasured" viewBox="0 0 16 16">
        <g class="faint">
          <circle cx="2.6" cy="9" r="1.8" />
          <circle cx="8" cy="9" r="1.8" />
          <circle cx="13.4" cy="9" r="1.8" />
        </g>
      </symbol>
    </svg>
  )
}
