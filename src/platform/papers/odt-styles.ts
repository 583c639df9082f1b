import type { Lang } from '../../kernel/lang.ts'

const oasis = 'urn:oasis:names:tc:opendocument:xmlns'
export const namespaces = [
  ...['office', 'text', 'table', 'style', 'meta'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`),
  `xmlns:draw="${oasis}:drawing:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${oasis}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

const sizes = [17, 14, 12, 11]

/** The styles that every paper uses, named as word processors name their own. */
export function stylesXml(lang: Lang): string {
  const [language, country] = lang === 'it' ? ['it', 'IT'] : ['en', 'GB']
  const paragraph = (name: string, properties: string, more = '') => {
    const shown = name.replaceAll('_20_', ' ')
    return `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph" style:parent-style-name="Standard" ${more}>${properties}</style:style>`
  }
  const run = (name: string, properties: string) =>
    `<style:style style:name="${name}" style:display-name="${name.replaceAll('_20_', ' ')}" style:family="text"><style:text-properties ${properties}/></style:style>`
  const headings = sizes.map((size, at) =>
    paragraph(
      `Heading_20_${at + 1}`,
      `<style:paragraph-properties fo:margin-top="0.6cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}pt" fo:font-weight="bold"/>`,
      `style:default-outline-level="${at + 1}" style:next-style-name="Text_20_body"`,
    ),
  )
  const level = (at: number) =>
    `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="${(at * 0.8).toFixed(1)}cm" fo:text-indent="-0.6cm"/></style:list-level-properties>`
  const levels = [1, 2, 3, 4, 5, 6]
  const points = levels.map(
    (at) => `<text:list-level-style-bullet text:level="${at}" text:bullet-char="•">${level(at)}</text:list-level-style-bullet>`,
  )
  const numbers = levels.map(
    (at) =>
      `<text:list-level-style-number text:level="${at}" style:num-format="1" style:num-suffix=".">${level(at)}</text:list-level-style-number>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${namespaces} office:version="1.3"><office:font-face-decls><style:font-face style:name="Monospace" svg:font-family="'Roboto Mono', 'Courier New', monospace"/></office:font-face-decls><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt" fo:language="${language}" fo:country="${country}"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
${[
  paragraph(
    'Title',
    '<style:paragraph-properties fo:margin-bottom="0.5cm"/><style:text-properties fo:font-size="22pt" fo:font-weight="bold"/>',
  ),
  paragraph('Text_20_body', '<style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="130%"/>'),
  paragraph('Document_20_Facts', '<style:paragraph-properties fo:margin-bottom="0.1cm"/>'),
  ...headings,
  paragraph('Table_20_Contents', ''),
  paragraph('Table_20_Heading', '<style:text-properties fo:font-weight="bold"/>'),
  paragraph('Caption', '<style:paragraph-properties fo:margin-bottom="0.2cm"/><style:text-properties fo:font-size="10pt"/>'),
  paragraph('Footnote', '<style:text-properties fo:font-size="9.5pt"/>'),
  paragraph('Footer', '<style:text-properties fo:font-size="8.5pt"/>'),
  run('Strong', 'fo:font-weight="bold"'),
  run('Emphasis', 'fo:font-style="italic"'),
  run('Struck', 'style:text-line-through-style="solid"'),
  run('Source_20_Text', 'style:font-name="Monospace"'),
  run('Footnote_20_anchor', 'style:text-position="super 58%"'),
].join('\n')}
<text:list-style style:name="Points">${points.join('')}</text:list-style>
<text:list-style style:name="Numbers">${numbers.join('')}</text:list-style>
<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_anchor" style:num-format="1"/>
<style:style style:name="Table" style:family="table"><style:table-properties table:align="margins"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #5b6f82" fo:padding="0.15cm"/></style:style>
</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current"/> / <text:page-count/></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`
}
