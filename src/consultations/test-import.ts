import type { TestConsultation } from './test-consultation.ts'
import { keeper, opened } from './test-consultation.ts'

/** An opened consultation, with a lead for whom things are done while they are away. */
export async function openedWithKeeper(): Promise<TestConsultation> {
  const whole = await opened()
  return { ...whole, lead: await keeper(whole) }
}

/** Sends a file; where it was taken, gives the address of its preview. */
export async function give(
  { house, consultation, lead }: TestConsultation,
  bytes: Buffer,
  { name = 'osservazioni.csv', channel = 'certified-mail' } = {},
): Promise<{ readonly response: Response; readonly there: string }> {
  const address = `/consultazioni/${consultation.id}/altri-canali/file`
  const response = await house.ask(address, { as: lead, form: { channel, file: new File([new Uint8Array(bytes)], name) } })
  return { response, there: response.headers.get('location') ?? '' }
}

/** Confirms as the page itself would: with the fields that it holds. */
export async function confirm({ house, lead }: TestConsultation, there: string): Promise<Response> {
  const page = await house.read(there, lead)
  const fields = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
  const form = Object.fromEntries(fields.filter(([name]) => name !== '_csrf'))
  return house.ask(there.split('?')[0] ?? '', { as: lead, form })
}
