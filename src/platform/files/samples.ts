import { crc32, deflateRawSync } from 'node:zlib'

/** Files for tests, made byte by byte, so that some can be what no honest program writes. */

export function aPdf(atLeast = 0): Buffer {
  const objects = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n'
  return Buffer.from(
    `%PDF-1.7\n${objects}${'% riempitivo\n'.repeat(Math.ceil(atLeast / 13))}trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
  )
}

export function aPng(): Buffer {
  return Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
}

export function anExe(): Buffer {
  return Buffer.concat([Buffer.from('MZ\u0090\u0000\u0003\u0000', 'latin1'), Buffer.alloc(200)])
}

export type Part = readonly [name: string, content: Buffer]

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const contentTypes: Part = [
  '[Content_Types].xml',
  Buffer.from(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`,
  ),
]

export function aDocx(...more: readonly Part[]): Buffer {
  return zip(contentTypes, ['word/document.xml', Buffer.from('<w:document/>')], ...more)
}

/** A few kilobytes that unpack to many megabytes. */
export function bombDocx(): Buffer {
  return aDocx(['word/media/image1.png', Buffer.alloc(20 * 1024 * 1024)])
}

export function zip(...parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, rest, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}
