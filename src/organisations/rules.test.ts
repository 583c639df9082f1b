import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { Problem } from '../kernel/problem.ts'
import { correctionFor, entryOf, type IpaEntry, type IpaRow, type Known, kindOfCategory } from './ipa.ts'
import {
  ipaCodeOf,
  ipaCodeTaken,
  isTaxCode,
  mustNotContainItself,
  nameInTheFuture,
  nameTooEarly,
  parentOfItself,
  renamed,
  wrongIpaCode,
} from './rules.ts'

const today = day('2020-07-22')

function refusedWith(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.kind
    throw error
  }
  return null
}

describe('codes', () => {
  test('an IPA code is kept in small letters, and refused with signs it cannot have', () => {
    expect(ipaCodeOf(' C_H501 ')).toBe('c_h501')
    expect(refusedWith(() => ipaCodeOf('c h501'))).toBe(wrongIpaCode)
    expect(refusedWith(() => ipaCodeOf('a'))).toBe(wrongIpaCode)
    expect(ipaCodeTaken.status).toBe(409)
  })

  test('a tax code is right when its check digit adds up', () => {
    expect(isTaxCode('97735020584')).toBe(true)
    expect(isTaxCode('97735020585')).toBe(false)
    expect(isTaxCode('9773502058')).toBe(false)
  })

  test('any digit mistyped in a tax code is noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'97735020584']
        digits[place] = String((Number(digits[place]) + shift) % 10)
        expect(isTaxCode(digits.join(''))).toBe(false)
      }),
    )
  })
})

describe('names over time', () => {
  const current = { name: 'Ministero dei beni culturali', from: day('1998-01-01'), until: null }

  test('a new name closes the former one the day before', () => {
    const [former, now] = renamed(current, 'Ministero della cultura', day('2020-07-01'), today)
    expect(former.until).toBe('2020-06-30')
    expect(now).toEqual({ name: 'Ministero della cultura', from: '2020-07-01', until: null })
  })

  test('a new name holds neither from the future nor from before the present one', () => {
    expect(refusedWith(() => renamed(current, 'X', addDays(today, 1), today))).toBe(nameInTheFuture)
    expect(refusedWith(() => renamed(current, 'X', day('1998-01-01'), today))).toBe(nameTooEarly)
  })

  test('an organisation is never inside itself', () => {
    expect(refusedWith(() => mustNotContainItself('a', ['b', 'a']))).toBe(parentOfItself)
    expect(refusedWith(() => mustNotContainItself('a', ['b', 'c']))).toBeNull()
  })
})

describe('a line of the IPA', () => {
  const row: IpaRow = {
    line: 2,
    code: 'c_h501',
    name: 'Roma Capitale',
    taxCode: '02438750586',
    category: 'L6',
    acronym: '',
    updatedOn: '2019-05-06',
  }

  test('is read as it is written, its category telling the kind', () => {
    expect(entryOf(row)).toEqual({
      ipaCode: 'c_h501',
      name: 'Roma Capitale',
      taxCode: '02438750586',
      ipaCategory: 'L6',
      kind: 'territorial',
      acronym: null,
      updatedOn: '2019-05-06',
    })
    expect(kindOfCategory('ZZ')).toBe('other')
  })

  test.each([
    [{ code: ' ' }, 'no-code'],
    [{ code: 'c/h501' }, 'wrong-code'],
    [{ name: '' }, 'no-name'],
    [{ name: 'x'.repeat(501) }, 'long-name'],
    [{ name: 'Citt\uFFFD' }, 'unreadable-name'],
    [{ taxCode: '02438750587' }, 'wrong-tax-code'],
    [{ category: 'comune' }, 'wrong-category'],
    [{ broken: true }, 'broken'],
  ] as const)('with %o is refused: %s', (change, reason) => {
    expect(entryOf({ ...row, ...change })).toBe(reason)
  })

  test('tells its day in the forms the index has used, and no day otherwise', () => {
    const dayOf = (updatedOn: string) => (entryOf({ ...row, updatedOn }) as IpaEntry).updatedOn
    expect(['2019-05-06T10:00:00', '06/05/2019', '2019', ''].map(dayOf)).toEqual(['2019-05-06', '2019-05-06', null, null])
  })

  const entry = entryOf(row) as IpaEntry
  const known: Known = {
    id: newId(),
    name: 'Comune di Roma',
    kind: 'territorial',
    parentId: null,
    ipaCode: 'c_h501',
    taxCode: '02438750586',
    ipaCategory: 'L6',
    acronym: null,
    nameFrom: null,
    sameName: false,
  }

  test('that says what is known changes nothing', () => {
    expect(correctionFor(entry, { ...known, name: 'Roma Capitale', sameName: true }, today)).toBeNull()
  })

  test('with another name renames from the day of the update, or from today when that day cannot be', () => {
    const from = (nameFrom: Day | null, updatedOn: Day | null) =>
      correctionFor({ ...entry, updatedOn }, { ...known, nameFrom }, today)?.renamed?.[1].from
    expect(from(null, day('2019-05-06'))).toBe('2019-05-06')
    expect(from(day('2020-01-01'), day('2019-05-06'))).toBe(today)
    expect(from(null, day('2024-01-01'))).toBe(today)
    expect(from(null, null)).toBe(today)
  })

  test('that only spells the name otherwise corrects it without a new one', () => {
    const correction = correctionFor({ ...entry, name: 'COMUNE DI ROMA' }, { ...known, sameName: true }, today)
    expect(correction).toMatchObject({ respelt: 'COMUNE DI ROMA', renamed: null })
  })

  test('leaves alone a kind corrected by hand, until the category changes', () => {
    const byHand: Known = { ...known, name: 'Roma Capitale', kind: 'other', sameName: true }
    expect(correctionFor(entry, byHand, today)).toBeNull()
    expect(correctionFor(entry, { ...byHand, ipaCategory: 'L45' }, today)?.organisation.kind).toBe('territorial')
  })
})
