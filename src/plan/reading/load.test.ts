import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { Problem, tell } from '../../kernel/problem.ts'
import { loadPlanFolder, loadPlanZip, planLimits } from './load.ts'

interface Entry {
  readonly name: string
  readonly content: string | Buffer
  readonly mode?: number
  readonly flags?: number
  /** What the archive claims, when it lies. */
  readonly size?: number
}

/** A zip archive written byte by byte, so that it may also be one that no honest program would write. */
function zip(...entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, mode = 0o100644, flags = 0x800, size } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const named = Buffer.from(name)
    const head = Buffer.alloc(26)
    for (const [at, value] of [
      [0, 20],
      [2, flags],
      [4, 8],
    ] as const)
      head.writeUInt16LE(value, at)
    for (const [at, value] of [
      [10, crc32(bytes)],
      [14, packed.length],
      [18, size ?? bytes.length],
    ] as const)
      head.writeUInt32LE(value, at)
    head.writeUInt16LE(named.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, named, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((mode & 0xffff) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), head, tail, named]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const text = (name: string, content = 'x') => ({ name, content })

async function refusalOf(loading: Promise<unknown>): Promise<string> {
  const error = await loading.catch((reason: unknown) => reason)
  return error instanceof Problem ? (/: (.+?) \(/s.exec(tell('en', error))?.[1]?.trim() ?? '') : `no problem: ${error}`
}

test('an archive’s texts come out by path, without the folder around them; pictures and hidden files stay in', async () => {
  const files = await loadPlanZip(
    zip(text('piano/b.rst', 'B'), text('piano/a.rst', 'à'), text('piano/media/x.png'), text('piano/.git/c.rst'), text('__MACOSX/a.rst')),
  )
  expect([...files]).toEqual([
    ['a.rst', 'à'],
    ['b.rst', 'B'],
  ])
})

test.each([
  ['a path that climbs out', zip(text('../fuori.rst')), 'a path leaves the folder'],
  ['a path that climbs out further down', zip(text('a/../../fuori.rst')), 'a path leaves the folder'],
  ['an absolute path', zip(text('/etc/fuori.rst')), 'a path leaves the folder'],
  ['a drive', zip(text('C:/fuori.rst')), 'a path leaves the folder'],
  ['backslashes', zip(text('..\\fuori.rst')), 'a path leaves the folder'],
  ['a symbolic link', zip({ ...text('a.rst', '/etc/passwd'), mode: 0o120777 }), 'it holds a symbolic link'],
  ['an encrypted file', zip({ ...text('a.rst'), flags: 0x801 }), 'the archive is encrypted'],
  ['a file that stands twice', zip(text('a.rst'), text('a.rst')), 'a file stands twice'],
  ['bytes that are not UTF-8', zip({ name: 'a.rst', content: Buffer.from([0xe8, 0x20]) }), 'a text is not UTF-8'],
  ['a bomb', zip(text('a.rst', '0'.repeat(50_000_000))), 'the texts are too large'],
  ['a bomb that lies about its size', zip({ ...text('a.rst', '0'.repeat(50_000_000)), size: 10 }), 'it is not a sound zip archive'],
  [
    'many files that together are a bomb',
    zip(...Array.from({ length: 6 }, (_, i) => text(`${i}.rst`, '0'.repeat(900_000)))),
    'the texts are too large',
  ],
  ['too many files', zip(...Array.from({ length: planLimits.entries + 1 }, (_, i) => text(`${i}.png`, ''))), 'it holds too many files'],
  ['something else', Buffer.from('not a zip'), 'it is not a sound zip archive'],
  ['nothing', Buffer.alloc(0), 'it is not a sound zip archive'],
  ['an archive cut short', zip(text('a.rst', 'abc')).subarray(0, 60), 'it is not a sound zip archive'],
])('an archive with %s is refused', async (_, archive, reason) => {
  expect(await refusalOf(loadPlanZip(archive))).toBe(reason)
})

const made: string[] = []

async function folder(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'piano-'))
  made.push(root)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  return root
}

afterEach(async () => {
  for (const root of made.splice(0)) await rm(root, { recursive: true })
})

test('a folder’s texts come out by path', async () => {
  const root = await folder({ 'b.rst': 'B', 'a/c.rst': 'C', 'media/x.png': 'x', '.git/d.rst': 'D' })
  expect([...(await loadPlanFolder(root))]).toEqual([
    ['a/c.rst', 'C'],
    ['b.rst', 'B'],
  ])
})

test('a folder with a symbolic link is refused', async () => {
  const root = await folder({ 'a.rst': 'A' })
  await symlink('/etc/passwd', join(root, 'b.rst'))
  expect(await refusalOf(loadPlanFolder(root))).toBe('it holds a symbolic link')
})

test('a folder with a text too large is refused', async () => {
  const root = await folder({ 'a.rst': 'x'.repeat(planLimits.fileBytes + 1) })
  expect(await refusalOf(loadPlanFolder(root))).toBe('the texts are too large')
})

test('a folder that is not there is refused', async () => {
  expect(await refusalOf(loadPlanFolder(join(tmpdir(), 'piano-che-non-esiste')))).toBe('the folder cannot be opened')
})
