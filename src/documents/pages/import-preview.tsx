import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import type { Upload } from '../../platform/uploads.ts'
import { TextField } from '../../ui/field.tsx'
import { ErrorSummary, FormEnd, type FormErrors, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { type Alts, altOf, type ImportPreview } from '../actions/import.ts'
import { exchangeWords } from '../messages/exchange.ts'
import { losses, type Told } from '../reading/index.ts'
import type { Block } from '../rules/blocks.ts'
import { type Section as Part, sectionsOf } from '../rules/sections.ts'
import { type Around, trailIn } from './around.tsx'
import { Changes } from './changes.tsx'

interface PreviewProps {
  readonly reader: Reader
  readonly around: Around
  readonly upload: Upload
  readonly preview: ImportPreview
  readonly errors: FormErrors
  readonly alts: Alts
}

/** What a file would make of the draft: its structure, what it would change, what would be left out. */
export function ImportPreviewPage({ reader, around, upload, preview, errors, alts }: PreviewProps) {
  const t = wordsFor(reader, exchangeWords)
  const { document, title, ecosystem } = around
  const { reading, before, after, changes, fingerprint } = preview
  const address = paths.documentUpload(document.id, upload.id)
  const same = changes.every(({ kind }) => kind === 'same')
  const missing = reading.pictures.flatMap((picture, at) => (altOf(picture, alts[at]) === '' ? [at] : []))
  return (
    <Page
      reader={reader}
      title={t('preview')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('import'), to: paths.documentImport(document.id) }, { label: t('preview') })}
      address={address}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} />
        <PageHead
          title={t('previewOf', { name: upload.name })}
          kicker={[ecosystem.name, title]}
          lead={same && missing.length === 0 ? t('previewSame') : t('previewLead')}
        >
          {reading.title !== null && <p class="quiet">{t('titleFound', { title: reading.title })}</p>}
        </PageHead>
        {same && missing.length === 0 ? (
          <p>
            <Link to={paths.documentImport(document.id)}>{t('another')}</Link>
          </p>
        ) : (
          <Form action={address} class="form">
            <HiddenField name="fingerprint" value={fingerprint} />
            {missing.length > 0 && <Missing missing={missing} errors={errors} />}
            <FormEnd cancel={paths.documentImport(document.id)}>
              <SubmitButton>{t('confirm')}</SubmitButton>
            </FormEnd>
          </Form>
        )}
        <Report told={reading.told} />
        <Structure blocks={after} />
        {before.length > 0 && !same && <WouldChange changes={changes} />}
      </div>
    </Page>
  )
}

function Missing({ missing, errors }: { readonly missing: readonly number[]; readonly errors: FormErrors }) {
  const t = useWords(exchangeWords)
  return (
    <fieldset>
      <legend>{t('pictures')}</legend>
      <p class="help">{t('picturesLead')}</p>
      {missing.map((at) => (
        <TextField name={`alt-${at}`} label={t('alt', { number: at + 1 })} optional maxlength={500} values={{}} errors={errors} />
      ))}
    </fieldset>
  )
}

const shownPlaces = 5

/** What is lost, by kind: how many times, and where the first times. */
function Report({ told }: { readonly told: readonly Told[] }) {
  const t = useWords(exchangeWords)
  const kinds = losses.map((loss) => ({ loss, all: told.filter((one) => one.loss === loss) })).filter(({ all }) => all.length > 0)
  return (
    <Section id="resoconto" title={t('report')}>
      {kinds.length === 0 ? (
        <p>{t('reportNone')}</p>
      ) : (
        <ul class="prose">
          {kinds.map(({ loss, all }) => (
            <li>
              {t(`loss.${loss}`)} <b>({all.length})</b>
              <details>
                <summary>{t('places')}</summary>
                <ul>
                  {all.slice(0, shownPlaces).map(({ near, section, line }) => (
                    <li>
                      {t('place', { section: section ?? 'none', line: line ?? 0 })}
                      {near !== '' && (
                        <>
                          : <span lang="it">{near}</span>
                        </>
                      )}
                    </li>
                  ))}
                  {all.length > shownPlaces && <li>{t('more', { count: all.length - shownPlaces })}</li>}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const kinds = ['heading', 'paragraph', 'list-item', 'table', 'figure', 'footnote'] as const

function Structure({ blocks }: { readonly blocks: readonly Block[] }) {
  const t = useWords(exchangeWords)
  const sections = blocks.filter(({ kind }) => kind === 'heading').length
  const counts = kinds.flatMap((kind) => {
    const count = blocks.filter((block) => block.kind === kind).length
    return count > 0 ? [t(`kind.${kind}`, { count })] : []
  })
  return (
    <Section id="struttura" title={t('structure')} lead={t('structureLead', { blocks: blocks.length, sections })}>
      <p>{counts.join(', ')}</p>
      <Tree sections={sectionsOf(blocks)} />
    </Section>
  )
}

function Tree({ sections }: { readonly sections: readonly Part[] }) {
  const t = useWords(exchangeWords)
  return (
    <ul>
      {sections.map(({ heading, count, sections: inner }) => (
        <li>
          {heading ? <span lang="it">{heading.text}</span> : t('noHeading')}{' '}
          <span class="quiet small">{t('blocksIn', { count: heading ? count - 1 : count })}</span>
          {inner.length > 0 && <Tree sections={inner} />}
        </li>
      ))}
    </ul>
  )
}

const mostShown = 200

function WouldChange({ changes }: { readonly changes: ImportPreview['changes'] }) {
  const t = useWords(exchangeWords)
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length
  const counted = {
    added: count('added'),
    changed: count('changed'),
    moved: count('moved'),
    removed: count('removed'),
    same: count('same'),
  }
  const different = changes.length - counted.same
  const last = different > mostShown ? nthDifferent(changes, mostShown) : changes.length
  return (
    <Section id="cambiamenti" title={t('changes')} lead={t('changesLead', counted)}>
      {different > mostShown && <p>{t('changesCut', { count: mostShown })}</p>}
      <Changes changes={changes.slice(0, last)} sideBySide={false} />
    </Section>
  )
}

function nthDifferent(changes: ImportPreview['changes'], most: number): number {
  let seen = 0
  const at = changes.findIndex(({ kind }) => kind !== 'same' && ++seen > most)
  return at < 0 ? changes.length : at
}
