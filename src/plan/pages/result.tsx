import { paths } from '../../charter/paths.ts'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { useFormats, useReader, useWords } from '../../ui/reader.tsx'
import { ResultBox } from '../../ui/result-box.tsx'
import type { ResultContent } from '../content.ts'
import { phaseOf, type Verdict } from '../criterion.ts'
import type { ListedResult } from '../listing.ts'
import { actionMessages } from '../messages/action.ts'
import type { Declaration } from '../store/declarations.ts'
import type { ActionView } from '../views.ts'

interface ResultProps {
  readonly view: ActionView
  readonly result: ListedResult
  readonly content: ResultContent
  readonly mayDeclare: boolean
  readonly mayWithdraw: boolean
}

/** One result of an action: its words, its state, what says so, and who declared what. */
export function Result({ view, result, content, mayDeclare, mayWithdraw }: ResultProps) {
  const t = useWords(actionMessages)
  const { day } = useFormats()
  const verdict = view.verdicts.get(result.id)
  const total = view.action.results.length
  const { edition, action } = view
  return (
    <>
      {content.text.split('\n').map((line, index) => (
        <p {...(index === 0 ? { id: `risultato-${result.position}` } : {})}>{line}</p>
      ))}
      <ResultBox
        title={
          verdict
            ? t('counted', { count: verdict.count, total: verdict.lines.length })
            : total > 1
              ? t('resultTitle', { position: result.position, total })
              : t('resultOnly')
        }
        state={result.state}
        days={result.state === 'late' ? result.days : null}
        due={result.deadline ? t('dueDay', { day: day(result.deadline) }) : t('noDeadline')}
        {...(verdict ? { done: verdict.count, total: verdict.lines.length } : {})}
      >
        {result.state === 'done' && result.days ? <p>{t('doneLate', { days: result.days })}</p> : <></>}
        {verdict && <CriterionWords verdict={verdict} />}
        <Declarations view={view} result={result} mayWithdraw={mayWithdraw} counted={verdict !== undefined} />
        {mayDeclare && (
          <p class="actions">
            <ButtonLink small to={paths.declaration(edition.code, action.number, result.position)}>
              {total > 1 ? t('declareFor', { position: result.position }) : t('declare')}
            </ButtonLink>
          </p>
        )}
      </ResultBox>
    </>
  )
}

function CriterionWords({ verdict: { criterion } }: { readonly verdict: Verdict }) {
  const t = useWords(actionMessages)
  const { day } = useFormats()
  const { kind, atLeast, by } = criterion
  return (
    <p>
      <b>{t('criterion')}</b> {t(`criterion.${kind}`, { phase: t(`phase.${phaseOf(criterion)}`), atLeast, by: by ? day(by) : 'none' })}
      {kind === 'phase-concluded' && ` ${t('criterionEarlier')}`}
    </p>
  )
}

interface DeclarationsProps {
  readonly view: ActionView
  readonly result: ListedResult
  readonly mayWithdraw: boolean
  readonly counted: boolean
}

function Declarations({ view, result, mayWithdraw, counted }: DeclarationsProps) {
  const t = useWords(actionMessages)
  const all = view.declarations.filter(({ resultId }) => resultId === result.id)
  const inForce = all.find(({ withdrawnOn }) => !withdrawnOn)
  const others = all.filter((one) => one !== inForce)
  const place = { edition: view.edition.code, number: view.action.number, position: result.position }
  return (
    <>
      {inForce ? (
        <DeclarationWords declaration={inForce} />
      ) : (
        <p>{counted ? t('noDeclaration') : `${t('noEvidence')} ${t('noCriterion')}`}</p>
      )}
      {inForce && mayWithdraw && (
        <p>
          <Link to={paths.declarationEnd(place.edition, place.number, place.position, inForce.id)}>{t('withdraw')}</Link>
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('earlier')}</summary>
          {others.map((one) => (
            <DeclarationWords declaration={one} past />
          ))}
        </details>
      )}
    </>
  )
}

export function DeclarationWords({ declaration, past = false }: { readonly declaration: Declaration; readonly past?: boolean }) {
  const t = useWords(actionMessages)
  const { day } = useFormats()
  const { lang } = useReader()
  const { state, since, note, authorRole, declaredOn, evidenceUrl, actId, withdrawnOn, withdrawalReason } = declaration
  return (
    <div>
      <p>
        <b>{t('declared', { state: t(`declared.${state}`), since: day(since) })}.</b>{' '}
        {t('declaredBy', { role: t(`role.${authorRole}`), day: day(declaredOn) })} <Link to={evidenceUrl}>{t('evidence')}</Link>,{' '}
        <Link to={paths.act(actId)}>{t('act').toLocaleLowerCase(lang)}</Link>
        {withdrawnOn && `; ${t('withdrawn', { day: day(withdrawnOn), reason: withdrawalReason ?? '' })}`}
        {past && !withdrawnOn && `; ${t('superseded')}`}
      </p>
      {note && <p>{note}</p>}
    </div>
  )
}
