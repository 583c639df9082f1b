/** A name that no system takes for a path, a command or a hidden file. */
export function safeName(name: string, extension: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no name may hold these.
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2066-\u2069<>:"|?*;%]/g, '')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
    .slice(0, 120)
    .trim()
  return `${stem.isWellFormed() && stem ? stem : 'documento'}.${extension}`
}

/** The header under which a browser saves a file, and never opens it (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '') || 'file'
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
