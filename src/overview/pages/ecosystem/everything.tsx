import { paths, withQuery } from '../../../charter/paths.ts'
import { actionOf, phases } from '../../../charter/phases.ts'
import { nameIn, phaseName } from '../../../ecosystems/index.ts'
import { useFormats, useReader, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { Ways } from '../../../ui/ways.tsx'
import { gapOf } from '../../gaps.ts'
import { ecosystemWords } from '../../messages/ecosystem.ts'
import type { Whole } from './gather.ts'

/** The ways on: only to what exists. */
export function Everything({ whole }: { readonly whole: Whole }) {
  const { lang } = useReader()
  const { day } = useFormats()
  const t = useWords(ecosystemWords)
  const { ecosystem, inside, gaps, acts, edition, bodies, needs, projects, consultations, cycles } = whole
  const gates = phases.map((phase) => {
    const { met, total } = gapOf(gaps, ecosystem.id, phase)
    return {
      label: phaseName(lang, phase),
      to: paths.gate(ecosystem.slug, phase),
      text: t(ecosystem.phases[phase].derogationReason ? 'derogation' : 'conditions', { met, total }),
    }
  })
  const within = inside.map((one) => ({ label: nameIn(lang, one), to: paths.ecosystem(one.slug), text: t('inside') }))
  const action = edition && { label: t('planActions'), to: paths.action(edition, actionOf.envisioning), text: t('actionsText') }
  const standing = bodies.filter(({ state }) => state !== 'dissolved')
  const group = standing.findLast(({ kind }) => kind === 'working-group')
  const people = {
    label: t('groups'),
    to: paths.bodies(ecosystem.slug),
    text: group ? t('groupsText', { members: group.members, tables: standing.length - 1 }) : t('noGroup'),
  }
  const listening = {
    label: t('listening'),
    to: paths.listening(ecosystem.slug),
    text:
      whole.listening.stakeholders > 0
        ? t('listeningText', { count: whole.listening.stakeholders, heard: whole.listening.heard })
        : t('noListening'),
  }
  const [consultation] = consultations
  const consulted = {
    label: t('consultations'),
    to: paths.ecosystemConsultations(ecosystem.slug),
    text: consultation ? t('consultationsText', { state: consultation.state, day: day(consultation.closesOn) }) : t('noConsultation'),
  }
  const rest = [
    people,
    listening,
    consulted,
    { label: t('needs'), to: paths.needs(ecosystem.slug), text: t('needsText', { count: needs }) },
    { label: t('perimeter'), to: paths.perimeter(ecosystem.slug), text: t('perimeterText') },
    { label: t('vision'), to: paths.vision(ecosystem.slug), text: t('visionText') },
    { label: t('documents'), to: paths.documents(ecosystem.slug), text: t('documentsText') },
    { label: t('projects'), to: paths.projects(ecosystem.slug), text: t('projectsText', { count: projects }) },
    { label: t('coverage'), to: paths.coverage(ecosystem.slug), text: t('coverageText') },
    { label: t('rankings'), to: paths.rankings(ecosystem.slug), text: t('rankingsText') },
    { label: t('cycles'), to: paths.cycles(ecosystem.slug), text: t('cyclesText', { count: cycles }) },
    { label: t('acts'), to: withQuery(paths.acts, { ecosistema: ecosystem.slug }), text: t('actsText', { count: acts }) },
  ]
  return (
    <Section id="everything" title={t('everything')} lead={t('everythingLead')} band="tint">
      <Ways items={[...gates, ...within, ...(action ? [action] : []), ...rest]} />
    </Section>
  )
}
