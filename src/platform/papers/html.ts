import { type List, type Listed, linkOf, notesOf, type Paper, type Part, type Words, withLists } from './paper.ts'
import { esc } from './xml.ts'

const look = `
:root{color-scheme:light}
body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 Lora,Georgia,"Times New Roman",serif;color:#17324d;background:#fff}
h1,h2,h3,h4,h5{font-family:"Titillium Web",system-ui,sans-serif;line-height:1.25;margin:2em 0 .6em;break-after:avoid}
h1{font-size:2rem;margin-top:0}h2{font-size:1.6rem}h3{font-size:1.3rem}h4{font-size:1.1rem}h5{font-size:1rem}
a{color:#004d99}code{font-family:"Roboto Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
p,li,dd,td,th{overflow-wrap:break-word}
dl{display:grid;grid-template-columns:auto 1fr;gap:.2rem 1rem}dt{font-weight:700}dd{margin:0;overflow-wrap:anywhere}
.table{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.95em}
th,td{border:1px solid #5b6f82;padding:.4rem .6rem;text-align:left;vertical-align:top}caption{text-align:left;font-weight:700;padding:.4rem 0}
figure{margin:1.5rem 0}img{max-width:100%;height:auto}figcaption{font-size:.95em}
nav ol,nav ul{list-style:none;padding-left:1rem}.notes{border-top:1px solid #5b6f82;margin-top:3rem;font-size:.95em}
:target{background:#fff3cd}
@page{size:A4;margin:2cm}
@media print{body{max-width:none;margin:0;padding:0;color:#000}nav{display:none}a{color:inherit}tr,figure{break-inside:avoid}thead{display:table-header-group}}
`

const said = {
  it: { contents: 'Indice', notes: 'Note', back: 'Torna al testo', note: 'Nota' },
  en: { contents: 'Contents', notes: 'Notes', back: 'Back to the text', note: 'Note' },
}

/** One page that holds everything, needs nothing else, and prints well. */
export function htmlOf(paper: Paper): string {
  const { lang, title } = paper
  const headings = paper.parts.filter((part) => part.kind === 'heading')
  const contents = headings.filter(({ id, level }) => id !== undefined && level <= 2)
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)}</title>
<meta name="author" content="${esc(paper.author)}">
<link rel="canonical" href="${esc(paper.address)}">
<style>${look}</style>
</head>
<body>
<header>
<h1>${esc(title)}</h1>
${factsOf(paper)}
</header>
${contents.length > 2 ? `<nav aria-labelledby="contents">\n<h2 id="contents">${said[lang].contents}</h2>\n<ul>\n${contents.map(({ id = '', runs }) => `<li><a href="#${esc(id)}">${runs.map(({ text }) => esc(text)).join('')}</a></li>`).join('\n')}\n</ul>\n</nav>\n` : ''}<main>
${bodyOf(paper)}
</main>
</body>
</html>
`
}

export function factsOf({ facts }: Paper): string {
  if (facts.length === 0) return ''
  return `<dl>\n${facts.map(({ label, value }) => `<dt>${esc(label)}</dt><dd>${esc(value)}</dd>`).join('\n')}\n</dl>`
}

/** The parts as HTML that is XHTML too; `pictures` tells where a picture is, when it does not stand in the page itself. */
export function bodyOf(paper: Paper, pictures?: (picture: Part & { readonly kind: 'picture' }, at: number) => string): string {
  const notes = notesOf(paper.parts)
  const called: string[] = []
  let drawn = 0
  const words = (runs: Words, inNote = false): string =>
    runs
      .map((run) => {
        if (run.break) return '<br />'
        if (run.footnote === undefined) return marked(paper, run)
        if (inNote || !notes.has(run.footnote)) return esc(run.text)
        if (!called.includes(run.footnote)) called.push(run.footnote)
        const number = called.indexOf(run.footnote) + 1
        return `<sup><a href="#note-${number}" id="call-${number}" role="doc-noteref" aria-label="${said[paper.lang].note} ${number}">${number}</a></sup>`
      })
      .join('')
  const list = ({ ordered, items }: List): string => {
    const tag = ordered ? 'ol' : 'ul'
    return `<${tag}>\n${items.map(item).join('\n')}\n</${tag}>`
  }
  const item = ({ item: { id, runs }, inner }: Listed) =>
    `<li${named(id)}>${words(runs)}${inner.map((one) => `\n${list(one)}`).join('')}</li>`
  const part = (one: ReturnType<typeof withLists>[number]): string => {
    switch (one.kind) {
      case 'heading': {
        const tag = `h${Math.min(6, one.level + 1)}`
        return `<${tag}${named(one.id)}>${words(one.runs)}</${tag}>`
      }
      case 'paragraph':
        return `<p${named(one.id)}>${words(one.runs)}</p>`
      case 'list':
        return list(one)
      case 'table':
        return tableOf(one, words)
      case 'picture': {
        const type = one.type === 'svg' ? 'svg+xml' : one.type
        const src = pictures?.(one, drawn++) ?? `data:image/${type};base64,${one.bytes.toString('base64')}`
        const caption = one.caption.length > 0 ? `<figcaption>${words(one.caption)}</figcaption>` : ''
        return `<figure${named(one.id)}><img src="${src}" alt="${esc(one.alt)}" />${caption}</figure>`
      }
      case 'note':
        return ''
    }
  }
  const body = withLists(paper.parts).map(part).filter(Boolean).join('\n')
  const foot = called.map((label, at) => noteOf(paper, notes.get(label)?.id, words(notes.get(label)?.runs ?? [], true), at + 1)).join('\n')
  const uncalled = [...notes.values()].filter(({ label }) => !called.includes(label))
  const rest = uncalled.map(({ id, label, runs }) => `<p${named(id)}>[${esc(label)}] ${words(runs, true)}</p>`).join('\n')
  if (foot === '' && rest === '') return body
  return `${body}\n<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">${said[paper.lang].notes}</h2>\n${foot === '' ? '' : `<ol>\n${foot}\n</ol>\n`}${rest}\n</section>`
}

function noteOf({ lang }: Paper, id: string | undefined, words: string, number: number): string {
  const text = id === undefined ? words : `<span${named(id)}>${words}</span>`
  return `<li id="note-${number}">${text} <a href="#call-${number}" role="doc-backlink" aria-label="${said[lang].back}">↩</a></li>`
}

function tableOf({ id, head, rows, caption }: Part & { readonly kind: 'table' }, words: (runs: Words) => string): string {
  const width = Math.max(head.length, ...rows.map((row) => row.length))
  const cells = (row: readonly Words[], open: string, close: string) =>
    Array.from({ length: width }, (_, at) => `${open}${words(row[at] ?? [])}${close}`).join('')
  const titled = caption ? `<caption>${words(caption)}</caption>` : ''
  // An empty heading says nothing: such a cell is a plain one.
  const heads = Array.from({ length: width }, (_, at) =>
    (head[at] ?? []).length > 0 ? `<th scope="col">${words(head[at] ?? [])}</th>` : '<td></td>',
  ).join('')
  const body = rows.map((row) => `<tr>${cells(row, '<td>', '</td>')}</tr>`).join('\n')
  return `<div class="table"${named(id)} tabindex="0"><table>${titled}<thead><tr>${heads}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
}

const named = (id: string | undefined) => (id === undefined ? '' : ` id="${esc(id)}"`)

function marked(paper: Paper, run: Words[number]): string {
  let html = esc(run.text)
  if (run.code) html = `<code>${html}</code>`
  if (run.emphasis) html = `<em>${html}</em>`
  if (run.strong) html = `<strong>${html}</strong>`
  if (run.struck) html = `<s>${html}</s>`
  const link = run.link === undefined ? null : linkOf(paper, run.link)
  return link === null ? html : `<a href="${esc(link)}">${html}</a>`
}
