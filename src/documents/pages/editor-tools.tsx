import type { Child } from 'hono/jsx'
import { buttonClass, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useWords } from '../../ui/reader.tsx'
import { draftWords } from '../messages/draft.ts'
import { editorWords } from '../messages/editor.ts'

/** A sign that says the same in both languages, and the keys that do it. */
const acts = [
  { act: 'strong', sign: 'B', keys: 'Control+B', toggles: true },
  { act: 'emphasis', sign: 'I', keys: 'Control+I', toggles: true },
  { act: 'link', sign: '↗', keys: 'Control+K', toggles: true },
  { act: 'bulleted', sign: '•', keys: 'Control+Shift+8', toggles: true },
  { act: 'numbered', sign: '1.', keys: 'Control+Shift+7', toggles: true },
  { act: 'deeper', sign: '→', keys: 'Control+]', toggles: false },
  { act: 'shallower', sign: '←', keys: 'Control+[', toggles: false },
  { act: 'table', sign: '▦', keys: null, toggles: false },
  { act: 'note', sign: '¹', keys: null, toggles: false },
  { act: 'up', sign: '↑', keys: 'Alt+ArrowUp', toggles: false },
  { act: 'down', sign: '↓', keys: 'Alt+ArrowDown', toggles: false },
  { act: 'undo', sign: '↶', keys: 'Control+Z', toggles: false },
  { act: 'redo', sign: '↷', keys: 'Control+Shift+Z', toggles: false },
] as const

const tableActs = ['add-row', 'add-column', 'delete-row', 'delete-column', 'delete-table'] as const

/** What the script editor.js puts over the plain form: nothing of it is there without script. */
export function EditorTools() {
  const t = useWords(editorWords)
  return (
    <template data-editor>
      <div data-part="cannot" hidden tabindex={-1}>
        <Notice kind="late">
          <p>
            {t('cannotLead')} <Link to="#content">{t('text')}</Link>
          </p>
        </Notice>
      </div>
      <div data-part="restore" hidden>
        <Notice>
          <p>{t('restoreLead')}</p>
          <p class="editor-choice">
            <PlainButton data-restore="yes">{t('restoreYes')}</PlainButton>
            <PlainButton data-restore="no">{t('restoreNo')}</PlainButton>
          </p>
        </Notice>
      </div>
      <p data-part="to-plain" hidden>
        <PlainButton>{t('toPlain')}</PlainButton>
      </p>
      <p data-part="to-rich" hidden>
        <PlainButton>{t('toRich')}</PlainButton>
      </p>
      <div data-part="editor" class="editor" hidden>
        <Bars />
        <LinkBox />
        <div class="editor-text" lang="it" data-name={t('text')} />
        <p class="visually-hidden" role="status" data-no-pictures={t('noPictures')} data-noted={t('noted')} />
        <details class="how-to">
          <summary>{t('helpTitle')}</summary>
          <ul>
            <li id="editor-keys">{t('help1')}</li>
            {(['help2', 'help3', 'help4', 'help5'] as const).map((line) => (
              <li>{t(line)}</li>
            ))}
            <li>{acts.map(({ act, sign }) => `${sign} ${t(act)}`).join(' · ')}</li>
          </ul>
        </details>
      </div>
    </template>
  )
}

function Bars() {
  const t = useWords(editorWords)
  const d = useWords(draftWords)
  return (
    <div class="editor-bars">
      <div class="editor-kind">
        <label for="editor-kind">{t('kind')}</label>
        <select id="editor-kind" class="control control--select">
          <option value="paragraph">{d('kind.paragraph')}</option>
          {[1, 2, 3, 4].map((level) => (
            <option value={`heading.${level}`}>{t('heading', { level })}</option>
          ))}
          <option value="list_item.bulleted">{t('bulletedKind')}</option>
          <option value="list_item.ordered">{t('numberedKind')}</option>
          {(['perimeter-item', 'objective', 'intervention', 'figure', 'footnote'] as const).map((kind) => (
            <option value={kind.replace('-', '_')}>{d(`kind.${kind}`)}</option>
          ))}
          <option value="table" disabled>
            {d('kind.table')}
          </option>
        </select>
      </div>
      <div class="editor-bar" role="toolbar" aria-label={t('bar')}>
        {acts.map(({ act, sign, keys, toggles }) => (
          <button
            type="button"
            data-act={act}
            {...(toggles ? { 'aria-pressed': 'false' } : {})}
            {...(keys ? { 'aria-keyshortcuts': keys } : {})}
          >
            <span class="sign" aria-hidden="true">
              {sign}
            </span>
            <span class="word">{t(act)}</span>
          </button>
        ))}
      </div>
      <div class="editor-bar editor-table" role="toolbar" aria-label={t('tableBar')} hidden>
        {tableActs.map((act) => (
          <button type="button" data-act={act}>
            {t(act)}
          </button>
        ))}
      </div>
    </div>
  )
}

function LinkBox() {
  const t = useWords(editorWords)
  return (
    <div class="editor-link" role="group" aria-label={t('linkGroup')} hidden>
      <label for="editor-link">{t('linkLabel')}</label>
      <p class="help" id="editor-link-help">
        {t('linkHelp')}
      </p>
      <p class="field-error" id="editor-link-wrong" role="alert" hidden>
        {t('linkWrong')}
      </p>
      <input
        type="text"
        inputmode="url"
        id="editor-link"
        class="control"
        maxlength={2000}
        autocomplete="off"
        aria-describedby="editor-link-help editor-link-wrong"
      />
      <p class="editor-choice">
        <PlainButton data-link="apply">{t('linkApply')}</PlainButton>
        <PlainButton data-link="remove">{t('linkRemove')}</PlainButton>
        <PlainButton data-link="cancel">{t('cancel')}</PlainButton>
      </p>
    </div>
  )
}

function PlainButton({ children, ...rest }: { readonly children?: Child; readonly [attribute: string]: unknown }) {
  return (
    <button type="button" class={buttonClass('secondary', true)} {...rest}>
      {children}
    </button>
  )
}
