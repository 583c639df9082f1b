interface Suggestion {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

const pause = 200

/** Turns "search, then pick a circle" into a combobox (ARIA pattern: list autocomplete with manual selection). */
function enhance(field: HTMLElement): void {
  const input = field.querySelector<HTMLInputElement>('.suggest-box input')
  const box = field.querySelector<HTMLElement>('.suggest-box')
  const source = field.dataset.suggest
  if (!input || !box || !source) return

  const { hidden, list, live } = furnish(field, input, box)
  let found: readonly Suggestion[] = []
  let active = -1
  let timer = 0
  let asked = 0

  function show(options: readonly Suggestion[]): void {
    found = options
    active = -1
    list.replaceChildren(...options.map((option, index) => row(option, `${list.id}-${index}`)))
    list.hidden = options.length === 0
    input?.setAttribute('aria-expanded', String(options.length > 0))
    input?.removeAttribute('aria-activedescendant')
  }

  function move(to: number): void {
    if (found.length === 0) return
    active = (to + found.length) % found.length
    for (const [index, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(index === active))
    const item = list.children[active]
    item?.scrollIntoView({ block: 'nearest' })
    if (item) input?.setAttribute('aria-activedescendant', item.id)
  }

  function choose(index: number): void {
    const option = found[index]
    if (!option || !input) return
    input.value = option.label
    hidden.value = option.value
    live.textContent = option.label
    show([])
  }

  async function ask(): Promise<void> {
    const query = input?.value.trim() ?? ''
    const turn = ++asked
    if (query.length < 2) return show([])
    const address = new URL(source ?? '', location.href)
    address.searchParams.set('q', query)
    const response = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null)
    if (!response?.ok || turn !== asked) return
    const { options } = (await response.json()) as { options: readonly Suggestion[] }
    if (turn !== asked) return
    show(options)
    live.textContent = countWords(field, options.length)
  }

  input.addEventListener('input', () => {
    hidden.value = ''
    clearTimeout(timer)
    timer = window.setTimeout(ask, pause)
  })
  input.addEventListener('keydown', (event) => {
    const open = !list.hidden
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) void ask()
      else move(active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1))
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(Math.max(active, 0))
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      show([])
    }
  })
  input.addEventListener('blur', () => {
    clearTimeout(timer)
    asked++
    show([])
  })
  // The list must not take the focus away before the click arrives.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest('li') : null
    if (item) choose([...list.children].indexOf(item))
  })
}

/** Takes away what stood in for the script, and puts what it needs. */
function furnish(field: HTMLElement, input: HTMLInputElement, box: HTMLElement) {
  const chosen = field.querySelector<HTMLInputElement>('.suggest-found input:checked')
  const hidden = document.createElement('input')
  hidden.type = 'hidden'
  hidden.name = field.dataset.name ?? ''
  hidden.value = chosen?.value ?? ''

  const list = document.createElement('ul')
  list.id = `${input.id}-list`
  list.className = 'suggest-list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', field.querySelector('label')?.textContent ?? '')
  list.hidden = true

  const live = document.createElement('span')
  live.className = 'visually-hidden'
  live.setAttribute('role', 'status')

  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', list.id)

  field.querySelector('.suggest-box button')?.remove()
  // Options still to be picked from stay: somebody searched before the script came.
  if (chosen) {
    input.value = chosen.labels?.[0]?.firstChild?.textContent?.trim() ?? input.value
    field.querySelector('.suggest-found')?.remove()
  } else {
    for (const radio of field.querySelectorAll<HTMLInputElement>('.suggest-found input')) adopt(radio, hidden, input)
  }
  box.append(list)
  field.append(hidden, live)
  return { hidden, list, live }
}

/** A circle picked by hand goes through the hidden field too, so that the form never sends two answers. */
function adopt(radio: HTMLInputElement, hidden: HTMLInputElement, input: HTMLInputElement): void {
  radio.name = `${radio.name}-found`
  radio.addEventListener('change', () => {
    hidden.value = radio.value
    input.value = radio.labels?.[0]?.firstChild?.textContent?.trim() ?? input.value
  })
}

function row({ label, detail }: Suggestion, id: string): HTMLLIElement {
  const item = document.createElement('li')
  item.id = id
  item.setAttribute('role', 'option')
  item.setAttribute('aria-selected', 'false')
  item.textContent = label
  if (detail) {
    const small = document.createElement('small')
    small.textContent = detail
    item.append(small)
  }
  return item
}

function countWords({ dataset }: HTMLElement, count: number): string {
  if (count === 0) return dataset.none ?? ''
  return ((count === 1 ? dataset.one : dataset.many) ?? '').replace('99', String(count))
}

for (const field of document.querySelectorAll<HTMLElement>('[data-suggest]')) enhance(field)
