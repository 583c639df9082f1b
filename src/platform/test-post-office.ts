import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** What the server answers: a code and words refuse, nothing accepts, 'vanish' cuts the line after the text. */
export type Answer = { readonly code: number; readonly words: string } | 'vanish' | undefined

export interface PostOffice {
  readonly url: string
  /** What came in, in order. */
  readonly mails: ParsedMail[]
  /** Decided anew for each mail: on its recipient, and after its text. */
  onRecipient: (address: string) => Answer
  onText: (address: string) => Answer
  close(): Promise<void>
}

const refusal = ({ code, words }: { code: number; words: string }) => Object.assign(new Error(words), { responseCode: code })

/** A real SMTP server on this machine, which reads what it is given as a mail program would. */
export async function openPostOffice(): Promise<PostOffice> {
  const mails: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _, done) {
      const answer = office.onRecipient(address)
      done(answer && answer !== 'vanish' ? refusal(answer) : null)
    },
    onData(stream, { envelope }, done) {
      const answer = office.onText(envelope.rcptTo[0]?.address ?? '')
      simpleParser(stream).then((mail) => {
        if (answer && answer !== 'vanish') return done(refusal(answer))
        mails.push(mail)
        if (answer !== 'vanish') return done()
        for (const connection of server.connections) connection.close()
      }, done)
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await new Promise<void>((resolve) => server.close(resolve))
  }
  onTestFinished(close)
  const office: PostOffice = { url: `smtp://127.0.0.1:${port}`, mails, onRecipient: () => undefined, onText: () => undefined, close }
  return office
}
