export const percentOf = (value: number, max: number): number => (max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0)

/** How far something got. Without a label the words beside it must say the figures. */
export function Meter({ value, max, label }: { readonly value: number; readonly max: number; readonly label?: string }) {
  const percent = percentOf(value, max)
  return (
    <svg
      class="meter"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <rect class="meter-all" width="100" height="8" />
      <rect class="meter-part" width={percent.toFixed(1)} height="8" />
    </svg>
  )
}
