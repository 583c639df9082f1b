/** Plain text as it was written: an empty line separates paragraphs, the others stay lines. */
export function Prose({ text }: { readonly text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((one) => one.trim())
  return (
    <div class="prose" lang="it">
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
