import type { Page } from 'playwright-core'

/** How somebody works a page: the same story is told with a mouse and with the keyboard alone. Names are those that one reads. */
export interface Hand {
  readonly page: Page
  /** Follows a link or presses a button, up to the page that it leads to. */
  press(name: RegExp): Promise<void>
  /** Opens what is folded. */
  unfold(name: RegExp): Promise<void>
  /** A field; where others are called the same, under which title. */
  write(label: RegExp, text: string, under?: RegExp): Promise<void>
  /** A day, as `2020-09-20`. */
  date(label: RegExp, day: string): Promise<void>
  /** A box or one of several answers. */
  tick(label: RegExp, under?: RegExp): Promise<void>
  /** From a list, what begins with these words. */
  choose(label: RegExp, option: string, under?: RegExp): Promise<void>
}

export function withMouse(page: Page): Hand {
  const main = page.locator('main')
  const field = (label: RegExp, under?: RegExp) => (under ? main.getByRole('group', { name: under }) : main).getByLabel(label).first()
  return {
    page,
    async press(name) {
      const loaded = page.waitForEvent('domcontentloaded')
      await main.getByRole('link', { name }).or(main.getByRole('button', { name })).first().click()
      await loaded
    },
    unfold: (name) => main.locator('summary', { hasText: name }).first().click(),
    write: (label, text, under) => field(label, under).fill(text),
    date: (label, day) => field(label).fill(day),
    tick: (label, under) => field(label, under).check(),
    async choose(label, option, under) {
      const list = field(label, under)
      const value = await list.locator('option', { hasText: option }).first().getAttribute('value')
      await list.selectOption(value)
    },
  }
}

/** Tab, Enter, Space and the arrows: nothing else is touched. */
export function withKeyboard(page: Page): Hand {
  const { keyboard } = page
  const press = async (name: RegExp) => {
    await walkTo(page, 'a, button', name)
    const loaded = page.waitForEvent('domcontentloaded')
    await keyboard.press('Enter')
    await loaded
  }
  return {
    page,
    press,
    async unfold(name) {
      await walkTo(page, 'summary', name)
      await keyboard.press('Enter')
    },
    async write(label, text, under) {
      await walkTo(page, 'input, textarea', label, under)
      await keyboard.press('Control+A')
      await keyboard.insertText(text)
    },
    async date(label, day) {
      await walkTo(page, 'input', label)
      // The browser speaks American English, whatever the page does: month, day, year.
      const [year, month, date] = day.split('-')
      await keyboard.type(`${month}${date}${year}`)
    },
    async tick(label, under) {
      await walkTo(page, 'input[type=radio], input[type=checkbox]', label, under)
      const on = await page.evaluate('document.activeElement.checked')
      if (!on) await keyboard.press('Space')
    },
    async choose(label, option, under) {
      await walkTo(page, 'select', label, under)
      const at = await page.evaluate<number>(
        `[...document.activeElement.options].findIndex((one) => one.text.includes(${JSON.stringify(option)})) - document.activeElement.selectedIndex`,
      )
      for (let step = 0; step < Math.abs(at); step += 1) await keyboard.press(at > 0 ? 'ArrowDown' : 'ArrowUp')
    },
  }
}

interface Focused {
  readonly fits: boolean
  readonly said: string
  /** Among the answers of the same question. */
  readonly others: readonly string[]
  /** The titles of the groups that it is in. */
  readonly under: readonly string[]
  readonly nowhere: boolean
}

const look = (selector: string) => `(() => {
  const one = document.activeElement
  const named = (el) => el.getAttribute('aria-label') ?? el.labels?.[0]?.innerText ?? el.innerText ?? ''
  const others = one.type === 'radio' ? [...one.form.querySelectorAll('[type=radio]')].filter((el) => el.name === one.name).map(named) : []
  const under = []
  for (let set = one.closest('fieldset'); set; set = set.parentElement?.closest('fieldset')) under.push(set.querySelector('legend')?.innerText.trim() ?? '')
  return { under, fits: one.matches(${JSON.stringify(selector)}), said: named(one).trim(), others, nowhere: one === document.body }
})()`

/** From where the keyboard stands, past the head of a page by its own link, to the thing of this name. */
async function walkTo(page: Page, selector: string, name: RegExp, group?: RegExp, most = 160): Promise<void> {
  const seen = () => page.evaluate<Focused>(look(selector))
  for (let step = 0, now = await seen(); step < most; step += 1) {
    const { nowhere, said, others, under } = now
    const fits = now.fits && (!group || under.some((one) => group.test(one)))
    if (fits && name.test(said)) return
    if (fits && others.some((one) => name.test(one.trim()))) await page.keyboard.press('ArrowDown')
    else {
      await page.keyboard.press('Tab')
      if (nowhere && /^Vai al contenuto/.test((await seen()).said)) await page.keyboard.press('Enter')
    }
    now = await seen()
  }
  throw new Error(`Nothing called ${name} is reached within ${most} steps of the keyboard on ${page.url()}`)
}
