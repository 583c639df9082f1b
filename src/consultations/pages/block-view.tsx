import { paths, withQuery } from '../../charter/paths.ts'
import type { Block } from '../../documents/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import type { AnswerTold } from '../answers-told.ts'
import { textWords } from '../messages/text.ts'
import type { By } from '../people.ts'
import { type OpenedConsultation, stateOn } from '../rules/consultation.ts'
import type { Contribution } from '../rules/contributions.ts'
import { type Around, trailIn } from './around.tsx'
import { ContributionItems } from './contribution-list.tsx'
import type { Filters } from './reading.ts'
import { readKey } from './text-view.tsx'

interface BlockProps {
  readonly reader: Reader
  readonly whole: Around<OpenedConsultation>
  readonly block: Block
  readonly found: Slice<Contribution>
  readonly by: By
  readonly da: string | undefined
  /** Whose contributions are read, when not everybody's. */
  readonly chi: Filters['chi']
  readonly told: ReadonlyMap<string, AnswerTold>
}

const titleLength = 70

export function BlockPage({ reader, whole, block, found, by, da, chi, told }: BlockProps) {
  const t = wordsFor(reader, textWords)
  const { consultation } = whole
  const text = withQuery(paths.consultationText(consultation.id), { parte: null })
  const here = withQuery(paths.consultationBlock(consultation.id, block.id), { chi })
  const everybody = paths.consultationBlock(consultation.id, block.id)
  const title = block.text.length > titleLength ? `${block.text.slice(0, titleLength).toWellFormed()}…` : block.text
  return (
    <Page
      reader={reader}
      title={`${title}: ${whole.title}`}
      section="consultations"
      trail={trailIn(reader.lang, whole, { label: t(readKey(reader, whole.consultation)), to: text }, { label: title })}
    >
      <div class="container">
        <PageHead title={title} kicker={[whole.title]} lead={t('blockLead')} />
        <blockquote lang="it">{block.text}</blockquote>
        <p class="actions">
          {stateOn(reader.today, consultation) === 'open' && (
            <ButtonLink kind="primary" to={withQuery(paths.takePart(consultation.id), { blocco: block.id })}>
              {t('onThis')}
            </ButtonLink>
          )}
          <Link to={`${text}#b-${block.id}`}>{t('back')}</Link>
        </p>
        {chi && (
          <p class="quiet">
            {t('who')}: {t(chi)}. <Link to={everybody}>{t('anybody')}</Link>
          </p>
        )}
        {found.items.length > 0 ? (
          <>
            <ContributionItems contributions={found.items} by={by} answers={told} />
            <Pager next={found.next && withQuery(everybody, { chi, da: found.next })} first={da ? here : null} shown={found.items.length} />
          </>
        ) : (
          <Empty>
            <p>{t(chi ? 'noneHere' : 'nobody')}</p>
          </Empty>
        )}
      </div>
    </Page>
  )
}
