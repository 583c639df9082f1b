import { type DestinationStream, type Logger, pino } from 'pino'

/** Structured logs, one JSON object a line. They hold ids, addresses without queries, and times; never personal data. */
export function makeLog(level: string, to: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  }
  return pino(options, to)
}

/** The database's own messages quote the values that it refused: those could be personal, so they stay out. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, table, constraint } = error as { code?: string; table?: string; constraint?: string }
  const places = error.stack
    ?.split('\n')
    .filter((row) => row.trimStart().startsWith('at '))
    .slice(0, 12)
  return { type: error.name, code, table, constraint, message: code ? undefined : error.message, places }
}

const secret = /(?=[\w-]*[A-Z_])[\w-]{43}(?=[./]|$)/g

/** An address as it may be logged: some, such as that of a person's own calendar, let in whoever knows them. */
export function withoutSecrets(path: string): string {
  return path.replace(secret, '…')
}
