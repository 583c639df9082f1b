import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { uuidv7 } from 'uuidv7'
import { answerApi } from './answers/api.ts'
import { answersBeside, evaluationsHeld } from './answers/index.ts'
import { answerPages } from './answers/pages.ts'
import { api as auditApi } from './audit/api.ts'
import { pages as auditPages } from './audit/pages.ts'
import { nobody } from './charter/policy.ts'
import { consultationApi } from './consultations/api.ts'
import { consultationDays, contributionsHeld, mayReadAttachments } from './consultations/index.ts'
import { consultationRoutes } from './consultations/pages.ts'
import { documentNeighbours } from './document-neighbours.ts'
import { exchangeApi } from './documents/api/exchange.ts'
import { documentApi } from './documents/api.ts'
import { mayReadFigures } from './documents/index.ts'
import { documentPages } from './documents/pages.ts'
import { drawProblem } from './draw-problem.tsx'
import { ecosystemApi } from './ecosystems/api.ts'
import { partsTaken, scopesForGrants } from './ecosystems/index.ts'
import { ecosystemPages } from './ecosystems/pages.tsx'
import { gateApi } from './gates/api.ts'
import { gatePages } from './gates/pages.tsx'
import { groupApi } from './groups/api.ts'
import { groupsHeld, lastAttended, mayReadPapers, meetingsAttended, namesOfBodies } from './groups/index.ts'
import { groupPages } from './groups/pages.ts'
import { anonymous, type Identified } from './identity/index.ts'
import { identityPages } from './identity/pages.ts'
import type { Clock } from './kernel/clock.ts'
import { dayOf } from './kernel/day.ts'
import { notFound, Problem, tooLarge } from './kernel/problem.ts'
import { landscapeApi } from './landscape/api.ts'
import { landscapePages } from './landscape/pages.ts'
import { landscapeNeighbours } from './landscape-neighbours.ts'
import { listeningApi, needApi } from './listening/api.ts'
import {
  callOrigins,
  hearingDays,
  hearingOrigins,
  joinCovers,
  joinOrigins,
  listeningHeld,
  mayReadListening,
  type NeedMount,
  ownHearingDays,
  type TakingPart,
} from './listening/index.ts'
import { listeningPages, needPages } from './listening/pages.ts'
import { remarksHeld } from './minutes/index.ts'
import { notificationApi } from './notifications/api.ts'
import { noticesHeld } from './notifications/index.ts'
import { notificationPages, oneClick } from './notifications/pages.ts'
import { api as organisationApi } from './organisations/api.ts'
import { organisationPages } from './organisations/pages.ts'
import { overviewApi } from './overview/api.ts'
import { overviewPages } from './overview/pages.ts'
import { api as planApi } from './plan/api.ts'
import { pages as planPages } from './plan/pages.ts'
import { apiRouter } from './platform/api.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import { fileRoutes } from './platform/files.ts'
import { formToken, ownFormsOnly } from './platform/form-token.ts'
import { type Ctx, type Env, pathOf, rootRouter, splitLang } from './platform/http.ts'
import { soundJson } from './platform/json-body.ts'
import { withoutSecrets } from './platform/log.ts'
import { problemHandler } from './platform/problem-handler.ts'
import { publicPages } from './platform/public-pages.ts'
import { securityHeaders } from './platform/security-headers.ts'
import { portfolioApi } from './portfolio/api.ts'
import { needCovers } from './portfolio/index.ts'
import { portfolioPages } from './portfolio/pages.ts'
import { searchApi } from './search/api.ts'
import { searchPages } from './search/pages.tsx'

import { enclosures, kindsTold } from './work.ts'

export type { Identified }

/** What covers needs, and where they were heard: a line for each room that knows. */
const needMount: NeedMount = { covers: joinCovers([needCovers]), origins: joinOrigins([callOrigins, hearingOrigins]) }

/** What rooms keep of a person, for whoever downloads their data: a line for each room that does. */
const held = [groupsHeld, listeningHeld, remarksHeld, contributionsHeld, evaluationsHeld, noticesHeld]

/** What stands in an ecosystem's calendar besides meetings. */
const calendar = [consultationDays, hearingDays]
/** And in a person's own. */
const ownCalendar = [ownHearingDays]

/** Who of a stakeholder map sits in the groups. */
const takingPart: TakingPart = { last: lastAttended, meetings: meetingsAttended }

export interface Services {
  readonly db: Db
  readonly clock: Clock
  readonly config: Config
  readonly log: Logger
  readonly identify: (c: Ctx) => Promise<Identified>
  readonly assets?: Hono<Env>
}

const uploads = 32 * 1024 * 1024
const bodies = 1024 * 1024

export function createApp({ db, clock, config, log, identify, assets }: Services): Hono<Env> {
  const app = rootRouter()
  app.onError(problemHandler(drawProblem))
  app.notFound(() => {
    throw new Problem(notFound)
  })

  app.use(async (c, next) => {
    const began = performance.now()
    const requestId = uuidv7()
    c.set('db', db)
    c.set('config', config)
    c.set('log', log)
    c.set('requestId', requestId)
    c.set('actor', nobody)
    c.set('sessionKey', anonymous.sessionKey)
    // The demonstration's clock is in the database: when that does not answer, there is still a page to say so.
    setTime(c, new Date())
    setTime(c, await clock())
    await next()
    log.info({
      requestId,
      method: c.req.method,
      path: withoutSecrets(c.req.path),
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    })
  })
  app.use(publicPages(config.secret, config.pageCacheSeconds).fromMemory)
  app.use(securityHeaders())
  // Before anybody is identified: a style sheet is the same for all, and asks the database nothing.
  if (assets) app.route('/', assets)
  app.use(async (c, next) => {
    const { actor, name, sessionKey } = await identify(c)
    c.set('actor', actor)
    c.set('sessionKey', sessionKey)
    setReader(c, name)
    await next()
  })
  // After: only somebody who entered sends files, and a body is held in memory before any act says no.
  app.use(async (c, next) => {
    const files = c.var.actor.id !== null && c.req.header('content-type')?.startsWith('multipart/form-data')
    const maxSize = files ? uploads : bodies
    const onError = () => {
      throw new Problem(tooLarge, { limit: `${maxSize / 1024 / 1024} MB` })
    }
    return bodyLimit({ maxSize, onError })(c, next)
  })
  app.use('/api/*', soundJson())
  app.route('/', oneClick)
  app.use(ownFormsOnly())

  app.get('/health/live', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }))
  app.get('/health/ready', async (c) => {
    await db.selectFrom('setting').select('name').limit(1).execute()
    return c.text('ok', 200, { 'cache-control': 'no-store' })
  })

  const mayRead = { groups: mayReadPapers, listening: mayReadListening, documents: mayReadFigures, consultations: mayReadAttachments }
  app.route('/', fileRoutes({ mayRead }))
  app.route('/', organisationPages({ partsTaken }))
  app.route('/', identityPages({ ecosystems: scopesForGrants, bodies: namesOfBodies, held }))
  app.route('/', ecosystemPages)
  app.route('/', groupPages(calendar, ownCalendar))
  app.route('/', documentPages(documentNeighbours))
  app.route('/', listeningPages(takingPart))
  app.route('/', needPages(needMount))
  app.route('/', landscapePages(landscapeNeighbours))
  app.route('/', portfolioPages)
  app.route('/', consultationRoutes(answersBeside))
  app.route('/', answerPages)
  app.route('/', gatePages)
  app.route('/', planPages)

  const api = apiRouter()
  api.route('/', organisationApi)
  api.route('/', ecosystemApi)
  api.route('/', groupApi)
  api.route('/', documentApi(documentNeighbours))
  api.route('/', listeningApi(takingPart))
  api.route('/', needApi(needMount))
  api.route('/', landscapeApi(landscapeNeighbours))
  api.route('/', portfolioApi)
  api.route('/', consultationApi)
  api.route('/', answerApi)
  api.route('/', gateApi)
  api.route('/', exchangeApi(documentNeighbours))
  api.route('/', planApi)
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Simbiosi',
      version: '1',
      description:
        'Digital ecosystems of public administrations: the plan, its actions, the ecosystems, their organisations and official acts.',
      license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
    },
    servers: [{ url: `${config.baseUrl}/api/v1` }],
  })
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer', description: 'A personal token' })
  api.route('/', auditApi)
  api.route('/', notificationApi)
  api.route('/', searchApi)
  api.route('/', overviewApi)
  app.route('/api/v1', api)

  app.route('/', auditPages)
  app.route('/', notificationPages({ kinds: kindsTold, enclosures }))
  app.route('/', searchPages)
  app.route('/', overviewPages)

  return app
}

function setTime(c: Ctx, now: Date): void {
  c.set('now', now)
  c.set('today', dayOf(now))
  setReader(c, null)
}

function setReader(c: Ctx, name: string | null): void {
  const { config, now, today, sessionKey } = c.var
  const { search } = new URL(c.req.url)
  c.set('reader', {
    lang: splitLang(pathOf(c.req.url)).lang,
    // '//elsewhere.example' would be an address of another site, wherever a link repeats it.
    path: c.req.path.replace(/^\/{2,}/, '/') + search,
    baseUrl: config.baseUrl,
    now,
    today,
    nonce: randomBytes(16).toString('base64url'),
    csrf: formToken(config.secret, sessionKey),
    name,
    demo: config.demo,
  })
}
