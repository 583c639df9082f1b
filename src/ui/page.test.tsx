import { expect, test } from 'vitest'
import { setAssets } from './assets.ts'
import { Page } from './page.tsx'
import { ProblemPage } from './problem-page.tsx'
import { useFormats, useReader } from './reader.tsx'
import { testReader } from './test-reader.tsx'
import { Time } from './time.tsx'

const page = (props: object = {}, reader = testReader) =>
  String(
    <Page reader={reader} title="Azioni" {...props}>
      <Time day={reader.today} />
    </Page>,
  )

test('a page is a whole document in the language of its reader', () => {
  expect(page()).toMatch(/^<!DOCTYPE html><html lang="it">/)
  expect(page()).toContain('<time datetime="2020-07-22">22 luglio 2020</time>')
  expect(page({}, { ...testReader, lang: 'en' })).toContain('<time datetime="2020-07-22">22 July 2020</time>')
})

test('a page tells search engines its one address in each language, without the query', () => {
  expect(page()).toContain('<link rel="canonical" href="https://simbiosi.example/piano/2019-2021"/>')
  expect(page()).toContain('<link rel="alternate" hreflang="en" href="https://simbiosi.example/en/piano/2019-2021"/>')
})

test('the language switch keeps the filters, and after a form leads to where it can be read', () => {
  expect(page()).toContain('<a href="/en/piano/2019-2021?stato=late" hreflang="en" lang="en">')
  expect(page({ address: '/piano/importa' })).toContain('<a href="/en/piano/importa" hreflang="en" lang="en">')
})

test('only a demonstration says that it is one', () => {
  expect(page()).not.toContain('Dimostrazione')
  expect(page({}, { ...testReader, demo: true })).toContain('Oggi è il 22 luglio 2020.')
})

test('a person who entered finds the way to the account, anybody else the way in', () => {
  expect(page()).toContain('href="/entra"')
  const known = page({}, { ...testReader, name: 'Ada <b>Rossi</b>' })
  expect(known).toContain('href="/profilo"')
  expect(known).toContain('Ada &lt;b&gt;Rossi&lt;/b&gt;')
})

test('scripts carry the nonce and nothing on a page is styled or handled inline', () => {
  const scripted = page({ scripts: ['suggest.js'] })
  expect(scripted).toContain('<script src="/assets/suggest.js" nonce="a-nonce" defer="">')
  expect(scripted).not.toMatch(/ style=| on[a-z]+=/)
})

test('assets go by the names the build gave them', () => {
  setAssets({ 'simbiosi.css': 'simbiosi.3f2a.css' })
  expect(page()).toContain('href="/assets/simbiosi.3f2a.css"')
  setAssets({})
})

test('a form that came back says so in the title of the window', () => {
  expect(page({ rejected: true })).toContain('<title>Errore: Azioni | Simbiosi</title>')
})

test('a problem tells what happened, what to do and the code to quote', () => {
  const problem = String(
    <ProblemPage reader={testReader} status={404} title="Pagina non trovata" whatHappened="Non c’è." requestId="abc" />,
  )
  expect(problem).toContain('Non c’è.')
  expect(problem).toContain('href="/cerca"')
  expect(problem).toContain('<code>abc</code>')
})

test('a component drawn outside a page is a mistake that says so', () => {
  const Lost = () => <p>{useFormats().number(useReader().now.getTime())}</p>
  expect(() => String(<Lost />)).toThrow('outside a Page')
})
