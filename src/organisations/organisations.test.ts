import { describe, expect, test } from 'vitest'
import { type Day, day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { citizen, openHouse, somebody } from '../testing.ts'
import { addOrganisation, correctOrganisation } from './actions.ts'
import { findByNames, findOrganisations, getOrganisation, namesOf } from './index.ts'
import { ipaCodeTaken, parentOfItself } from './rules.ts'
import { namesOver } from './store/names.ts'

const officer = somebody('officer')
const nothing = { ipaCode: null, taxCode: null, acronym: null, parentId: null, nameFrom: null }

async function withMinistry() {
  const house = await openHouse()
  const desk = house.desk(officer)
  const ministry = await addOrganisation(desk, { name: 'Ministero dei beni e delle attività culturali', kind: 'central', ipaCode: 'm_bac' })
  return { house, desk, ministry }
}

describe('adding and correcting', () => {
  test('whoever may not add is refused, and nothing is kept', async () => {
    const house = await openHouse()
    await expect(addOrganisation(house.desk(citizen()), { name: 'X', kind: 'other' })).rejects.toMatchObject({
      kind: { slug: 'not-allowed' },
    })
    expect((await findOrganisations(house.db, {})).items).toEqual([])
  })

  test('an IPA code belongs to one organisation, whatever its capitals', async () => {
    const { desk } = await withMinistry()
    await expect(addOrganisation(desk, { name: 'Altro', kind: 'other', ipaCode: 'M_BAC' })).rejects.toMatchObject({ kind: ipaCodeTaken })
  })

  test('a rename keeps the former name, with its days, and the record tells what changed', async () => {
    const { house, desk, ministry } = await withMinistry()
    await correctOrganisation(desk, {
      ...nothing,
      id: ministry.id,
      name: 'Ministero della cultura',
      kind: 'central',
      ipaCode: 'm_bac',
      nameFrom: day('2020-07-01'),
    })
    expect(await namesOver(house.db, ministry.id)).toEqual([
      { name: 'Ministero della cultura', from: '2020-07-01', until: null },
      { name: 'Ministero dei beni e delle attività culturali', from: null, until: '2020-06-30' },
    ])
    expect(await namesOf(house.db, [ministry.id])).toEqual(new Map([[ministry.id, 'Ministero della cultura']]))
    expect((await namesOf(house.db, [ministry.id], day('2019-12-31'))).get(ministry.id)).toBe(
      'Ministero dei beni e delle attività culturali',
    )
    const event = await house.db.selectFrom('event').select(['act', 'facts']).orderBy('id', 'desc').executeTakeFirst()
    expect(event).toEqual({ act: 'organisations.correct', facts: { changed: ['name'], nameFrom: '2020-07-01' } })
  })

  test('a spelling mistake is mended in place', async () => {
    const { house, desk, ministry } = await withMinistry()
    await correctOrganisation(desk, { ...nothing, id: ministry.id, name: 'Ministero dei Beni', kind: 'central' })
    expect(await namesOver(house.db, ministry.id)).toEqual([{ name: 'Ministero dei Beni', from: null, until: null }])
  })

  test('two names never hold on the same day, nor two at present, whoever writes them', async () => {
    const { house, ministry } = await withMinistry()
    const insert = (validUntil: Day | null) =>
      house.db
        .insertInto('organisationName')
        .values({ id: newId(), organisationId: ministry.id, name: 'Altro', validFrom: day('2019-01-01'), validUntil })
        .execute()
    await expect(insert(day('2019-12-31'))).rejects.toMatchObject({ code: '23P01' })
    await expect(insert(null)).rejects.toMatchObject({ code: expect.stringMatching(/^23(505|P01)$/) })
  })

  test('a circle of parents is refused', async () => {
    const { desk, ministry } = await withMinistry()
    const institute = await addOrganisation(desk, { name: 'Istituto centrale', kind: 'central', parentId: ministry.id })
    const circle = correctOrganisation(desk, { ...nothing, id: ministry.id, name: ministry.name, kind: 'central', parentId: institute.id })
    await expect(circle).rejects.toMatchObject({ kind: parentOfItself })
  })
})

describe('searching', () => {
  async function withSome() {
    const { house, desk, ministry } = await withMinistry()
    await addOrganisation(desk, { name: "UNIVERSITA' DEGLI STUDI DI FERRARA", kind: 'university', acronym: 'UNIFE' })
    await addOrganisation(desk, { name: 'Regione Emilia-Romagna', kind: 'territorial', ipaCode: 'r_emiro' })
    await addOrganisation(desk, { name: 'Comune di Ferrara', kind: 'territorial' })
    const found = async (q: string) => (await findOrganisations(house.db, { q })).items.map(({ name }) => name)
    return { house, desk, ministry, found }
  }

  test('accents, apostrophes, inflection and small mistakes are forgiven', async () => {
    const { found } = await withSome()
    expect(await found('università ferrara')).toContain("UNIVERSITA' DEGLI STUDI DI FERRARA")
    expect(await found('universta')).toEqual(["UNIVERSITA' DEGLI STUDI DI FERRARA"])
    expect(await found('bene culturale')).toEqual(['Ministero dei beni e delle attività culturali'])
    expect(await found('emilia romagna')).toEqual(['Regione Emilia-Romagna'])
  })

  test('codes and acronyms find their organisation first; signs alone find nothing', async () => {
    const { found } = await withSome()
    expect((await found('R_EMIRO'))[0]).toBe('Regione Emilia-Romagna')
    expect((await found('unife'))[0]).toBe("UNIVERSITA' DEGLI STUDI DI FERRARA")
    expect(await found("' -- %")).toEqual([])
  })

  test('a former name finds the organisation, and is shown as former', async () => {
    const { house, desk, ministry } = await withSome()
    await correctOrganisation(desk, { ...nothing, id: ministry.id, name: 'MiC', kind: 'central', nameFrom: day('2020-07-01') })
    const { items } = await findOrganisations(house.db, { q: 'beni culturali' })
    expect(items).toMatchObject([{ name: 'MiC', formerName: 'Ministero dei beni e delle attività culturali' }])
  })

  test('names are recognised without capitals, accents or apostrophes; one that two share finds neither', async () => {
    const { house, desk, ministry } = await withSome()
    await addOrganisation(desk, { name: 'Comune di Samone', kind: 'territorial' })
    await addOrganisation(desk, { name: 'Comune di Samone', kind: 'territorial' })
    const asked = ["MINISTERO DEI BENI E DELLE ATTIVITA' CULTURALI", 'Comune di Samone', 'Nessuno']
    expect(await findByNames(house.db, asked)).toEqual(new Map([[asked[0], ministry.id]]))
  })

  test('pages follow each other without gap or repetition, with and without words', async () => {
    const { house } = await withSome()
    for (const q of [undefined, 'di ferrara regione']) {
      const whole = (await findOrganisations(house.db, { q })).items.map(({ id }) => id)
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await findOrganisations(house.db, { q, limit: 1, cursor })
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(seen).toEqual(whole)
    }
  })

  test('an organisation that is not there is not found', async () => {
    const { house } = await withSome()
    await expect(getOrganisation(house.db, newId())).rejects.toMatchObject({ kind: { status: 404 } })
  })
})
