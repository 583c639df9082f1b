import { zip } from 'fflate'

/** An archive of files, the first one stored as it is: so the formats that begin with their own type want it. */
export async function zipOf(files: readonly (readonly [name: string, content: string | Uint8Array])[]): Promise<Buffer> {
  const date = new Date('2000-01-01T12:00:00Z')
  const entries = files.map(([name, content], at) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    return [name, [new Uint8Array(bytes), { level: at === 0 ? 0 : 6, mtime: date }]] as const
  })
  return new Promise((resolve, reject) => {
    zip(Object.fromEntries(entries) as Parameters<typeof zip>[0], (error, made) => (error ? reject(error) : resolve(Buffer.from(made))))
  })
}
