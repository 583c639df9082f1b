import type { GrantedRole } from '../../charter/policy.ts'
import { demoSecret, type ProviderConfig } from '../../platform/config.ts'
import { loginHash } from '../secrets.ts'

/** Somebody one can be in the demonstration. Invented, like their addresses and tax codes: no town has the code X000. */
export interface Persona {
  /** What the demonstration's provider calls them, for ever. */
  readonly subject: string
  readonly givenName: string
  readonly familyName: string
  readonly taxCode: string
  readonly role: GrantedRole | null
  readonly on: 'platform' | 'ecosystem' | 'organisation' | null
}

export const personas = [
  { subject: 'demo-officer', givenName: 'Giulia', familyName: 'Ferrante', taxCode: 'FRRGLI79D52X000K', role: 'officer', on: 'platform' },
  {
    subject: 'demo-administrator',
    givenName: 'Marco',
    familyName: 'Tavella',
    taxCode: 'TVLMRC71H14X000B',
    role: 'administrator',
    on: 'platform',
  },
  { subject: 'demo-lead', givenName: 'Elena', familyName: 'Bassani', taxCode: 'BSSLNE68P60X000W', role: 'lead', on: 'ecosystem' },
  {
    subject: 'demo-secretary',
    givenName: 'Paolo',
    familyName: 'Righetti',
    taxCode: 'RGHPLA83A21X000D',
    role: 'secretary',
    on: 'ecosystem',
  },
  {
    subject: 'demo-rapporteur',
    givenName: 'Sara',
    familyName: 'Colonnese',
    taxCode: 'CLNSRA86T47X000M',
    role: 'rapporteur',
    on: 'ecosystem',
  },
  { subject: 'demo-analyst', givenName: 'Davide', familyName: 'Montanari', taxCode: 'MNTDVD90C05X000T', role: 'analyst', on: 'platform' },
  {
    subject: 'demo-delegate',
    givenName: 'Chiara',
    familyName: 'Benedetti',
    taxCode: 'BNDCHR77M43X000H',
    role: 'delegate',
    on: 'organisation',
  },
  { subject: 'demo-citizen', givenName: 'Luca', familyName: 'Ansaldi', taxCode: 'NSLLCU92E18X000P', role: null, on: null },
] as const satisfies readonly Persona[]

export type PersonaSubject = (typeof personas)[number]['subject']

export const nameOf = ({ givenName, familyName }: Pick<Persona, 'givenName' | 'familyName'>) => `${givenName} ${familyName}`
export const emailOf = ({ givenName, familyName }: Pick<Persona, 'givenName' | 'familyName'>) =>
  `${givenName}.${familyName}@example.org`.toLowerCase()

export const demoProviderPath = '/dimostrazione/oidc'
export const demoLevel = 'urn:simbiosi:demonstration'
export const demoClientId = 'simbiosi'

/** Their names are in this source, so nothing is lost by a key that is too: they are recognised whatever the port and the secret. */
export function demoLogin(subject: string): { issuer: string; subjectHash: Buffer } {
  return { issuer: 'demo', subjectHash: loginHash(demoSecret, 'demo', subject) }
}

/** The demonstration's provider as any other: nothing after this knows that it lives in the same server. */
export function demoProviderConfig(baseUrl: string): ProviderConfig {
  return {
    id: 'demo',
    name: { it: 'Persone della dimostrazione', en: 'People of the demonstration' },
    issuer: baseUrl + demoProviderPath,
    clientId: demoClientId,
    scopes: ['openid', 'profile', 'email', 'tax_code'],
    claims: { taxCode: 'tax_code' },
    acrValues: demoLevel,
  }
}
