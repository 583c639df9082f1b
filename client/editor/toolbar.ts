/** One stop of the Tab key for many buttons; the arrows go from one to the next (ARIA pattern: toolbar). */
export function roving(bar: HTMLElement, leave: () => void): void {
  const buttons = () => [...bar.querySelectorAll('button')].filter((button) => !button.hidden)
  const stop = (at: HTMLButtonElement | undefined) => {
    for (const button of bar.querySelectorAll('button')) button.tabIndex = button === at ? 0 : -1
  }
  stop(buttons()[0])
  bar.addEventListener('focusin', ({ target }) => stop(target as HTMLButtonElement))
  bar.addEventListener('keydown', (event) => {
    const all = buttons()
    const at = all.indexOf(event.target as HTMLButtonElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Escape') leave()
    if (to === undefined || at < 0) return
    event.preventDefault()
    all[(to + all.length) % all.length]?.focus()
  })
}

export interface Standing {
  readonly pressed?: boolean
  readonly able?: boolean
}

/** A button that cannot do anything now stays where it is, and says so. */
export function show(button: HTMLButtonElement, { pressed, able = true }: Standing): void {
  if (pressed !== undefined) set(button, 'aria-pressed', String(pressed))
  if (able) button.removeAttribute('aria-disabled')
  else set(button, 'aria-disabled', 'true')
}

function set(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}
