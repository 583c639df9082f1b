import { expect, test } from 'vitest'
import { openSite } from '../site.ts'
import { faultsOfFrame, faultsToTheEye } from './faults.ts'
import { faultsOfHtml } from './html.ts'

const site = await openSite()

test('the crawl sees what is wrong with a page', async () => {
  const html = `<!DOCTYPE html><html lang="en"><head><title>Prova</title></head><body><main><h1>Uno</h1><h1>Due</h1>
    <p style="color:#aaa">Testo troppo chiaro</p><img src="data:,"><div style="width:900px">Largo</div>
    <form method="post" action="/"><input name="nome"></form><ul><p>Fuori posto</p></ul></main></body></html>`
  const page = await site.visit()
  await page.setContent(html)
  expect((await faultsOfFrame(page, 'it')).join('\n')).toMatch(/2 main titles\nlang is “en”\n1 forms without their token/)
  const seen = (await faultsToTheEye(page)).join('\n')
  for (const fault of ['color-contrast', 'image-alt', 'label', 'at 320 px the page is wider than the window: 908 > 320'])
    expect(seen).toContain(fault)
  expect((await faultsOfHtml(html)).join('\n')).toContain('element-permitted-content')
})

test('a frame that runs no script is not spoken to', async () => {
  const page = await site.visit()
  const heard: string[] = []
  page.on('console', (message) => heard.push(message.text()))
  const body = `<!DOCTYPE html><html lang="en"><head><title>Mail</title></head><body><main><h1>Mail</h1>
    <iframe title="The mail" sandbox="" srcdoc="&lt;p&gt;Good morning&lt;/p&gt;"></iframe></main></body></html>`
  await page.route('**/mail', (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(`${site.url}/mail`)
  await faultsToTheEye(page)
  expect(heard.filter((text) => text.includes('postMessage'))).toEqual([])
})
