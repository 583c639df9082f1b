import { catalogue } from '../../kernel/words.ts'

/** What the authors of needs are told. Nobody is named: these words outlive whoever is. */
export const needNoticeWords = catalogue({
  it: {
    answered:
      '{outcome, select, accepted {La tua proposta è stata accolta: è l’esigenza {code}} joined {La tua proposta si aggiunge all’esigenza {code}} other {La tua proposta non è stata accolta}}',
    answeredText: 'Nella sua pagina trovi il motivo.',
    merged: '{code}, che avevi proposto, è stata unita a {into}',
    mergedText: 'Dicono la stessa cosa: {into} vale per entrambe. {code} resta leggibile, con il motivo.',
    separated: '{code}, che avevi proposto, vale di nuovo da sola',
    separatedText: 'Era unita a un’altra esigenza: nella sua pagina trovi il motivo.',
  },
  en: {
    answered:
      '{outcome, select, accepted {Your proposal was accepted: it is need {code}} joined {Your proposal joins need {code}} other {Your proposal was not accepted}}',
    answeredText: 'The reason is on its page.',
    merged: '{code}, which you proposed, was merged into {into}',
    mergedText: 'They say the same: {into} stands for both. {code} stays readable, with the reason.',
    separated: '{code}, which you proposed, stands by itself again',
    separatedText: 'It was merged into another need: the reason is on its page.',
  },
})
