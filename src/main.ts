import { Command } from 'commander'
import { commandLine } from './command-line.ts'
import { scopesForGrants } from './ecosystems/index.ts'
import { commands as identityCommands } from './identity/commands.ts'
import { maintenanceCommands } from './maintenance.ts'
import { commands as organisationCommands } from './organisations/commands.ts'
import { commands as planCommands } from './plan/commands.ts'
import { serveCommand } from './serve.ts'

const program = new Command('simbiosi')
  .description('The platform on which public administrations convene, design, build and grow their digital ecosystems')
  .option('--json', 'print the answer as JSON')
  .showHelpAfterError()
  .addHelpText('after', '\nExit codes: 0 done, 1 refused (the words say what to do), 2 failed.')

serveCommand(program)
maintenanceCommands(program)

const line = commandLine(program)
organisationCommands(program, line)
identityCommands(program, line, scopesForGrants)
planCommands(program, line)

await program.parseAsync()
