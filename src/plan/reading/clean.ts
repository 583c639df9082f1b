import { oneLine } from '../../platform/rst.ts'

/** For comparing names: apostrophes and case do not count. */
export function folded(text: string): string {
  return oneLine(text)
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
}

/** 'L’Italia in Europa e nel Mondo' → 'l-italia-in-europa-e-nel-mondo'. */
export function slug(text: string): string {
  const ascii = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'x'
}
