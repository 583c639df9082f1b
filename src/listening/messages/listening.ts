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
    needsText:
      '{count, plural, =0 {Nessuna registrata, finora} one {Una registrata} other {# registrate}}: che cosa manca, a chi, che cosa ci risponde',
    calls: 'Raccolte di esigenze',
    callsText: 'Chi è identificato propone; ogni proposta ha un esito e un motivo',
    coverage: 'Copertura',
    coverageText: 'Quali esigenze hanno già un progetto, quali no',
    now: 'Adesso',
    registerUntil: 'Audizione: ci si iscrive fino al {until} ({distance}).',
    registerInvited: 'Audizione su invito: chi è invitato risponde entro il {until} ({distance}).',
    toHearing: 'Vai all’audizione',
    proposeUntil: 'Raccolta di esigenze: si propone fino al {until} ({distance}).',
    toCall: 'Vai alla raccolta',
  },
  en: {
    title: 'Listening in {name}',
    lead: 'Whom the ecosystem hears, whom it has not heard yet, and what they need.',
    allHearings: 'All hearings',
    more: 'Who and what',
    mapText:
      '{count, plural, =0 {Nobody is on the map yet} one {One on the map} other {# on the map}}{heard, plural, =0 {} other {, # already heard}}',
    needs: 'Needs',
    needsText:
      '{count, plural, =0 {None recorded so far} one {One recorded} other {# recorded}}: what is lacking, to whom, what answers it',
    calls: 'Calls for needs',
    callsText: 'Whoever is identified proposes; every proposal gets an outcome and a reason',
    coverage: 'Coverage',
    coverageText: 'Which needs have a project already, and which have none',
    now: 'Now',
    registerUntil: 'Hearing: registration is open until {until} ({distance}).',
    registerInvited: 'Hearing by invitation: whoever is invited answers by {until} ({distance}).',
    toHearing: 'Go to the hearing',
    proposeUntil: 'Call for needs: proposals are open until {until} ({distance}).',
    toCall: 'Go to the call',
  },
})
