import { useWords } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { draftWords } from '../messages/draft.ts'
import type { LivingReference } from '../references.ts'

/** What a block speaks of as it is today; or that it is no longer there. */
export function LivingMark({ one }: { readonly one: LivingReference | undefined }) {
  const t = useWords(draftWords)
  if (!one) return <StateMark state="blocked" label={t('refBroken')} />
  return (
    <>
      {one.title} {one.state && <StateMark {...one.state} />}
    </>
  )
}
