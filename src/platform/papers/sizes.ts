/** Width and height in pixels, as a PNG or JPEG says them; null when it does not. */
export function sizeOf(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG' && bytes.length > 24)
    return sound({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) })
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return sound({ height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) })
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

const sound = (size: { width: number; height: number }) => (size.width > 0 && size.height > 0 ? size : null)

/** The size that fits a page, in points. */
export function fitted(bytes: Buffer, widest = 450, tallest = 600): { readonly width: number; readonly height: number } {
  const { width, height } = sizeOf(bytes) ?? { width: 600, height: 400 }
  const scale = Math.min(1, widest / width, tallest / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
