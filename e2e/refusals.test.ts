import { expect, test } from 'vitest'
import { inLang, paths } from '../src/charter/paths.ts'
import { langs } from '../src/kernel/lang.ts'
import { faultsOfFrame, faultsToTheEye } from './crawl/faults.ts'
import { faultsOfHtml } from './crawl/html.ts'
import { openSite } from './site.ts'

const site = await openSite()

const refusals = [
  { what: 'an address that leads nowhere', address: '/ecosistemi/atlantide', as: null, status: 404 },
  { what: 'a page for administrators, to a citizen', address: paths.grants, as: 'Luca Ansaldi', status: 403 },
  { what: 'a form for officers, to somebody unknown', address: paths.planImport, as: null, status: 401 },
] as const

for (const { what, address, as, status } of refusals)
  test(`${what} is refused with a page that helps, sound like the others`, async () => {
    for (const lang of langs) {
      const page = await site.visit({ lang, ...(as ? { as } : {}) })
      const answer = await page.goto(inLang(lang, address))
      expect(answer?.status()).toBe(status)
      expect(await page.locator('main a').count()).toBeGreaterThan(0)
      const faults = [
        ...(await faultsOfHtml((await answer?.text()) ?? '')),
        ...(await faultsOfFrame(page, lang)),
        ...(await faultsToTheEye(page)),
      ]
      expect(faults).toEqual([])
    }
  })

test('a form sent by another site, or left open past the session, is refused and nothing happens', async () => {
  const page = await site.visit({ as: 'Marco Tavella' })
  await page.goto(paths.demoClock)
  const today = await page.locator('aside').first().innerText()
  await page
    .locator('main input[name=_csrf]')
    .first()
    .evaluate((token) => token.setAttribute('value', 'not-mine'))
  await page.locator('button[name=step]').first().click()
  await page.getByText('non viene da questa pagina').waitFor()
  await page.goto(paths.home)
  expect(await page.locator('aside').first().innerText()).toBe(today)
})
