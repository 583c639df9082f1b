import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

export interface Parcel {
  readonly from: string
  readonly to: string
  readonly message: Buffer
}

/** Why a server did not take a mail, without its words: they quote the address. */
export class Undelivered extends Error {
  override name = 'Undelivered'
  /** The server's reply, such as 550; null when it gave none. */
  readonly code: number | null
  /** What was refused for good: the mailbox, or this message. Null for what may pass: to be tried again. */
  readonly refused: 'mailbox' | 'message' | null

  constructor(code: number | null, refused: Undelivered['refused']) {
    super(`not delivered: ${code ?? 'no reply'}`)
    this.code = code
    this.refused = refused
  }
}

const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 }

/**
 * Hands one mail to the server. `atThePoint` is awaited when the server has agreed to everything and waits for the text:
 * whatever goes wrong before is known not to have sent it.
 */
export async function deliver(smtpUrl: string, { from, to, message }: Parcel, atThePoint: () => Promise<void>): Promise<void> {
  const { hostname, port, protocol, username, password } = new URL(smtpUrl)
  const secure = protocol === 'smtps:'
  const connection = new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...patience,
  })
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
    if (username)
      await new Promise<void>((resolve, reject) => {
        const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
        connection.login({ credentials }, (error) => (error ? reject(error) : resolve()))
      })
    const text = Readable.from(
      (async function* () {
        await atThePoint()
        yield message
      })(),
    )
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.send({ from, to: [to] }, text, (error) => (error ? reject(error) : resolve()))
    })
    connection.quit()
  } catch (error) {
    connection.on('error', () => {})
    connection.close()
    throw undelivered(error)
  }
}

function undelivered(error: unknown): Undelivered {
  const { responseCode, command, response = '' } = error as { responseCode?: number; command?: string; response?: string }
  const code = typeof responseCode === 'number' ? responseCode : null
  if (code === null || code < 500) return new Undelivered(code, null)
  if (command === 'RCPT TO') return new Undelivered(code, 'mailbox')
  // Some servers take any recipient and refuse the mailbox after the text, with an enhanced code of class 5.1 or 5.2.
  if (command === 'DATA') return new Undelivered(code, /\b5\.[12]\.\d+\b/.test(response) ? 'mailbox' : 'message')
  // Our name or password: for whoever runs the site to mend, and then to be tried again.
  return new Undelivered(code, null)
}
