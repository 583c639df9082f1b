import { z } from 'zod'
import type { Phase } from '../charter/phases.ts'
import { allow } from '../charter/policy.ts'
import { getEcosystem, mustBeConcludable, placeOf, saveConclusion } from '../ecosystems/index.ts'
import { transact } from '../platform/db.ts'
import { prose } from '../platform/form.ts'
import type { Desk } from '../platform/http.ts'
import { record } from '../platform/record.ts'
import { evidenceOf, evidenceSources } from './evidence.ts'
import { conditionsOf, mustBeOpen, mustBeShut } from './rules.ts'

/** Long enough to be a reason, short enough to be read. */
export const DerogationForm = z.object({ reason: z.string().trim().min(20).pipe(prose(2000)) })

/** Concludes a phase on its evidence; refused with the list of what is missing. */
export async function concludePhase(desk: Desk, slug: string, phase: Phase, sources = evidenceSources): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const evidence = await evidenceOf(tx, ecosystem.id, desk.today, sources)
    const permit = allow(desk, 'gates.conclude', placeOf(ecosystem))

    mustBeConcludable(ecosystem.phases[phase], desk.today)
    mustBeOpen(phase, evidence)

    await saveConclusion(tx, ecosystem.cycle.id, phase, { on: desk.today, derogationReason: null })
    await record(tx, permit, ecosystem.id, { phase, cycle: ecosystem.cycle.number, met: conditionsOf(phase).map(({ id }) => id) })
  })
}

/** AGID alone concludes a phase without all its evidence, and says why in public. */
export async function derogate(
  desk: Desk,
  slug: string,
  phase: Phase,
  input: z.output<typeof DerogationForm>,
  sources = evidenceSources,
): Promise<void> {
  return transact(desk.db, async (tx) => {
    const ecosystem = await getEcosystem(tx, slug, desk.today)
    const evidence = await evidenceOf(tx, ecosystem.id, desk.today, sources)
    const permit = allow(desk, 'gates.derogate', placeOf(ecosystem))

    mustBeConcludable(ecosystem.phases[phase], desk.today)
    const missing = mustBeShut(phase, evidence)

    await saveConclusion(tx, ecosystem.cycle.id, phase, { on: desk.today, derogationReason: input.reason })
    await record(tx, permit, ecosystem.id, { phase, cycle: ecosystem.cycle.number, missing })
  })
}
