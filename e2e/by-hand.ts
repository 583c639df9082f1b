import type { Page } from 'playwright-core'

/** What has the focus, as somebody who hears the page is told of it. */
interface Focused {
  readonly said: string
  readonly kind: string
  /** The question that a radio button or a box answers. */
  readonly group: string
}

const nothing: Focused = { said: '', kind: '', group: '' }

/** Asked of the whole page, which is there even when nothing has the focus. */
const focusedOn = (page: Page): Promise<Focused> =>
  page.locator('body').evaluate((body, none): Focused => {
    const one = body.ownerDocument.activeElement
    const words = (element: typeof one) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (!one || one === body) return none
    const said = one.getAttribute('aria-label') ?? (words(one.labels?.[0]) || words(one))
    const kind = one.tagName === 'INPUT' ? one.type : one.tagName.toLowerCase()
    return { said, kind, group: words(one.closest('fieldset')?.querySelector('legend')) }
  }, nothing)

export interface Hands {
  readonly page: Page
  /** Writes an address in the bar. */
  goTo(address: string): Promise<void>
  /** Walks to a link or a button and strikes Enter. */
  press(name: RegExp | string): Promise<void>
  /** Walks through a form from field to field, in their order, and answers those named. */
  fill(answers: Readonly<Record<string, string>>): Promise<void>
  /** The words of the page. */
  read(): Promise<string>
}

/** Somebody with a keyboard and nothing else. */
export function byHand(page: Page): Hands {
  async function tabTo(found: (one: Focused) => boolean, what: string): Promise<Focused> {
    for (let step = 0; step < 150; step += 1) {
      await page.keyboard.press('Tab')
      const focused = await focusedOn(page)
      if (found(focused)) return focused
    }
    throw new Error(`${what} is not reached by the keyboard on ${page.url()}: ${(await page.locator('main').innerText()).slice(0, 1500)}`)
  }

  async function skip(): Promise<void> {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
  }

  async function answer({ kind }: Focused, label: string, value: string): Promise<void> {
    if (kind === 'radio') return choose(value)
    if (kind === 'checkbox') return page.keyboard.press('Space')
    if (kind === 'date' || kind === 'time') return typeParts(kind, value)
    if (kind === 'select') return select(label, value)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(value)
  }

  /** Down through the list until the words are those wanted. */
  async function select(label: string, value: string): Promise<void> {
    const chosen = page.locator(':focus')
    for (let step = 0; step < 60; step += 1) {
      const words: string = await chosen.evaluate((one) => one.selectedOptions[0]?.textContent ?? '')
      if (words.includes(value)) return
      await page.keyboard.press('ArrowDown')
    }
    throw new Error(`«${label}» has no «${value}» on ${page.url()}`)
  }

  async function choose(value: string): Promise<void> {
    for (let step = 0; step < 12; step += 1) {
      const { said } = await focusedOn(page)
      if (said.toLowerCase().startsWith(value.toLowerCase())) return page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
    }
    throw new Error(`There is no «${value}» to choose on ${page.url()}`)
  }

  /** Days and hours are written part by part, in the order of the browser's own language. */
  async function typeParts(kind: 'date' | 'time', value: string): Promise<void> {
    const [first = '', second = '', third = ''] = value.split(/[-:]/)
    const hour = Number(first)
    const orders =
      kind === 'date'
        ? [third + second + first, second + third + first]
        : [first + second, `${String(hour % 12 || 12).padStart(2, '0')}${second}${hour < 12 ? 'AM' : 'PM'}`]
    for (const keys of orders) {
      for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowLeft')
      await page.keyboard.type(keys)
      if ((await page.locator(':focus').inputValue()) === value) return
    }
    throw new Error(`«${value}» is not taken as a ${kind}`)
  }

  return {
    page,
    async goTo(address) {
      await page.goto(address)
      await skip()
    },
    async press(name) {
      await tabTo(
        ({ said, kind }) =>
          (kind === 'a' || kind === 'button' || kind === 'submit' || kind === 'summary') &&
          (typeof name === 'string' ? said === name : name.test(said)),
        String(name),
      )
      await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
    },
    async fill(answers) {
      for (const [label, value] of Object.entries(answers)) {
        const isIt = ({ said, group, kind }: Focused) => (kind === 'radio' ? group : said).startsWith(label)
        await answer(await tabTo(isIt, `«${label}»`), label, value)
      }
    },
    read: () => page.locator('main').innerText(),
  }
}
