import mammoth from 'mammoth'
import { Problem } from '../../kernel/problem.ts'
import { Gathering, type Picture, type Reading } from './gathering.ts'
import { readHtml } from './html.ts'
import { documentUnsafe, soundParts } from './office.ts'
import { keptPicture } from './pictures.ts'

const styles = [
  "p[style-name='Title'] => p.document-title:fresh",
  // What our own files say of themselves under the title is no text of theirs.
  "p[style-name='Document Facts'] => p.document-facts:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "r[style-name='Code'] => code",
  'strike => s',
]

/** A word processor's document as blocks. Nothing that it points at outside itself is opened. */
export async function readDocx(bytes: Buffer): Promise<Reading> {
  const parts = await soundParts(bytes, /^word\/[^/]*\.xml$|^\[Content_Types\]\.xml$|\.rels$/)
  const into = new Gathering()
  for (const [loss, pattern] of revisions) if (pattern.test(parts.get('word/document.xml')?.toString('utf8') ?? '')) into.tell(loss, '')
  const found: Picture[] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    const content = Buffer.from(await image.readAsArrayBuffer())
    found.push({ bytes: content, name: `${image.contentType}`, alt: '' })
    return { src: `picture:${found.length - 1}` }
  })
  const html = await mammoth.convertToHtml({ buffer: bytes }, { styleMap: styles, convertImage, externalFileAccess: false }).then(
    ({ value }) => value,
    () => {
      throw new Problem(documentUnsafe, { field: 'file' })
    },
  )
  const pictureOf = (src: string, alt: string) => {
    const picture = found[Number(/^picture:(\d+)$/.exec(src)?.[1] ?? -1)]
    return picture ? keptPicture(picture.bytes, alt) : null
  }
  readHtml(html, { into, pictureOf })
  return into.done()
}

/** What stands in the text and is not taken: text boxes and drawings, others' remarks, changes not yet accepted. */
const revisions = [
  ['drawing', /<w:txbxContent|<mc:AlternateContent|<w:object[ >]/],
  ['comment', /<w:commentReference/],
  ['revision', /<w:(?:ins|del|moveFrom) /],
] as const
