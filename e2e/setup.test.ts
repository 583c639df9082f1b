import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { request } from 'node:http'
import path from 'node:path'
import { expect, test } from 'vitest'
import { paths } from '../src/charter/paths.ts'
import { dataFolder, serveDemonstration, simbiosi } from './program.ts'

test('the command tells what it can do', async () => {
  const { code, output } = await simbiosi(['--help'])
  expect(code).toBe(0)
  for (const command of ['serve', 'migrate', 'reset', 'plan', 'organisations', 'grant'])
    expect(output).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
})

test('a command that does not exist is refused with the list of those that do', async () => {
  const { code, errors } = await simbiosi(['conquer'])
  expect(code).toBe(1)
  expect(errors).toContain("unknown command 'conquer'")
  expect(errors).toContain('serve')
})

test('the database is not deleted while nobody is there to agree, unless told so', async () => {
  const DATA_DIR = await dataFolder()
  await mkdir(path.join(DATA_DIR, 'postgres'))
  const asked = await simbiosi(['reset'], { DATA_DIR })
  expect(asked.code).toBe(1)
  expect(asked.errors).toContain('--yes')
  const told = await simbiosi(['--json', 'reset', '--yes'], { DATA_DIR })
  expect(told.code).toBe(0)
  expect(JSON.parse(told.output)).toEqual({ deleted: path.join(DATA_DIR, 'postgres') })
  expect(existsSync(path.join(DATA_DIR, 'postgres'))).toBe(false)
})

test('outside the demonstration the start is refused without a secret, and with the one that everybody knows', async () => {
  const DATA_DIR = await dataFolder()
  const bare = await simbiosi(['serve'], { DATA_DIR, PORT: '0' })
  expect(bare.code).toBe(1)
  expect(bare.errors).toContain('SECRET')
  const SECRET = 'demonstration-secret-known-to-everybody'
  const known = await simbiosi(['serve'], { DATA_DIR, PORT: '0', SECRET, BASE_URL: 'https://simbiosi.example' })
  expect(known.code).toBe(1)
  expect(known.errors).toContain('SECRET')
})

test('outside the demonstration the start is refused with its provider of identity', async () => {
  const provider = {
    id: 'demo',
    name: { it: 'Prova', en: 'Trial' },
    issuer: 'https://simbiosi.example/dimostrazione/oidc',
    clientId: 'simbiosi',
  }
  const { code, errors } = await simbiosi(['serve'], {
    DATA_DIR: await dataFolder(),
    PORT: '0',
    SECRET: 'a-secret-of-our-own-that-nobody-else-knows',
    BASE_URL: 'https://simbiosi.example',
    OIDC_PROVIDERS: JSON.stringify([provider]),
  })
  expect(code).toBe(1)
  expect(errors).toContain('OIDC_PROVIDERS')
})

test('a killed server leaves its database to the next one, and a stop lets a request under way finish', async () => {
  const folder = await dataFolder()
  const first = await serveDemonstration(folder)
  const session = await enterByHand(first.url)
  await first.stop('SIGKILL')

  const second = await serveDemonstration(folder)
  expect(await whoIsGreeted(second.url, session)).toContain('Giulia Ferrante')
  const upload = openRequest(second.url)
  await upload.begun
  const stopped = second.stop('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await upload.finish()).toBe(403)
  expect(await stopped).toMatchObject({ code: 0, errors: '' })
  await expect(fetch(second.url)).rejects.toThrow()

  const third = await serveDemonstration(folder)
  expect(await whoIsGreeted(third.url, session)).toContain('Giulia Ferrante')
  expect(await third.stop('SIGTERM')).toMatchObject({ code: 0, errors: '' })
})

async function whoIsGreeted(url: string, cookie: string): Promise<string> {
  const response = await fetch(url + paths.home, { headers: { cookie } })
  return response.text()
}

/** A form of which only the beginning has arrived. */
function openRequest(url: string): { begun: Promise<void>; finish(): Promise<number | undefined> } {
  const body = '_csrf=of-somebody-else'
  const sending = request(url + paths.signOut, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length },
  })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sending.on('response', (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sending.on('error', reject)
  })
  const begun = new Promise<void>((resolve) => sending.write(body.slice(0, 5), () => setTimeout(resolve, 100)))
  return {
    begun,
    finish: () => {
      sending.end(body.slice(5))
      return answered
    },
  }
}

/** Enters as the officer without a browser: follows every redirect with the cookies it was given. Answers with the session's cookie. */
async function enterByHand(url: string): Promise<string> {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  async function go(address: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(address, url), { ...init, redirect: 'manual', headers: { cookie: cookies(), ...init.headers } })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/)
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    return response
  }
  const page = await (await go(paths.signIn)).text()
  const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const form = new URLSearchParams({ _csrf: token, persona: 'demo-officer' })
  let response = await go(paths.signInWith('demo'), { method: 'POST', body: form, headers: { origin: url } })
  for (let to = response.headers.get('location'); to; to = response.headers.get('location')) response = await go(to)
  return cookies()
}
