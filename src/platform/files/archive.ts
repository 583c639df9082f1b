import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

export const archiveLimits = { entries: 2_000, unpackedBytes: 200 * 1024 * 1024, timesLarger: 200 }

/** An office document is an archive: read through, without unpacking, for what one must not hold. */
export async function isSound(bytes: Buffer): Promise<boolean> {
  let zip: ZipFile | null = null
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true })
    if (zip.entryCount > archiveLimits.entries) return false
    let unpacked = 0
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize
      if (isUnfit(entry) || unpacked > archiveLimits.unpackedBytes || unpacked > bytes.length * archiveLimits.timesLarger) return false
    }
    return true
  } catch {
    return false
  } finally {
    zip?.close()
  }
}

/** Encrypted, leading outside, or holding programs: macros, other documents' objects, or an executable. */
function isUnfit(entry: Entry): boolean {
  const name = entry.fileName
  return entry.isEncrypted() || name.split('/').includes('..') || /vbaproject\.bin$|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar|lnk)$/i.test(name)
}

/** What some entries of an archive hold, by name, counted while they unpack: the sizes that an archive declares may lie. */
export async function entriesOf(bytes: Buffer, wanted: RegExp, most: number): Promise<Map<string, Buffer> | null> {
  const found = new Map<string, Buffer>()
  let zip: ZipFile | null = null
  let size = 0
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true })
    for await (const entry of zip.eachEntry()) {
      if (!wanted.test(entry.fileName)) continue
      const chunks: Buffer[] = []
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        size += chunk.length
        if (size > most) return null
        chunks.push(chunk)
      }
      found.set(entry.fileName, Buffer.concat(chunks))
    }
    return found
  } catch {
    return null
  } finally {
    zip?.close()
  }
}
