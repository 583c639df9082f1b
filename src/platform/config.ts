import { z } from 'zod'

/** One OpenID Connect provider (a SPID/CIE gateway, or another), with the claims it uses for what we need. */
const Provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.strictObject({ it: z.string().min(1), en: z.string().min(1) }),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(16).optional(),
  scopes: z.array(z.string()).default(['openid', 'profile', 'email']),
  claims: z
    .strictObject({ subject: z.string(), name: z.string(), email: z.string(), taxCode: z.string(), level: z.string() })
    .partial()
    .default({}),
  /** Value of acr_values to ask for, such as https://www.spid.gov.it/SpidL2. */
  acrValues: z.string().optional(),
})
export type ProviderConfig = z.output<typeof Provider>

const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback)

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  BASE_URL: z.url().optional(),
  DATABASE_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  DATA_DIR: z.string().default('data'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  SECRET: z.string().min(32).optional(),
  OIDC_PROVIDERS: z
    .string()
    .default('[]')
    .transform((text, context) => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON: a list of providers' })
        return z.NEVER
      }
    })
    .pipe(z.array(Provider)),
  SESSION_IDLE_SECONDS: seconds(30 * 60),
  SESSION_MAX_SECONDS: seconds(12 * 3600),
  PAGE_CACHE_SECONDS: z.coerce.number().min(0).max(5).default(2),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/)
    .optional(),
  OWNER_NAME: z.string().default('Agenzia per l’Italia Digitale'),
  CONTACT_EMAIL: z.email().default('simbiosi@example.org'),
})

export interface Config {
  readonly host: string
  readonly port: number
  /** Fixed: the Host header is never trusted to build an address. */
  readonly baseUrl: string
  readonly databaseUrl: string | undefined
  readonly databaseOwnerUrl: string | undefined
  readonly databasePool: number
  readonly dataDir: string
  /** Keys the form tokens and nonces; the same on every process that shares a database. */
  readonly secret: string
  readonly providers: readonly ProviderConfig[]
  readonly sessionIdleSeconds: number
  readonly sessionMaxSeconds: number
  readonly pageCacheSeconds: number
  readonly logLevel: string
  /** The server that takes our mails; without it none leaves. A demonstration keeps them and shows them. */
  readonly smtpUrl: string | undefined
  /** 'Simbiosi <simbiosi@example.org>' */
  readonly mailFrom: string
  readonly ownerName: string
  readonly contactEmail: string
  readonly demo: boolean
}

/** Published in this source, so good for a demonstration and nothing else. */
export const demoSecret = 'demonstration-secret-known-to-everybody'

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Gives meaning to the environment. Outside a demonstration it refuses the demonstration's secret and provider. */
export function readConfig(env: Record<string, string | undefined>, demo: boolean): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`The environment needs correcting:\n${lines.join('\n')}`)
  }
  const e = parsed.data
  const baseUrl = (e.BASE_URL ?? `http://${e.HOST.includes(':') ? `[${e.HOST}]` : e.HOST}:${e.PORT}`).replace(/\/$/, '')
  const secret = e.SECRET ?? (demo ? demoSecret : undefined)
  const faults: string[] = []
  if (!demo) {
    if (!secret) faults.push('SECRET is missing: set 32 random characters or more, the same on every process.')
    if (secret === demoSecret) faults.push('SECRET is the one of the demonstration, which everybody knows: set another.')
    if (!e.BASE_URL) faults.push('BASE_URL is missing: set the public address of the site, such as https://simbiosi.example.')
    else if (!baseUrl.startsWith('https://') && !isLoopback(baseUrl)) faults.push('BASE_URL must be https outside this machine.')
    if (e.SMTP_URL && !e.MAIL_FROM) faults.push('MAIL_FROM is missing: with SMTP_URL, say which address the mails come from.')
    for (const provider of e.OIDC_PROVIDERS)
      if (provider.id === 'demo' || provider.issuer.startsWith(`${baseUrl}/`))
        faults.push(`OIDC_PROVIDERS: "${provider.id}" is the demonstration's provider.`)
  }
  if (faults.length > 0) throw new ConfigError(`Refusing to start outside the demonstration:\n  ${faults.join('\n  ')}`)
  return {
    host: e.HOST,
    port: e.PORT,
    baseUrl,
    databaseUrl: e.DATABASE_URL,
    databaseOwnerUrl: e.DATABASE_OWNER_URL,
    databasePool: e.DATABASE_POOL,
    dataDir: e.DATA_DIR,
    secret: secret as string,
    providers: e.OIDC_PROVIDERS,
    sessionIdleSeconds: e.SESSION_IDLE_SECONDS,
    sessionMaxSeconds: e.SESSION_MAX_SECONDS,
    pageCacheSeconds: e.PAGE_CACHE_SECONDS,
    logLevel: e.LOG_LEVEL,
    smtpUrl: demo ? undefined : e.SMTP_URL,
    mailFrom: e.MAIL_FROM ?? `Simbiosi <${e.CONTACT_EMAIL}>`,
    ownerName: e.OWNER_NAME,
    contactEmail: e.CONTACT_EMAIL,
    demo,
  }
}

function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
}
