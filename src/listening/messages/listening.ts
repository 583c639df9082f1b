import { catalogue } from '../../kernel/words.ts'

export const listeningWords = catalogue({
  it: {
    title: 'L’ascolto di {name}',
    lead: 'Chi l’ecosistema ascolta, chi non ha ancora ascoltato, e di che cosa hanno bisogno.',
    allHearings: 'Tutte le audizioni',
    more: 'Chi e che cosa',
    mapText:
      '{count, plural, =0 {Nessuno è ancora sulla mappa} one {Uno sulla mappa} other {# sulla mappa}}{heard, plural, =0 {} other {, # già ascoltati}}',
    needs: 'Esigenze',
    needsText: 'Che cosa manca, a chi, e che cosa ci risponde',
  },
  en: {
    title: 'Listening in {name}',
    lead: 'Whom the ecosystem hears, whom it has not heard yet, and what they need.',
    allHearings: 'All hearings',
    more: 'Who and what',
    mapText:
      '{count, plural, =0 {Nobody is on the map yet} one {One on the map} other {# on the map}}{heard, plural, =0 {} other {, # already heard}}',
    needs: 'Needs',
    needsText: 'What is lacking, to whom, and what answers it',
  },
})
