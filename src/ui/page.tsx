import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { inLang } from '../charter/paths.ts'
import { langs } from '../kernel/lang.ts'
import type { Reader } from '../platform/reader.ts'
import { assetUrl } from './assets.ts'
import { Breadcrumbs, type Step } from './breadcrumbs.tsx'
import { Footer } from './footer.tsx'
import { Header, type Section } from './header.tsx'
import { messages } from './messages.ts'
import { ReaderContext, useFormats, wordsFor } from './reader.tsx'
import { Sprite } from './sprite.tsx'

export interface PageProps {
  readonly reader: Reader
  readonly title: string
  readonly description?: string
  /** Lights the entry of the main navigation that this page belongs to. */
  readonly section?: Section
  /** The way here, home excluded, this page last. Left out on the home page. */
  readonly trail?: readonly Step[]
  /** Where this page is read, when it answers a form posted elsewhere. The language switch leads there. */
  readonly address?: string
  /** A form came back with errors: the title of the window says so first. */
  readonly rejected?: boolean
  /** Scripts that improve this page, by the name of their file in client/ with the extension .js. */
  readonly scripts?: readonly string[]
  readonly head?: Child
  readonly children?: Child
}

/** A whole document. Everything drawn inside knows its reader through `useReader`. */
export function Page(props: PageProps) {
  const { reader, section, trail, children } = props
  const address = props.address ?? reader.path
  const t = wordsFor(reader, messages)
  return html`<!DOCTYPE html>${(
    <ReaderContext.Provider value={reader}>
      <html lang={reader.lang}>
        <Head {...props} address={address} />
        <body>
          <Sprite />
          <div class="skiplinks">
            <a class="visually-hidden-focusable" href="#content">
              {t('skip')}
            </a>
          </div>
          {reader.demo && <DemoStrip reader={reader} />}
          <Header section={section} address={address} />
          {trail && <Breadcrumbs trail={trail} />}
          <main id="content" tabindex={-1}>
            {children}
          </main>
          <Footer />
        </body>
      </html>
    </ReaderContext.Provider>
  )}`
}

function Head({ reader, title, description, address, rejected, scripts = [], head }: PageProps & { readonly address: string }) {
  const t = wordsFor(reader, messages)
  const [canonical = address] = address.split('?')
  const at = (lang: Reader['lang']) => new URL(inLang(lang, canonical), reader.baseUrl).href
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${rejected ? t('errorPrefix', { title }) : title} | ${t('site')}`}</title>
      {description && <meta name="description" content={description} />}
      <link rel="canonical" href={at(reader.lang)} />
      {langs.map((lang) => (
        <link rel="alternate" hreflang={lang} href={at(lang)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={at('it')} />
      <link rel="preload" href={assetUrl('fonts/titillium-web-400.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={assetUrl('simbiosi.css')} />
      <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
      <meta name="theme-color" content="#17324d" />
      {scripts.map((script) => (
        <script src={assetUrl(script)} nonce={reader.nonce} defer />
      ))}
      {head}
    </head>
  )
}

function DemoStrip({ reader }: { readonly reader: Reader }) {
  const t = wordsFor(reader, messages)
  const { day } = useFormats()
  return (
    <aside class="demo-strip" aria-label={t('demoRegion')}>
      <div class="container">
        <p>
          {t('demoStrip')} <b>{t('demoToday', { day: day(reader.today) })}</b>
        </p>
      </div>
    </aside>
  )
}
