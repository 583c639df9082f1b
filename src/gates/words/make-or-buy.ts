import type { TextsOf } from './condition.ts'

export const makeOrBuy: TextsOf<'make-or-buy'> = {
  'monitoring-table-in-place': {
    it: {
      sentence: 'Il tavolo di monitoraggio è al lavoro',
      how: 'Segue i progetti principali, da questa fase in poi.',
      missing: 'il tavolo di monitoraggio.',
      step: 'istituire il tavolo di monitoraggio',
      after: 'dopo l’avvio del tavolo',
    },
    en: {
      sentence: 'The monitoring table is in place',
      how: 'It follows the main projects, from this phase on.',
      missing: 'the monitoring table.',
      step: 'set up the monitoring table',
      after: 'after the table is set up',
    },
  },
  'methodology-shared': {
    it: {
      sentence: 'La metodologia di monitoraggio è condivisa',
      how: 'Dice quali indicatori si misurano, come e ogni quanto.',
      missing: 'la metodologia di monitoraggio.',
      step: 'condividere la metodologia di monitoraggio',
      after: 'dopo la metodologia',
    },
    en: {
      sentence: 'The monitoring methodology is shared',
      how: 'It says which indicators are measured, how and how often.',
      missing: 'the monitoring methodology.',
      step: 'share the monitoring methodology',
      after: 'after the methodology',
    },
  },
  'baseline-measured': {
    it: {
      sentence: 'La situazione di partenza è misurata per ogni indicatore',
      how: 'È la misura da cui si conterà ogni progresso.',
      missing: 'la misura di partenza degli indicatori.',
      step: 'misurare la situazione di partenza',
      after: 'dopo la misura di partenza',
    },
    en: {
      sentence: 'The baseline is measured for every indicator',
      how: 'It is the measure from which all progress will be counted.',
      missing: 'the baseline of the indicators.',
      step: 'measure the baseline',
      after: 'after the baseline',
    },
  },
  'forum-open': {
    it: {
      sentence: 'Almeno un forum tematico è aperto',
      how: 'Serve ad ascoltare il mercato e i cittadini.',
      missing: 'un forum tematico.',
      step: 'aprire un forum tematico',
      after: 'dopo l’apertura del forum',
    },
    en: {
      sentence: 'At least one thematic forum is open',
      how: 'It is there to listen to the market and to citizens.',
      missing: 'a thematic forum.',
      step: 'open a thematic forum',
      after: 'after the forum opens',
    },
  },
}
