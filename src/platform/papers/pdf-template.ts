/** How a paper looks in PDF. Its words are read from a file of data beside it. */
export const template = String.raw`
#let paper = json("/paper.json")
#set document(
  title: paper.title,
  author: (paper.author,),
  date: datetime(year: paper.date.at(0), month: paper.date.at(1), day: paper.date.at(2)),
)
#set text(lang: paper.lang, font: ("Libertinus Serif", "DejaVu Sans"), size: 11pt)
#set par(leading: 0.72em, spacing: 1.1em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 2.5cm, top: 2.5cm, bottom: 2.8cm),
  numbering: "1 / 1",
  footer: context [
    #set text(size: 8.5pt, fill: luma(35%))
    #grid(columns: (1fr, auto), gutter: 1em, paper.title, counter(page).display("1 / 1", both: true))
  ],
)
#show title: set text(size: 22pt)
#show title: set block(below: 1.2em)
#show heading: set block(above: 1.6em, below: 0.8em)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 12pt)
#show heading.where(level: 4): set text(size: 11pt)
#show link: set text(fill: rgb("#004d99"))
#show link: underline
#show raw: set text(font: ("DejaVu Sans Mono",), size: 0.9em)
#show figure: set block(breakable: true)
#show figure.caption: set align(left)
#set table(stroke: 0.5pt + luma(55%), inset: 6pt)
#show table: set text(size: 9.5pt, hyphenate: true)
#show table: set par(leading: 0.6em, spacing: 0.8em)
#show table.cell.where(y: 0): set text(weight: "bold")

#let words(runs) = for run in runs {
  if run.at("break", default: false) { linebreak() } else if "note" in run { footnote(words(run.note)) } else if not ("code" in run) {
    run.text
  } else {
    let body = if run.code { raw(run.text) } else { [#run.text] }
    if run.emphasis { body = emph(body) }
    if run.strong { body = strong(body) }
    if run.struck { body = strike(body) }
    if run.link != none { body = link(run.link, body) }
    body
  }
}
#let named(body, id) = if id == none { body } else { [#body#label(id)] }
#let items(part) = {
  let bodies = part.items.map(item => {
    words(item.runs)
    for inner in item.inner { items(inner) }
  })
  if part.ordered { enum(tight: false, ..bodies) } else { list(tight: false, ..bodies) }
}

#title()
#for fact in paper.facts [#strong[#fact.label:] #fact.value \ ]
#v(1em)
#for part in paper.parts {
  if part.kind == "heading" { named(heading(level: part.level, words(part.runs)), part.id) } else if part.kind == "paragraph" {
    par(words(part.runs))
  } else if part.kind == "list" { items(part) } else if part.kind == "table" {
    let body = table(
      columns: part.weights.map(weight => weight * 1fr),
      align: left,
      table.header(..part.head.map(words)),
      ..part.rows.map(row => row.map(words)).flatten(),
    )
    if part.caption.len() == 0 { body } else { figure(body, caption: words(part.caption), kind: table) }
  } else if part.kind == "picture" {
    let drawn = image(read(part.path, encoding: none), format: part.format, alt: part.alt, width: part.width * 1pt)
    if part.caption.len() == 0 { drawn } else { figure(drawn, caption: words(part.caption), kind: image) }
  }
}
`
