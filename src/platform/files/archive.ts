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
