import { expect, test } from 'vitest'
import { holdMeeting, openGroup } from './groups/test-group.ts'
import { addStakeholder } from './listening/actions/stakeholders.ts'
import { weighed } from './listening/test-hearings.ts'
import { somebody } from './testing.ts'

test('whoever attended a group’s meeting was involved that day, and their kind is no longer missing on the map', async () => {
  const group = await openGroup()
  const { house, slug, organisationId } = group
  const officer = house.desk(somebody('officer'))
  const ministry = await addStakeholder(officer, slug, { ...weighed, organisationId })
  const hidden = { ...weighed, kind: 'citizens', name: 'Ada Componente', email: 'ada.componente@example.org' } as const
  const ada = await addStakeholder(officer, slug, hidden)
  const map = `/ecosistemi/${slug}/portatori`
  expect(await house.read(map)).toContain('Nessuna amministrazione è ancora stata ascoltata.')

  const meeting = await holdMeeting(group)
  const page = await house.read(map)
  expect(page).not.toContain('Nessuna amministrazione è ancora stata ascoltata.')
  expect(page).not.toContain('mai coinvolto')
  expect(page).toContain('28 luglio 2020')
  expect(await house.read(`${map}?ascoltati=si`)).toContain('Ministero dei Beni Culturali')
  expect(await house.read(`${map}?ascoltati=no`)).not.toContain('Ministero dei Beni Culturali</a>')
  const gaps = await (await house.ask(`/api/v1/ecosystems/${slug}/stakeholder-gaps`)).json()
  expect(gaps).toMatchObject({ stakeholders: 2, heard: 2, silent: [] })
  expect(await house.read(`/portatori/${ministry.id}`)).toContain(`/riunioni/${meeting.id}`)
  // A meeting would tell who a person is whose name is not shown.
  expect(await house.read(`/portatori/${ada.id}`)).not.toContain(`/riunioni/${meeting.id}`)
})
