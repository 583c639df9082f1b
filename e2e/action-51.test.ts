import { expect, test } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { type Cast, castOf, slug } from './envisioning.ts'
import { approve, constitute, convene, holdMeeting } from './envisioning-group.ts'
import { call, closeHearing, hear } from './envisioning-listening.ts'
import { publishTexts, writeTexts } from './envisioning-texts.ts'
import { openSite } from './site.ts'

const site = await openSite()

test('with the keyboard alone and without script, action 51 goes from the act that constitutes a group to the concluded gate', async () => {
  const cast = await castOf(site)
  const { administrator, lead, mailReader } = cast
  await administrator.goTo(paths.newGrant)
  await administrator.fill({ 'Chi riceve l’incarico': 'bassani' })
  await administrator.press(/^Cerca/)
  await administrator.press(/^Scegli Elena Bassani/)
  await administrator.fill({ Ruolo: 'Amministrazione capofila', Ambito: 'Scuola' })
  await administrator.press(/^Concedi l’incarico/)
  expect(await administrator.read()).toContain('L’incarico è concesso')

  const body = await constitute(cast)
  const meeting = await convene(cast, body)
  const hearing = await call(cast)
  const texts = await writeTexts(cast)

  await goTo(cast, '2020-07-25')
  await holdMeeting(cast, meeting)
  await hear(cast, hearing)

  await goTo(cast, '2020-07-26')
  await approve(cast, meeting)
  await closeHearing(cast, hearing)
  await publishTexts(cast, texts)

  await lead.goTo(paths.gate(slug, 'envisioning'))
  expect(await lead.read()).toContain('Tutte e 6 le condizioni sono soddisfatte')
  await lead.press(/^Concludi la fase Envisioning/)
  expect(await lead.read()).toContain('Fase conclusa')
  await mailReader.goTo(paths.gate(slug, 'envisioning'))
  expect(await mailReader.read()).toContain('La fase si è conclusa il 26 luglio 2020, con tutte le sue prove')
  await mailReader.goTo(paths.bodies(slug))
  expect(await mailReader.read()).toContain('Gruppo di lavoro Scuola')

  // The plan counts the groups of the four priority ecosystems, from the same records.
  await mailReader.goTo(paths.action('2019-2021', 51))
  expect((await mailReader.read()).match(/Gruppo di lavoro costituito il/g)).toHaveLength(4)
}, 240_000)

/** Days pass by the clock that whoever administers the demonstration moves. */
async function goTo({ administrator }: Cast, day: string): Promise<void> {
  await administrator.goTo(paths.demoClock)
  await administrator.fill({ 'Il giorno a cui arrivare': day })
  await administrator.press(/^Porta l’orologio/)
  expect(await administrator.read()).toContain('L’orologio è andato avanti')
}
