import type { Lang } from '../../kernel/lang.ts'
import type { Turn } from '../rules.ts'

export type TurnTexts = Readonly<Record<'done' | 'now' | 'later' | 'nextStep', string>>

export const turnTexts: Readonly<Record<Turn | 'leads', Readonly<Record<Lang, TurnTexts>>>> = {
  lead: {
    it: {
      done: 'Fatto dall’amministrazione capofila',
      now: 'Tocca all’amministrazione capofila',
      later: 'Toccherà all’amministrazione capofila',
      nextStep: 'dell’amministrazione capofila',
    },
    en: {
      done: 'Done by the lead administration',
      now: 'The lead administration’s turn',
      later: 'Will be the lead administration’s turn',
      nextStep: 'the lead administration’s',
    },
  },
  leads: {
    it: {
      done: 'Fatto dalle amministrazioni capofila',
      now: 'Tocca alle amministrazioni capofila',
      later: 'Toccherà alle amministrazioni capofila',
      nextStep: 'delle amministrazioni capofila',
    },
    en: {
      done: 'Done by the lead administrations',
      now: 'The lead administrations’ turn',
      later: 'Will be the lead administrations’ turn',
      nextStep: 'the lead administrations’',
    },
  },
  group: {
    it: {
      done: 'Fatto dal gruppo di lavoro',
      now: 'Tocca al gruppo di lavoro',
      later: 'Toccherà al gruppo di lavoro',
      nextStep: 'del gruppo di lavoro',
    },
    en: {
      done: 'Done by the working group',
      now: 'The working group’s turn',
      later: 'Will be the working group’s turn',
      nextStep: 'the working group’s',
    },
  },
  table: {
    it: {
      done: 'Fatto dal tavolo di monitoraggio',
      now: 'Tocca al tavolo di monitoraggio',
      later: 'Toccherà al tavolo di monitoraggio',
      nextStep: 'del tavolo di monitoraggio',
    },
    en: {
      done: 'Done by the monitoring table',
      now: 'The monitoring table’s turn',
      later: 'Will be the monitoring table’s turn',
      nextStep: 'the monitoring table’s',
    },
  },
  agid: {
    it: { done: 'Fatto da AGID', now: 'Tocca ad AGID', later: 'Toccherà ad AGID', nextStep: 'di AGID' },
    en: { done: 'Done by AGID', now: 'AGID’s turn', later: 'Will be AGID’s turn', nextStep: 'AGID’s' },
  },
}
