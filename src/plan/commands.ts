import type { Command } from 'commander'
import { isDay } from '../kernel/day.ts'
import { Problem, type ProblemKind } from '../kernel/problem.ts'
import { say } from '../kernel/words.ts'
import type { CommandLine, Output } from '../platform/cli.ts'
import type { Desk } from '../platform/http.ts'
import { importPlan, type PlanImport, type PlanReport, previewPlan } from './actions/import.ts'
import { editionCode } from './actions/lineage.ts'
import { importMessages } from './messages/import.ts'
import { planInFolder, planInPageFile } from './sources.ts'

export const badEdition = {
  slug: 'bad-edition',
  status: 422,
  it: 'L’edizione si scrive con due anni, come 2019-2021.',
  en: 'An edition is written with two years, such as 2019-2021.',
} as const satisfies ProblemKind

export const badDay = {
  slug: 'bad-day',
  status: 422,
  it: '«{day}» non è un giorno: scrivilo come 2019-03-12.',
  en: '“{day}” is not a day: write it such as 2019-03-12.',
} as const satisfies ProblemKind

interface Options {
  readonly edition: string
  readonly published?: string
  readonly dryRun?: boolean
}

export function commands(program: Command, line: CommandLine): void {
  const plan = program.command('plan').description('the three-year plan: its editions, actions and results')
  plan
    .command('import <directory>')
    .description('bring in an edition from the folder of its reStructuredText sources; twice is the same as once')
    .requiredOption('--edition <years>', 'the edition, such as 2019-2021')
    .option('--published <day>', 'the day it came out, from which its text holds')
    .option('--dry-run', 'say what would change, and change nothing')
    .action((directory: string, options: Options) =>
      line.run(async (desk, output) => {
        output.progress('reading the sources')
        await bringIn(desk, output, await planInFolder(directory, editionIn(options)), options)
      }),
    )
  plan
    .command('import-page <file>')
    .description(
      'bring in the actions of a page of the published site, from its text; it adds to an edition and never replaces a richer text',
    )
    .requiredOption('--edition <years>', 'the edition, such as 2019-2021')
    .option('--dry-run', 'say what would change, and change nothing')
    .action((file: string, options: Options) =>
      line.run(async (desk, output) => {
        await bringIn(desk, output, await planInPageFile(file, editionIn(options)), options)
      }),
    )
}

function editionIn({ edition }: Options): string {
  const code = editionCode.safeParse(edition)
  if (!code.success) throw new Problem(badEdition)
  return code.data
}

async function bringIn(desk: Desk, output: Output, plan: PlanImport, { published, dryRun = false }: Options): Promise<void> {
  if (published !== undefined && !isDay(published)) throw new Problem(badDay, { day: published })
  const dated = published ? { ...plan, edition: { ...plan.edition, publishedOn: published } } : plan
  output.progress('comparing with what stands')
  const report = dryRun ? await previewPlan(desk.db, dated, desk.today) : await importPlan(desk, dated)
  output.progress('')
  output.answer({ dryRun, ...report }, () => inWords(report, dryRun))
}

function inWords(report: PlanReport, dryRun: boolean): string {
  const { edition, actions, results, chapters, ecosystems, added, changed, unchanged, absent, unplaced, refused, changesAnything } = report
  const head = `${edition}: ${say('en', importMessages, 'sourceWords', { actions, results, chapters, ecosystems })}.`
  if (!changesAnything) return [head, say('en', importMessages, dryRun ? 'nothing' : 'done.nulla'), ...leftovers(report)].join('\n')
  const verb = dryRun ? 'Would change' : 'Changed'
  return [
    head,
    `${verb}: ${added.length} new actions, ${changed.length} changed, ${unchanged} as before, ${report.chaptersChanged.length} chapters, ${report.ecosystemsReport.created.length} new ecosystems.`,
    ...changed.map(({ code, changes }) => `  ${code}  ${changes.map(({ field }) => field).join(', ')}`),
    ...(absent.length > 0 ? [`No longer in the source, and left standing: ${absent.join(', ')}.`] : []),
    ...leftovers({ unplaced, refused }),
  ].join('\n')
}

function leftovers({ unplaced, refused }: Pick<PlanReport, 'unplaced' | 'refused'>): string[] {
  return [
    `Not placed: ${unplaced.length}. Refused: ${refused.length}.`,
    ...unplaced.map(
      ({ file, line, action, field, reason }) =>
        `  ${file}:${line}  ${action ?? '-'}  ${field}: ${say('en', importMessages, `reason.${reason}`)}`,
    ),
    ...refused.map(
      ({ file, line, directive, reason }) => `  ${file}:${line}  ${directive}: ${say('en', importMessages, `refusal.${reason}`)}`,
    ),
  ]
}
