import { expect, test } from 'vitest'
import { serveHouse } from '../testing.ts'
import { personas } from './demonstration/personas.ts'

test('every person of the demonstration enters with one button, through the whole code flow', async () => {
  const house = await serveHouse()
  for (const persona of personas) {
    const visit = await house.browser().enter(persona.subject)
    expect(visit.path, visit.text).toBe('/profilo')
    expect(visit.status).toBe(200)
    expect(visit.text).toContain(`${persona.givenName} ${persona.familyName}`)
  }
})
