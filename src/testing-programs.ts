import { pino } from 'pino'
import { expect } from 'vitest'
import { createApp } from './app.ts'
import type { GrantedRole, PersonId, Scope } from './charter/policy.ts'
import { grantRole } from './identity/actions/grants.ts'
import { identify, invitePerson, issueToken } from './identity/index.ts'
import { tokenRooms } from './identity/rules/tokens.ts'
import { addDays } from './kernel/day.ts'
import { newId } from './kernel/id.ts'
import { readConfig } from './platform/config.ts'
import { openHouse, type TestHouse } from './testing.ts'

export interface Answered {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: what comes is looked at by each test
  readonly body: any
}

/** Somebody's program: it knows the API and a personal token, and nothing else. */
export interface Program {
  readonly personId: PersonId
  readonly email: string
  readonly name: string
  /** Sends a request, whatever the answer. */
  ask(method: string, path: string, json?: unknown): Promise<Answered>
  /** Reads; fails unless the answer is 200. */
  read(path: string): Promise<Answered['body']>
  /** Acts; fails unless it was done. Gives what the answer holds. */
  does(method: string, path: string, json?: unknown): Promise<Answered['body']>
  /** Makes something, and gives its id. */
  makes(path: string, json: unknown): Promise<string>
  /** What an act is refused with: the slug of the problem. */
  refused(method: string, path: string, json?: unknown): Promise<string>
}

export interface Programs {
  readonly house: TestHouse
  readonly anybody: Program
  /** Somebody with a personal token for every room, and with roles granted by an administrator. */
  person(name: string, ...roles: readonly (readonly [GrantedRole, Scope])[]): Promise<Program>
}

/** A house whose API is asked as programs ask it: with personal tokens, and by nothing but its addresses. */
export async function openPrograms(): Promise<Programs> {
  const house = await openHouse()
  const config = readConfig({ BASE_URL: 'http://simbiosi.test', PAGE_CACHE_SECONDS: '0', LOG_LEVEL: 'silent' }, true)
  const app = createApp({ db: house.db, clock: async () => house.desk().now, config, log: pino({ level: 'silent' }), identify })

  function program(token: string | null, who: Pick<Program, 'personId' | 'email' | 'name'>): Program {
    async function ask(method: string, path: string, json?: unknown): Promise<Answered> {
      const headers: Record<string, string> = { 'idempotency-key': newId() }
      if (token) headers.authorization = `Bearer ${token}`
      if (json !== undefined) headers['content-type'] = 'application/json'
      const response = await app.request(`http://simbiosi.test/api/v1${path}`, {
        method,
        headers,
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      })
      const text = await response.text()
      return { status: response.status, body: text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text }
    }
    async function does(method: string, path: string, json?: unknown) {
      const { status, body } = await ask(method, path, json)
      expect(status, `${method} ${path} answered ${JSON.stringify(body)}`).toBeLessThan(300)
      return body
    }
    return {
      ...who,
      ask,
      does,
      read: (path) => does('GET', path),
      makes: async (path, json) => (await does('POST', path, json)).id,
      async refused(method, path, json) {
        const { status, body } = await ask(method, path, json)
        expect(status, `${method} ${path} was not refused`).toBeGreaterThanOrEqual(400)
        expect(status).toBeLessThan(500)
        return body.type.split('/').at(-1)
      },
    }
  }

  async function person(name: string, ...roles: readonly (readonly [GrantedRole, Scope])[]): Promise<Program> {
    const { now, today } = house.desk()
    const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.org`
    const personId = await invitePerson(house.db, { name, email, lang: 'it' }, now)
    for (const [role, scope] of roles) await grantRole(house.desk(), { personId, role, scope, from: today, to: null })
    const self = house.desk({ id: personId, grants: [], onlyRooms: null })
    const { secret } = await issueToken(self, { name: 'Programma', rooms: [...tokenRooms], expiresOn: addDays(today, 365) })
    return program(secret, { personId, email, name })
  }

  return { house, anybody: program(null, { personId: '' as PersonId, email: '', name: '' }), person }
}
