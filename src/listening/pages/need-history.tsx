import { diffWordsWithSpace } from 'diff'
import type { Day } from '../../kernel/day.ts'
import { DatedList } from '../../ui/dated-list.tsx'
import { Diff } from '../../ui/diff.tsx'
import { useFormats, useWords } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { needWords } from '../messages/needs.ts'
import { changesBetween, codeOf, type NeedContent } from '../rules/needs.ts'
import type { WholeNeed } from './whole-need.ts'

interface Moment {
  readonly day: Day
  readonly title: string
  readonly text?: unknown
}

/** Corrections, with what changed in each, and mergings, those undone included: the latest first. */
export function NeedHistory({ whole }: { readonly whole: WholeNeed }) {
  const t = useWords(needWords)
  const moments = [...useCorrections(whole), ...useMergings(whole)].toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  if (moments.length === 0) return <></>
  return (
    <Section id="storia" title={t('history')}>
      <DatedList items={moments as Parameters<typeof DatedList>[0]['items']} />
    </Section>
  )
}

function useCorrections({ need, corrections }: WholeNeed): Moment[] {
  const t = useWords(needWords)
  const { day } = useFormats()
  return corrections
    .map(({ before, reason, correctedOn }, index): Moment => {
      const after: NeedContent = corrections[index + 1]?.before ?? need
      return {
        day: correctedOn,
        title: t('correctedOn', { day: day(correctedOn), reason }),
        text: <Changes before={before} after={after} />,
      }
    })
    .reverse()
}

function Changes({ before, after }: { readonly before: NeedContent; readonly after: NeedContent }) {
  const t = useWords(needWords)
  const changed = changesBetween(before, after)
  return (
    <>
      {(['statement', 'why', 'evidenceText'] as const)
        .filter((part) => changed.includes(part))
        .map((part) => (
          <>
            <span>{t(part)}</span>
            <Diff parts={diffWordsWithSpace(before[part] ?? '', after[part] ?? '')} />
          </>
        ))}
      {changed.includes('voiceKind') && <Was label={t('voiceKind')} value={t(`voice.${before.voiceKind}`)} />}
      {changed.includes('evidenceLink') && <Was label={t('evidenceLink')} value={before.evidenceLink ?? t('nothing')} />}
      {changed.includes('frequency') && <Was label={t('frequency')} value={t(`frequency.${before.frequency ?? 0}`)} />}
      {changed.includes('severity') && <Was label={t('severity')} value={t(`severity.${before.severity ?? 0}`)} />}
    </>
  )
}

function Was({ label, value }: { readonly label: string; readonly value: string }) {
  const t = useWords(needWords)
  return (
    <span class="quiet">
      {label}. {t('before', { value })}
      <br />
    </span>
  )
}

function useMergings({ need, mergers, named }: WholeNeed): Moment[] {
  const t = useWords(needWords)
  const { day } = useFormats()
  return mergers
    .flatMap(({ needId, intoId, reason, mergedOn, undoneOn, undoneReason }): Moment[] => {
      const gone = needId === need.id
      const other = named.get(gone ? intoId : needId)
      const code = other ? codeOf(other) : ''
      const merged = { day: mergedOn, title: t(gone ? 'mergedOn' : 'mergedIn', { code, day: day(mergedOn), reason }) }
      return undoneOn
        ? [merged, { day: undoneOn, title: `${code}. ${t('undoneOn', { day: day(undoneOn), reason: undoneReason })}` }]
        : [merged]
    })
    .reverse()
}
