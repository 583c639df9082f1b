import { paths, withQuery } from '../../charter/paths.ts'
import { Link } from '../../ui/link.tsx'
import { useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { carryingWords } from '../messages/carrying.ts'
import type { AnnotationPlace } from '../rules/carrying.ts'
import type { Shown } from './shown.ts'

export const placeKey = ({ state, waits }: AnnotationPlace) => (waits || state === 'ambiguous' ? 'at.waiting' : (`at.${state}` as const))

/** Where a contribution stands now, beside the version it was written on, which never changes. */
export function Whereabouts({ whole }: { readonly whole: Shown }) {
  const t = useWords(carryingWords)
  const { consultation, contribution, version: written, later, own, placer } = whole
  if (later.length === 0) return <></>
  const text = (number: number) => withQuery(paths.consultationText(consultation.id), { versione: number })
  return (
    <Section id="versioni" title={t('where')} lead={t('whereLead', { number: written.number })}>
      <ul>
        {later.map(({ version: { number }, place }) => (
          <li>
            <b>{t('version', { number })}</b>: {t(placeKey(place))}
            {place.confirmedAt && <> ({t('byPerson')})</>}
            {place.spot && !place.waits && (
              <>
                {' · '}
                <Link to={`${text(number)}#b-${place.spot.blockId}`}>{t('see', { number })}</Link>
              </>
            )}
            {' · '}
            <Link to={withQuery(paths.documentCompare(consultation.documentId), { da: written.number, a: number })}>
              {t(own ? 'since' : 'sinceThen')}
            </Link>
            {placer && (
              <>
                {' · '}
                <Link to={paths.annotationPlace(consultation.id, contribution.number, number)}>{t('place', { number })}</Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
