const every = 2000

/** How far long work came, told again and again until it ends: then the whole page says how. */
async function follow(box: HTMLElement): Promise<void> {
  try {
    const response = document.hidden ? null : await fetch(box.dataset.progress ?? '')
    if (response?.ok) {
      const { words, percent, underWay } = await response.json()
      if (!underWay) {
        location.reload()
        return
      }
      box.querySelector('p')?.replaceChildren(words)
      box.querySelector('.meter-part')?.setAttribute('width', percent.toFixed(1))
    }
  } catch {
    // Nobody answered: asked again, as the page itself can be.
  }
  setTimeout(follow, every, box)
}

for (const box of document.querySelectorAll<HTMLElement>('[data-progress]')) setTimeout(follow, every, box)
