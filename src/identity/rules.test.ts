import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { readClaims } from './rules/claims.ts'
import { mustBeATerm, mustNotOverlap, mustSuit, stateOn } from './rules/grants.ts'
import { localPath } from './rules/local-path.ts'
import { mustBeATokenTerm, mustLeaveRoomForOne } from './rules/tokens.ts'

const today = day('2020-07-22')

describe('after entering one returns only to a page of this site', () => {
  test.each(['/', '/profilo', '/en/piano/2019-2021', '/ecosistemi?q=a&stato=late', '/entrate'])('%s is kept', (path) => {
    expect(localPath(path)).toBe(path)
  })

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '///evil.example',
    '/.//evil.example',
    '/profilo/..//evil.example',
    'javascript:alert(1)',
    'evil.example',
    ' /profilo',
    '',
    `/${'a'.repeat(2000)}`,
  ])('%j becomes the home page', (path) => {
    expect(localPath(path)).toBe('/')
  })

  test.each(['/entra', '/entra/demo/ritorno?code=1', '/en/entra', '/esci', '/en/esci/ovunque'])(
    '%s would go round in circles, so it becomes the home page',
    (path) => {
      expect(localPath(path)).toBe('/')
    },
  )
})

describe('a grant', () => {
  const term = (from: string, to: string | null, endedOn: string | null = null) => ({
    from: day(from),
    to: to ? day(to) : null,
    endedOn: endedOn ? day(endedOn) : null,
  })

  test('holds on its first and on its last day, and on no other side of them', () => {
    const grant = term('2020-07-22', '2020-07-31')
    expect(stateOn(day('2020-07-21'), grant)).toBe('future')
    expect(stateOn(day('2020-07-22'), grant)).toBe('in-force')
    expect(stateOn(day('2020-07-31'), grant)).toBe('in-force')
    expect(stateOn(day('2020-08-01'), grant)).toBe('past')
  })

  test('that was ended no longer holds on the day of its end', () => {
    expect(stateOn(day('2020-07-21'), term('2020-01-01', null, '2020-07-22'))).toBe('in-force')
    expect(stateOn(today, term('2020-01-01', null, '2020-07-22'))).toBe('past')
  })

  test('whose last day comes before its first, or is past, is refused', () => {
    expect(() => mustBeATerm(today, day('2020-08-02'), day('2020-08-01'))).toThrow('term-backwards')
    expect(() => mustBeATerm(today, day('2020-01-01'), day('2020-07-21'))).toThrow('term-over')
    expect(() => mustBeATerm(today, day('2020-01-01'), today)).not.toThrow()
  })

  test('may follow another, and may not share a day with it', () => {
    const held = [{ from: day('2020-01-01'), to: day('2020-06-30') }]
    expect(() => mustNotOverlap({ from: day('2020-06-30'), to: null }, held)).toThrow('granted-already')
    expect(() => mustNotOverlap({ from: day('2019-01-01'), to: day('2020-01-01') }, held)).toThrow('granted-already')
    expect(() => mustNotOverlap({ from: day('2020-07-01'), to: null }, held)).not.toThrow()
    expect(() => mustNotOverlap({ from: day('2020-07-01'), to: null }, [{ from: day('2021-01-01'), to: null }])).toThrow('granted-already')
  })

  test('suits its scope: nobody administers one ecosystem, nobody leads the whole platform', () => {
    expect(() => mustSuit('administrator', { kind: 'ecosystem', id: 'e' })).toThrow('wrong-scope')
    expect(() => mustSuit('lead', { kind: 'platform' })).toThrow('wrong-scope')
    expect(() => mustSuit('delegate', { kind: 'ecosystem', id: 'e' })).toThrow('wrong-scope')
    expect(() => mustSuit('delegate', { kind: 'organisation', id: 'o' })).not.toThrow()
  })
})

describe('a token', () => {
  test('works for a year at most, and at least until today', () => {
    expect(() => mustBeATokenTerm(today, day('2021-07-22'))).not.toThrow()
    expect(() => mustBeATokenTerm(today, day('2021-07-23'))).toThrow('token-term-wrong')
    expect(() => mustBeATokenTerm(today, today)).not.toThrow()
    expect(() => mustBeATokenTerm(today, day('2020-07-21'))).toThrow('token-term-wrong')
  })

  test('is the twentieth at most', () => {
    expect(() => mustLeaveRoomForOne(19)).not.toThrow()
    expect(() => mustLeaveRoomForOne(20)).toThrow('too-many-tokens')
  })
})

describe('what a provider says of a person', () => {
  test('is read under the standard names', () => {
    const claims = { sub: 's', name: ' Ada Prova ', email: 'ada@example.org', email_verified: true, acr: 'L2', fiscal_number: 'X' }
    expect(readClaims(claims, {})).toEqual({
      subject: 's',
      name: 'Ada Prova',
      email: 'ada@example.org',
      emailConfirmed: true,
      taxCode: null,
      level: 'L2',
    })
  })

  test('is read under the names that a SPID or CIE gateway gives, the prefix of the tax code aside', () => {
    const claims = {
      sub: 's',
      given_name: 'Ada',
      family_name: 'Prova',
      'https://attributes.eid.gov.it/fiscal_number': 'TINIT-prvdaa80a41x000k',
      mail: 'a@b.it',
    }
    const read = readClaims(claims, { taxCode: 'https://attributes.eid.gov.it/fiscal_number', email: 'mail' })
    expect(read).toMatchObject({ name: 'Ada Prova', taxCode: 'PRVDAA80A41X000K', email: 'a@b.it', emailConfirmed: true })
  })

  test('without a name lets nobody in', () => {
    expect(() => readClaims({ sub: 's', name: '  ' }, {})).toThrow('claims-missing')
    expect(() => readClaims({ name: 'Ada' }, {})).toThrow('claims-missing')
  })

  test('is not believed about an address that it did not verify', () => {
    expect(readClaims({ sub: 's', name: 'Ada', email: 'ada@example.org' }, {}).emailConfirmed).toBe(false)
  })
})
