import { createReadStream } from 'node:fs'
import type { Command } from 'commander'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import { say } from '../kernel/words.ts'
import type { CommandLine } from '../platform/cli.ts'
import { readIpa } from './csv.ts'
import { type ImportReport, importOrganisations } from './import.ts'
import { importMessages } from './import-messages.ts'

export const noSuchFile = {
  slug: 'no-such-file',
  status: 422,
  it: 'Il file {path} non si può leggere: controlla il nome e i permessi.',
  en: 'The file {path} cannot be read: check its name and permissions.',
} as const satisfies ProblemKind

export function commands(program: Command, line: CommandLine): void {
  program
    .command('organisations')
    .description('the administrations, companies and bodies that the platform knows')
    .command('import <file>')
    .description('bring in the file "enti" of the index of public administrations (IPA), in CSV format; twice is the same as once')
    .option('--dry-run', 'say what would change, and change nothing')
    .action((file: string, { dryRun = false }: { dryRun?: boolean }) =>
      line.run(async (desk, output) => {
        const onProgress = (lines: number) => output.progress(`${lines} lines read`)
        const report = await importOrganisations(desk, readIpa(bytesOf(file)), { dryRun, onProgress })
        output.progress('')
        output.answer(report, () => inWords(report))
      }),
    )
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file)
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw new Problem(noSuchFile, { path: file })
    throw error
  }
}

function inWords(report: ImportReport): string {
  const summary = say('en', importMessages, report.dryRun ? 'importWould' : 'importDid', {
    lines: report.lines,
    added: report.added,
    renamed: report.renamed,
    corrected: report.corrected,
    unchanged: report.unchanged,
    refused: report.refused.length,
  })
  const refused = report.refused.map(
    ({ line, code, reason }) => `  line ${line}  ${code || '-'}  ${say('en', importMessages, `refused.${reason}`)}`,
  )
  return [summary, ...refused].join('\n')
}
