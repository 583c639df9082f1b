import { messages } from './messages.ts'
import { useWords } from './reader.tsx'

/** A secret that is shown once, unless a note says otherwise. With the script copy.js a button copies it. */
export function Secret({ label, value, note }: { readonly label: string; readonly value: string; readonly note?: string }) {
  const t = useWords(messages)
  return (
    <div class="secret" data-copy={t('copy')} data-copied={t('copied')}>
      <p>
        <b id="secret-label">{label}</b>
      </p>
      <output aria-labelledby="secret-label">
        <code>{value}</code>
      </output>
      <p class="small">{note ?? t('tokenOnce')}</p>
    </div>
  )
}
