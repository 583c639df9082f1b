import type { TextsOf } from './condition.ts'

export const design: TextsOf<'design'> = {
  'document-published': {
    it: {
      sentence: 'Il documento con visione, perimetro e strategia è pubblicato',
      how: 'È il documento su cui si apre la consultazione.',
      missing: 'il documento di strategia.',
      step: 'pubblicare il documento di strategia',
      after: 'dopo la pubblicazione del documento',
    },
    en: {
      sentence: 'The document with vision, perimeter and strategy is published',
      how: 'It is the document that goes to consultation.',
      missing: 'the strategy document.',
      step: 'publish the strategy document',
      after: 'after the document is published',
    },
  },
  'consulted-sixty-days': {
    it: {
      sentence: 'La consultazione è durata almeno 60 giorni interi',
      how: 'Si contano i giorni di calendario, escluso il primo.',
      missing: 'una consultazione di almeno 60 giorni.',
      step: 'aprire la consultazione',
      after: 'dopo la consultazione',
    },
    en: {
      sentence: 'The consultation lasted at least 60 whole days',
      how: 'Calendar days are counted, the first excluded.',
      missing: 'a consultation of at least 60 days.',
      step: 'open the consultation',
      after: 'after the consultation',
    },
  },
  'contributions-answered': {
    it: {
      sentence: 'Ogni contributo ha una risposta',
      how: 'Risposti, ritirati e moderati devono fare tutti i ricevuti.',
      missing: 'la risposta ai contributi.',
      step: 'rispondere a ogni contributo',
      after: 'dopo l’ultima risposta',
    },
    en: {
      sentence: 'Every contribution has an answer',
      how: 'Answered, withdrawn and moderated must add up to all those received.',
      missing: 'the answers to the contributions.',
      step: 'answer every contribution',
      after: 'after the last answer',
    },
  },
  'outcome-published': {
    it: {
      sentence: 'Gli esiti della consultazione sono pubblicati',
      how: 'La relazione si prepara quando l’ultima risposta è scritta.',
      missing: 'la relazione sugli esiti.',
      step: 'pubblicare gli esiti',
      after: 'dopo gli esiti',
    },
    en: {
      sentence: 'The outcome of the consultation is published',
      how: 'The report is prepared when the last answer is written.',
      missing: 'the outcome report.',
      step: 'publish the outcome',
      after: 'after the outcome',
    },
  },
  'final-version-adopted': {
    it: {
      sentence: 'La versione finale è adottata',
      how: 'Serve un atto delle amministrazioni capofila.',
      missing: 'l’atto di adozione.',
      step: 'adottare la versione finale',
      after: 'dopo l’adozione',
    },
    en: {
      sentence: 'The final version is adopted',
      how: 'An act of the lead administrations is needed.',
      missing: 'the act of adoption.',
      step: 'adopt the final version',
      after: 'after the adoption',
    },
  },
}
