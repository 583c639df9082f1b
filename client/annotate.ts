/** Selecting words of a paragraph (by mouse, touch or keyboard) offers to comment on them, right under the paragraph. */
const longest = 1500
const link = document.createElement('a')
link.className = 'words-chosen'

function offer(): void {
  const chosen = chosenWords()
  if (!chosen) {
    link.remove()
    return
  }
  const { block, starts, exact } = chosen
  const address = new URL(block.dataset.words ?? '', location.href)
  address.searchParams.set('da', String(starts))
  address.searchParams.set('parole', exact)
  link.href = address.pathname + address.search
  link.textContent = block.dataset.label ?? ''
  const text = block.querySelector('.text')
  // Whoever reaches it by keyboard finds it next; it is moved only when the paragraph changes, so that focus stays.
  if (text && link.previousElementSibling !== text) text.after(link)
}

function chosenWords(): { readonly block: HTMLElement; readonly starts: number; readonly exact: string } | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const text = elementOf(range.startContainer)?.closest<HTMLElement>('[data-text]')
  const block = text?.closest<HTMLElement>('[data-words]')
  if (!text || !block) return null
  const inside = range.cloneRange()
  // A triple click reaches into the next paragraph.
  if (!text.contains(range.endContainer)) inside.setEnd(text, text.childNodes.length)
  const said = inside.toString()
  const exact = said.trim()
  if (exact === '' || exact.length > longest) return null
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(inside.startContainer, inside.startOffset)
  return { block, starts: before.toString().length + said.indexOf(exact), exact }
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement
}

/** The words that the notes of a paragraph speak of are marked in it while its notes are open. */
function mark(): void {
  if (!('highlights' in CSS)) return
  const ranges = [...document.querySelectorAll<HTMLElement>('.block details[open] .note[data-starts]')].flatMap((note) => {
    const text = note.closest('.block')?.querySelector('[data-text]')
    const range = text && rangeIn(text, Number(note.dataset.starts), Number(note.dataset.ends))
    return range ? [range] : []
  })
  CSS.highlights.set('spoken-of', new Highlight(...ranges))
}

function rangeIn(text: Element, starts: number, ends: number): Range | null {
  const range = document.createRange()
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  let passed = 0
  let begun = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (!begun && starts < passed + length) {
      range.setStart(node, starts - passed)
      begun = true
    }
    if (begun && ends <= passed + length) {
      range.setEnd(node, ends - passed)
      return range
    }
    passed += length
  }
  return null
}

document.addEventListener('selectionchange', offer)
// The event does not bubble.
document.addEventListener('toggle', mark, true)
