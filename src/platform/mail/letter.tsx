import { inLang, paths } from '../../charter/paths.ts'
import type { Lang } from '../../kernel/lang.ts'
import { say } from '../../kernel/words.ts'
import type { Config } from '../config.ts'
import type { Letter, LetterSection, Quote } from '../mail.ts'
import { messages } from './messages.ts'

/** All that a mail is drawn from. */
export interface LetterProps {
  readonly letter: Letter
  readonly lang: Lang
  /** How the reader is called, where that is known. */
  readonly name: string | null
  readonly config: Pick<Config, 'baseUrl' | 'demo' | 'ownerName' | 'contactEmail'>
  /** The path that turns off this kind of notices. */
  readonly unsubscribe: string | null
}

/** An address that works outside the site. */
export function absolute(config: Pick<Config, 'baseUrl'>, lang: Lang, to: string): string {
  return to.startsWith('/') ? config.baseUrl + inLang(lang, to) : to
}

const wide = (text: string) => text.replace(/(.{1,76})(?:\s+|$)/g, '$1\n').trimEnd()

export function plainText({ letter, lang, name, config, unsubscribe }: LetterProps): string {
  const at = (to: string) => absolute(config, lang, to)
  const section = ({ title, items }: LetterSection) =>
    [
      title.toUpperCase(),
      ...items.map((item) => [`- ${item.title}`, item.text && `  ${item.text}`, `  ${at(item.to)}`].filter(Boolean).join('\n')),
    ].join('\n\n')
  const quote = ({ title, text }: Quote) => `${title}\n\n${text.replace(/^/gm, '> ')}`
  return [
    greeting(lang, name),
    ...letter.paragraphs.map(wide),
    letter.facts?.map(({ term, details }) => `${term}: ${details}`).join('\n'),
    ...(letter.quotes ?? []).map(quote),
    ...(letter.sections ?? []).map(section),
    letter.action && `${letter.action.label}:\n${at(letter.action.to)}`,
    [
      '-- ',
      config.demo && say(lang, messages, 'demo'),
      letter.why && wide(letter.why),
      `${say(lang, messages, 'preferences')}: ${at(paths.noticePreferences)}`,
      unsubscribe && `${say(lang, messages, 'stop')}: ${at(unsubscribe)}`,
      wide(say(lang, messages, 'sentBy', { owner: config.ownerName, contact: config.contactEmail })),
    ]
      .filter(Boolean)
      .join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function greeting(lang: Lang, name: string | null): string {
  return name ? say(lang, messages, 'greeting', { name }) : say(lang, messages, 'greetingPlain')
}

// Mail programs drop style sheets: the site's look stands on each element.
const font = "font-family:'Titillium Web',Geneva,Tahoma,sans-serif"
const look = {
  body: `margin:0;background:#ebeff3;color:#17324d;${font};font-size:17px;line-height:1.5`,
  sheet: 'max-width:640px;margin:0 auto;background:#ffffff',
  head: 'background:#0066cc;color:#ffffff;padding:16px 32px',
  demo: 'background:#17324d;color:#ffffff;padding:8px 32px;font-size:14px',
  main: 'padding:24px 32px 32px',
  title: 'font-size:26px;line-height:1.25;margin:0 0 24px;color:#17324d',
  section: 'font-size:20px;margin:32px 0 8px;padding-top:16px;border-top:1px solid #d9dadb',
  quote: 'margin:0;padding:8px 16px;border-left:4px solid #0066cc;overflow-wrap:anywhere',
  link: 'color:#0066cc',
  button: 'display:inline-block;background:#0066cc;color:#ffffff;font-weight:600;padding:12px 24px;border-radius:4px;text-decoration:none',
  foot: 'padding:16px 32px 32px;border-top:1px solid #d9dadb;color:#455b71;font-size:14px',
  term: 'text-align:left;vertical-align:top;padding:4px 16px 4px 0;font-weight:600',
  // A hash has no spaces at which a narrow screen could break it.
  details: 'vertical-align:top;padding:4px 0;word-break:break-word;overflow-wrap:anywhere',
} as const

export function asPage(props: LetterProps): string {
  return `<!DOCTYPE html>${(<Sheet {...props} />).toString()}`
}

function Sheet({ letter, lang, name, config, unsubscribe }: LetterProps) {
  const at = (to: string) => absolute(config, lang, to)
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{letter.subject}</title>
      </head>
      <body style={look.body}>
        <div role="main" style={look.sheet}>
          <div style={look.head}>
            <b style="font-size:22px">{say(lang, messages, 'site')}</b>
            <br />
            {say(lang, messages, 'tagline')}
          </div>
          {config.demo && <div style={look.demo}>{say(lang, messages, 'demo')}</div>}
          <div style={look.main}>
            <h1 style={look.title}>{letter.subject}</h1>
            <p>{greeting(lang, name)}</p>
            {letter.paragraphs.map((text) => (
              <p>{withBreaks(text)}</p>
            ))}
            <FactTable facts={letter.facts ?? []} />
            {(letter.quotes ?? []).map(({ title, text }) => (
              <>
                <h2 style={look.section}>{title}</h2>
                <blockquote dir="auto" style={look.quote}>
                  {withBreaks(text)}
                </blockquote>
              </>
            ))}
            {(letter.sections ?? []).map(({ title, items }) => (
              <>
                <h2 style={look.section}>{title}</h2>
                {items.map((item) => (
                  <p>
                    <a href={at(item.to)} style={look.link}>
                      {item.title}
                    </a>
                    {item.text && <br />}
                    {item.text}
                  </p>
                ))}
              </>
            ))}
            {letter.action && (
              <p style="margin:32px 0 0">
                <a href={at(letter.action.to)} style={look.button}>
                  {letter.action.label}
                </a>
              </p>
            )}
          </div>
          <div style={look.foot}>
            {letter.why && <p>{letter.why}</p>}
            <p>
              <a href={at(paths.noticePreferences)} style={look.link}>
                {say(lang, messages, 'preferences')}
              </a>
              {unsubscribe && (
                <>
                  <br />
                  <a href={at(unsubscribe)} style={look.link}>
                    {say(lang, messages, 'stop')}
                  </a>
                </>
              )}
            </p>
            <p>{say(lang, messages, 'sentBy', { owner: config.ownerName, contact: config.contactEmail })}</p>
          </div>
        </div>
      </body>
    </html>
  )
}

function FactTable({ facts }: { readonly facts: NonNullable<Letter['facts']> }) {
  if (facts.length === 0) return <></>
  return (
    <table role="presentation" style="border-collapse:collapse;margin:16px 0">
      {facts.map(({ term, details }) => (
        <tr>
          <th scope="row" style={look.term}>
            {term}
          </th>
          <td style={look.details}>{withBreaks(details)}</td>
        </tr>
      ))}
    </table>
  )
}

function withBreaks(text: string) {
  return text.split('\n').map((row, index) => (
    <>
      {index > 0 && <br />}
      {row}
    </>
  ))
}
