import type { Lang } from '../kernel/lang.ts'

/** Plain text as it was written: an empty line separates paragraphs, the others stay lines. */
export function Prose({ text, lang = 'it' }: { readonly text: string; readonly lang?: Lang }) {
  const paragraphs = text.split(/\n\s*\n/).filter((one) => one.trim())
  return (
    <div class="prose" lang={lang}>
      {paragraphs.map((paragraph) => (
        <p>
          {paragraph.split('\n').map((row, index) => (
            <>
              {index > 0 && <br />}
              {row}
            </>
          ))}
        </p>
      ))}
    </div>
  )
}
