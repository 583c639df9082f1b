import { Command } from 'commander'
import { serveCommand } from './serve.ts'
import { commandLine } from './command-line.ts'

const program = new Command('simbiosi')
  .description('The platform on which public administrations convene, design, build and grow their digital ecosystems')
  .option('--json', 'print the answer as JSON')
  .option('--demo', 'use the demonstration: its own database, clock, people and secret', process.env.DEMO === '1')
  .showHelpAfterError()

const line = commandLine(program)
serveCommand(program)
void line

await program.parseAsync()
