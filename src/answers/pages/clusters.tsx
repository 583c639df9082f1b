import { Link } from '../../ui/link.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { queueWords } from '../messages/queue.ts'
import { addressOf } from './asked.ts'
import type { QueueView } from './queue-props.ts'

/** Campaigns are counted, and heard: each cluster is a list of its own. */
export function Clusters({ around, clusters }: Pick<QueueView, 'around' | 'clusters'>) {
  const t = useWords(queueWords)
  const { number } = useFormats()
  if (clusters.length === 0) return null
  return (
    <section class="answering-clusters" aria-labelledby="simili">
      <h2 id="simili">{t('filterCluster')}</h2>
      <ul class="plain">
        {clusters.map(({ clusterId, size, waiting, number: first }) => (
          <li>
            <Link to={addressOf(around.consultation.id, { stato: 'all', simili: clusterId })}>
              {t('clusterLabel', { size: number(size), number: first, waiting: number(waiting) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
