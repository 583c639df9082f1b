import { catalogue } from '../../kernel/words.ts'

export const noticeWords = catalogue({
  it: {
    scoresOpen: 'Si danno i punteggi: {title}',
    scoresOpenText: 'Il metodo è deciso. Dai i tuoi punteggi agli interventi, da 1 a 5 per ogni criterio.',
    rankingClosed: 'Classifica chiusa: {title}',
    rankingClosedText: 'Il risultato è pubblico, con quanto dipende dai pesi dei criteri.',
    rankingAbandoned: 'Classifica abbandonata: {title}',
    rankingAbandonedText: 'I punteggi dati non contano più. Il motivo è scritto nella pagina.',
  },
  en: {
    scoresOpen: 'Scores are being given: {title}',
    scoresOpenText: 'The method is decided. Give the interventions your scores, from 1 to 5 by each criterion.',
    rankingClosed: 'Ranking closed: {title}',
    rankingClosedText: 'The result is public, with how much it depends on the weights of the criteria.',
    rankingAbandoned: 'Ranking given up: {title}',
    rankingAbandonedText: 'The scores given count no more. The page says why.',
  },
})
