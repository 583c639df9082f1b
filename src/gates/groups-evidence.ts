import { paths } from '../charter/paths.ts'
import { type GroupFacts, groupFacts } from '../groups/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { catalogue, formatDay, say, type Values } from '../kernel/words.ts'
import type { Db } from '../platform/db.ts'
import type { Evidence, Proof } from './rules.ts'

const words = catalogue({
  it: {
    act: 'Atto {number} del {on}.',
    group: 'Il gruppo di lavoro',
    both: 'Tutti e due in carica dal {on}.',
    chairOnly: 'È in carica chi presiede, dal {on}.',
    secretaryOnly: 'È in carica chi tiene la segreteria, dal {on}.',
    noSecretary: 'chi tiene la segreteria.',
    noChair: 'chi presiede.',
    members: 'I componenti',
    tables: 'Il gruppo ha definito i tavoli tecnici il {on}.',
    noTables: 'Il gruppo ha dichiarato il {on} che non servono tavoli tecnici.',
    decision: 'Decisione n. {number}',
    table: 'Costituito il {on}.',
  },
  en: {
    act: 'Act {number} of {on}.',
    group: 'The working group',
    both: 'Both in office since {on}.',
    chairOnly: 'The chair is in office since {on}.',
    secretaryOnly: 'The secretary is in office since {on}.',
    noSecretary: 'the secretary.',
    noChair: 'the chair.',
    members: 'The members',
    tables: 'The group defined its technical tables on {on}.',
    noTables: 'The group declared on {on} that no technical tables are needed.',
    decision: 'Decision no. {number}',
    table: 'Constituted on {on}.',
  },
})

type Key = keyof typeof words.it

/** A sentence in both languages; a day among its values is written out in each. */
function tellIn(key: Key, { on, ...values }: Values & { on?: Day } = {}): Record<Lang, string> {
  const inLang = (lang: Lang) => say(lang, words, key, { ...values, ...(on ? { on: formatDay(lang, on) } : {}) })
  return { it: inLang('it'), en: inLang('en') }
}

/** What the bodies of an ecosystem prove: act, chair and secretary, tables (action 51), monitoring table (action 53). */
export async function groupsEvidence(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Map<string, Evidence>> {
  const facts = await groupFacts(db, ecosystemIds, day)
  return new Map([...facts].map(([id, one]) => [id, evidenceFrom(one)]))
}

function evidenceFrom({ workingGroup, chair, secretary, tablesDecision, monitoringTable }: GroupFacts): Evidence {
  return {
    ...(workingGroup && {
      'group-constituted': {
        met: true,
        on: workingGroup.actDay,
        says: tellIn('act', { number: workingGroup.actNumber, on: workingGroup.actDay }),
        link: { to: paths.body(workingGroup.id), label: tellIn('group') },
      },
    }),
    ...(workingGroup && officers(workingGroup.id, chair, secretary)),
    ...(tablesDecision && {
      'tables-decided': {
        met: true,
        on: tablesDecision.on,
        says: tellIn(tablesDecision.kind === 'tables' ? 'tables' : 'noTables', { on: tablesDecision.on }),
        link: { to: paths.decision(tablesDecision.id), label: tellIn('decision', { number: tablesDecision.number }) },
      },
    }),
    ...(monitoringTable && {
      'monitoring-table-in-place': {
        met: true,
        on: monitoringTable.constitutedOn,
        says: tellIn('table', { on: monitoringTable.constitutedOn }),
        link: { to: paths.body(monitoringTable.id), label: { it: monitoringTable.name, en: monitoringTable.name } },
      },
    }),
  }
}

function officers(groupId: string, chair: GroupFacts['chair'], secretary: GroupFacts['secretary']): Evidence {
  const link = { to: paths.body(groupId), label: tellIn('members') }
  const proofs: Partial<Record<'officers-in-office', Proof>> = {}
  if (chair && secretary) {
    const on = chair.since > secretary.since ? chair.since : secretary.since
    proofs['officers-in-office'] = { met: true, on, says: tellIn('both', { on }), link }
  } else if (chair) {
    proofs['officers-in-office'] = {
      met: false,
      on: chair.since,
      says: tellIn('chairOnly', { on: chair.since }),
      missing: tellIn('noSecretary'),
      link,
    }
  } else if (secretary) {
    proofs['officers-in-office'] = {
      met: false,
      on: secretary.since,
      says: tellIn('secretaryOnly', { on: secretary.since }),
      missing: tellIn('noChair'),
      link,
    }
  }
  return proofs
}
