import { catalogue } from '../kernel/words.ts'

/** The words that are the same whatever sat. */
export const words = catalogue({
  it: {
    minutes: 'Verbale',
    resendTitle: 'Mandalo di nuovo: il testo è cambiato',
    send: 'Manda il verbale',
    agreed: '{count, plural, one {Una persona dice che va bene così} other {# persone dicono che va bene così}}.',
    agree: 'Va bene così',
    waiting: 'aspetta un esito',
    reasonTold: 'Perché: {reason}',
    giveOutcome: 'Dai un esito',
    outcome: 'Esito',
    accept: 'Accogli',
    reject: 'Non accogliere',
    reason: 'Motivo',
    reasonHelp: 'Serve se la risposta è no: chi l’ha proposto lo leggerà.',
    saveOutcome: 'Registra l’esito',
    corrections: 'Rettifiche',
    correctionOn: 'Rettifica {number}, {on}',
    correctionWhy: 'Motivo: {reason}',
    rectify: 'Aggiungi una rettifica',
    rectifyTitle: 'Rettificare il verbale',
    rectifyLead: 'Il verbale resta com’è. La rettifica lo accompagna, pubblica, con il suo motivo.',
    rectifyText: 'Che cosa era sbagliato, e che cosa è giusto',
    rectifyReason: 'Perché serve',
    rectifyButton: 'Pubblica la rettifica',
  },
  en: {
    minutes: 'Minutes',
    resendTitle: 'Send them again: the text has changed',
    send: 'Send the minutes',
    agreed: '{count, plural, one {One person says that nothing needs correcting} other {# people say that nothing needs correcting}}.',
    agree: 'Nothing to correct',
    waiting: 'waits for an outcome',
    reasonTold: 'Why: {reason}',
    giveOutcome: 'Give an outcome',
    outcome: 'Outcome',
    accept: 'Accept',
    reject: 'Do not accept',
    reason: 'Reason',
    reasonHelp: 'Needed if the answer is no: whoever proposed it will read it.',
    saveOutcome: 'Record the outcome',
    corrections: 'Corrections',
    correctionOn: 'Correction {number}, {on}',
    correctionWhy: 'Reason: {reason}',
    rectify: 'Add a correction',
    rectifyTitle: 'Correct the minutes',
    rectifyLead: 'The minutes stay as they are. The correction goes with them, public, with its reason.',
    rectifyText: 'What was wrong, and what is right',
    rectifyReason: 'Why it is needed',
    rectifyButton: 'Publish the correction',
  },
})

/** The words that each kind of sitting says in its own way. */
export type SittingWord =
  | 'sendTitle'
  | 'sendLead'
  | 'until'
  | 'yourTurn'
  | 'yourTurnLead'
  | 'youAgreed'
  | 'remarks'
  | 'noRemarks'
  | 'accepted'
  | 'rejected'
  | 'outcomeTitle'
  | 'outcomeLead'
  | 'approveTitle'
  | 'approveLead'
  | 'approve'
  | 'hash'
