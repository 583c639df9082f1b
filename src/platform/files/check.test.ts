import { describe, expect, test } from 'vitest'
import { Problem } from '../../kernel/problem.ts'
import { megabyte, mustBeAllowed } from './check.ts'
import { documentKinds, fileKinds } from './kinds.ts'
import { aDocx, anExe, aPdf, aPng, bombDocx, zip } from './samples.ts'

async function refusalOf(work: Promise<unknown>): Promise<{ slug: string; status: number; field: unknown }> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Problem)) throw new Error(`not refused: ${error}`)
  return { slug: error.kind.slug, status: error.kind.status, field: error.facts.field }
}

describe('a file', () => {
  test.each([
    ['verbale.docx', aDocx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['foto.png', aPng(), 'image/png'],
    ['soggetti.csv', Buffer.from('nome;ruolo\nMinistero;capofila\n'), 'text/csv'],
    ['appunti.md', Buffer.from('# Ordine del giorno\n\n1. Perché sì\n'), 'text/markdown'],
    ['senza estensione', Buffer.from('Testo semplice.'), 'text/plain'],
  ])('called %s is told by its content', async (name, bytes, type) => {
    const kind = await mustBeAllowed({ name, bytes, allowed: documentKinds })
    expect(fileKinds[kind].type).toBe(type)
  })

  test.each([
    ['a program named .pdf', 'atto.pdf', anExe(), 'file-refused', 415],
    ['a web page named .pdf', 'atto.pdf', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'file-refused', 415],
    ['a web page after a few lines of text', 'atto.txt', Buffer.from('Ciao\n\n<script>alert(1)</script>'), 'file-refused', 415],
    ['a drawing that can hold scripts', 'logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-refused', 415],
    ['an archive that swells, named .pdf', 'atto.pdf', bombDocx(), 'file-refused', 415],
    ['an archive that swells, honestly named', 'atto.docx', bombDocx(), 'file-refused', 415],
    ['a document with macros', 'atto.docx', aDocx(['word/vbaProject.bin', Buffer.from('x')]), 'file-refused', 415],
    ['a PDF with an archive behind it', 'atto.pdf', Buffer.concat([aPdf(), zip(['a.txt', Buffer.from('x')])]), 'file-refused', 415],
    [
      'a PDF that begins as a page',
      'atto.pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n<html><script>1</script>\n'), aPdf()]),
      'file-refused',
      415,
    ],
    ['a PDF cut short', 'atto.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'file-refused', 415],
    ['a document named .pdf', 'atto.pdf', aDocx(), 'file-disguised', 415],
    ['a program without a name', 'atto', anExe(), 'file-refused', 415],
    ['bytes that are nothing known', 'atto.txt', Buffer.from([1, 2, 3, 0, 255]), 'file-refused', 415],
    ['nothing', 'atto.pdf', Buffer.alloc(0), 'file-missing', 422],
    ['more than the limit', 'atto.pdf', aPdf(10 * megabyte), 'file-too-large', 413],
  ])('is refused when it is %s', async (_, name, bytes, slug, status) => {
    expect(await refusalOf(mustBeAllowed({ name, bytes, allowed: documentKinds, field: 'act' }))).toEqual({ slug, status, field: 'act' })
  })

  test('is refused when its kind, though known, is not one asked for', async () => {
    expect(await refusalOf(mustBeAllowed({ name: 'foto.png', bytes: aPng(), allowed: ['pdf'] }))).toMatchObject({ slug: 'file-refused' })
  })
})
