import { expect, test } from 'vitest'
import { demoSecret, readConfig } from './config.ts'

const real = { BASE_URL: 'https://simbiosi.example', SECRET: 'x'.repeat(40) }
const provider = { id: 'spid', name: { it: 'SPID', en: 'SPID' }, issuer: 'https://gateway.example', clientId: 'simbiosi' }

test('the demonstration starts without settings', () => {
  expect(readConfig({}, true)).toMatchObject({ baseUrl: 'http://127.0.0.1:8080', demo: true, secret: demoSecret })
})

test.each([
  ['no secret', { ...real, SECRET: '' }, 'SECRET is missing'],
  ['the demonstration’s secret', { ...real, SECRET: demoSecret }, 'SECRET is the one of the demonstration'],
  ['no address', { ...real, BASE_URL: '' }, 'BASE_URL is missing'],
  ['an address in clear', { ...real, BASE_URL: 'http://simbiosi.example' }, 'https'],
  ['the demonstration’s provider', { ...real, OIDC_PROVIDERS: JSON.stringify([{ ...provider, id: 'demo' }]) }, "demonstration's provider"],
  ['broken providers', { ...real, OIDC_PROVIDERS: '[' }, 'OIDC_PROVIDERS'],
  ['a port that is none', { ...real, PORT: '99999' }, 'PORT'],
])('outside the demonstration %s refuses the start', (_, env, words) => {
  expect(() => readConfig(env, false)).toThrow(words)
})

test('a real start keeps its providers', () => {
  expect(readConfig({ ...real, OIDC_PROVIDERS: JSON.stringify([provider]) }, false).providers).toMatchObject([
    { id: 'spid', scopes: ['openid', 'profile', 'email'] },
  ])
})
