import { paths, withQuery } from '../../../charter/paths.ts'
import { useFormats, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Way, Ways } from '../../../ui/ways.tsx'
import { ecosystemWords } from '../../messages/ecosystem.ts'
import type { Whole } from './gather.ts'

/** The ways on: one for each room, in the order of the phases, with what is in it. */
export function Everything({ whole }: { readonly whole: Whole }) {
  const t = useWords(ecosystemWords)
  return (
    <Section id="everything" title={t('everything')} lead={t('everythingLead')} band="tint">
      <Ways
        items={[usePeople(whole), useListening(whole), useProjects(whole), useLandscape(whole), ...useTexts(whole), ...useRecords(whole)]}
      />
    </Section>
  )
}

function usePeople({ ecosystem, bodies }: Whole): Way {
  const t = useWords(ecosystemWords)
  const standing = bodies.filter(({ state }) => state !== 'dissolved')
  const group = standing.findLast(({ kind }) => kind === 'working-group')
  const text = group ? t('groupsText', { members: group.members, tables: standing.length - 1 }) : t('noGroup')
  return { label: t('groups'), to: paths.bodies(ecosystem.slug), text }
}

function useListening({ ecosystem, listening: { stakeholders }, hearings, needs }: Whole): Way {
  const t = useWords(ecosystemWords)
  const told = hearings.filter(({ finalOn }) => finalOn !== null).length
  const text =
    stakeholders + hearings.length + needs > 0
      ? t('listeningText', { hearings: hearings.length, told, needs, stakeholders })
      : t('noListening')
  return { label: t('listening'), to: paths.listening(ecosystem.slug), text }
}

function useProjects({ ecosystem, projects }: Whole): Way {
  const t = useWords(ecosystemWords)
  return { label: t('projects'), to: paths.projects(ecosystem.slug), text: t('projectsText', { count: projects }) }
}

function useLandscape({ ecosystem, systems, interconnections }: Whole): Way {
  const t = useWords(ecosystemWords)
  const { existing = 0, 'to-build': missing = 0 } = interconnections ?? {}
  return { label: t('systems'), to: paths.systems(ecosystem.slug), text: t('systemsText', { count: systems, existing, missing }) }
}

function useTexts({ ecosystem: { slug }, documents, consultations }: Whole): Way[] {
  const t = useWords(ecosystemWords)
  const { day } = useFormats()
  const published = documents.filter((one) => one.published !== null).length
  const consultation = consultations.find(({ state }) => state === 'open') ?? consultations[0]
  return [
    { label: t('documents'), to: paths.documents(slug), text: t('documentsText', { count: documents.length, published }) },
    {
      label: t('consultations'),
      to: paths.ecosystemConsultations(slug),
      text: consultation
        ? t('consultationsText', {
            state: consultation.state,
            day: day(consultation.closesOn),
            count: consultation.numbers.received,
          })
        : t('noConsultation'),
    },
  ]
}

function useRecords({ ecosystem, acts, cycles }: Whole): Way[] {
  const t = useWords(ecosystemWords)
  return [
    { label: t('acts'), to: withQuery(paths.acts, { ecosistema: ecosystem.slug }), text: t('actsText', { count: acts }) },
    ...(cycles > 1 ? [{ label: t('cycles'), to: paths.cycles(ecosystem.slug), text: t('cyclesText', { count: cycles }) }] : []),
  ]
}
