import { beforeAll, test } from 'vitest'
import { answerAndConclude } from './consultation-answers.ts'
import { openEcosystem } from './consultation-ecosystem.ts'
import { close, moderate, takePart } from './consultation-participants.ts'
import { type Story, type Told, ways } from './consultation-told.ts'
import { prepare } from './consultation-writing.ts'

/** From the first words of a strategy to its adoption, with one way of working pages. */
export function tellConsultation({ site, hold, script }: Story): void {
  let told: Told

  beforeAll(async () => {
    const { slug, body } = await openEcosystem(site)
    const enters = async (as: string) => hold(await site.visit({ as, script }))
    const cast = {
      lead: await enters('Elena Bassani'),
      citizen: await enters('Luca Ansaldi'),
      delegate: await enters('Chiara Benedetti'),
      secretary: await enters('Paolo Righetti'),
      administrator: await enters('Marco Tavella'),
    }
    told = { site, hold, script, cast, slug, bodyId: body.id, address: '', document: '', ...ways(script, cast) }
  })

  test('the lead writes a strategy and prepares its consultation: 59 days are refused, 60 are taken', () => prepare(told))
  test('a citizen and a delegate write, change, withdraw and support, each with a receipt', () => takePart(told))
  test('what breaks the rules is reported, hidden, looked at again by somebody else', () => moderate(told))
  test('the window only grows, and past its end nothing is taken', () => close(told))
  test('everybody is answered, the outcomes are published and the final version is adopted', () => answerAndConclude(told))
}
