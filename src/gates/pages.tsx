import { inLang, paths, withQuery } from '../charter/paths.ts'
import { isPhase, type Phase } from '../charter/phases.ts'
import { can, mustBeAble } from '../charter/policy.ts'
import { getEcosystem, mustBeConcludable, placeOf } from '../ecosystems/index.ts'
import { type Day, isDay } from '../kernel/day.ts'
import { notFound, Problem } from '../kernel/problem.ts'
import { formatDay, say } from '../kernel/words.ts'
import { readForm, refusal } from '../platform/form.ts'
import { type Ctx, router } from '../platform/http.ts'
import type { Filled, FormErrors } from '../ui/form.tsx'
import { concludePhase, DerogationForm, derogate } from './actions.ts'
import { DerogationPage } from './derogation-view.tsx'
import { evidenceOf } from './evidence.ts'
import { GatePage } from './gate-view.tsx'
import { messages } from './messages.ts'
import { mustBeShut } from './rules.ts'

export const gatePages = router()

function asked(c: Ctx): { slug: string; phase: Phase } {
  const { slug = '', phase = '' } = c.req.param()
  if (!isPhase(phase)) throw new Problem(notFound, { phase })
  return { slug, phase }
}

gatePages.get('/ecosistemi/:slug/fasi/:phase', async (c) => {
  const { slug } = asked(c)
  const al = c.req.query('al')
  if (!al) return gatePage(c, c.var.today, {})
  const { since } = await getEcosystem(c.var.db, slug, c.var.today)
  if (isDay(al) && al >= since && al <= c.var.today) return gatePage(c, al, {})
  return gatePage(c, c.var.today, { al: say(c.var.reader.lang, messages, 'wrongDay', { since: formatDay(c.var.reader.lang, since) }) }, 422)
})

gatePages.post('/ecosistemi/:slug/fasi/:phase/conclusione', async (c) => {
  const { slug, phase } = asked(c)
  try {
    await concludePhase(c.var, slug, phase)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.gate(slug, phase), { fatto: 'conclusa' })), 303)
  } catch (error) {
    return gatePage(c, c.var.today, refusal(c, error), 409)
  }
})

async function gatePage(c: Ctx, day: Day, errors: FormErrors, status: 200 | 409 | 422 = 200) {
  const { slug, phase } = asked(c)
  const { db, actor, reader, today } = c.var
  const ecosystem = await getEcosystem(db, slug, day)
  const evidence = await evidenceOf(db, ecosystem.id, day)
  const place = placeOf(ecosystem)
  const may = {
    start: can(actor, 'ecosystems.start-phase', place),
    setTerm: can(actor, 'ecosystems.set-term', place),
    conclude: can(actor, 'gates.conclude', place),
    derogate: can(actor, 'gates.derogate', place),
  }
  const done = c.req.query('fatto') ?? null
  return c.html(
    <GatePage {...{ reader, day, ecosystem, phase, evidence, may, done, errors }} past={day < today} asked={c.req.query('al') ?? ''} />,
    status,
  )
}

gatePages.get('/ecosistemi/:slug/fasi/:phase/deroga', (c) => derogationPage(c, { values: {}, errors: {} }))

gatePages.post('/ecosistemi/:slug/fasi/:phase/deroga', async (c) => {
  const { slug, phase } = asked(c)
  const form = await readForm(c, DerogationForm)
  if (!form.data) return derogationPage(c, form)
  try {
    await derogate(c.var, slug, phase, form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.gate(slug, phase), { fatto: 'deroga' })), 303)
  } catch (error) {
    return gatePage(c, c.var.today, refusal(c, error), 409)
  }
})

async function derogationPage(c: Ctx, filled: Filled) {
  const { slug, phase } = asked(c)
  const { db, actor, today, reader } = c.var
  const ecosystem = await getEcosystem(db, slug, today)
  mustBeAble(actor, 'gates.derogate', placeOf(ecosystem))
  mustBeConcludable(ecosystem.phases[phase], today)
  const missing = mustBeShut(phase, await evidenceOf(db, ecosystem.id, today))
  return c.html(
    <DerogationPage {...{ reader, ecosystem, phase, missing }} {...filled} />,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}
