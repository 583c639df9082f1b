import type { Picture } from './gathering.ts'

const largest = 5 * 1024 * 1024

/** A picture that can be kept as a figure: PNG or JPEG, told by its content. A drawing that can hold scripts cannot. */
export function keptPicture(bytes: Buffer, alt: string): Picture | null {
  const head = bytes.subarray(0, 4).toString('hex')
  const extension = head === '89504e47' ? 'png' : head.startsWith('ffd8ff') ? 'jpg' : null
  return extension === null || bytes.length > largest ? null : { bytes, name: `figura.${extension}`, alt: alt.slice(0, 500) }
}
