type Closer = () => unknown

/** Closes one after the other, each though another failed; then tells the failures. */
export async function closeAll(...closers: readonly Closer[]): Promise<void> {
  const failures: unknown[] = []
  for (const close of closers) {
    try {
      await close()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, 'several things did not close')
  if (failures.length === 1) throw failures[0]
}
