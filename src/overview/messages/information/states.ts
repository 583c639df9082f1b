import { catalogue } from '../../../kernel/words.ts'

export const statesWords = catalogue({
  it: {
    title: 'Come si leggono gli stati',
    lead: 'Ogni stato è una parola, una forma e un colore, uguali in tutto il sito. Nessuno li scrive a mano: vengono dalle prove registrate e dalle date.',
    six: 'I sei stati',
    state: 'Stato',
    meaning: 'Che cosa vuol dire',
    todo: 'Non è ancora cominciato, e il suo termine, se ne ha uno, non è passato.',
    doing: 'È cominciato, non è finito e non è in ritardo.',
    done: 'È finito, e le prove lo dicono.',
    late: 'Il termine è passato senza che ci siano le prove della conclusione. Accanto trovi da quanti giorni.',
    blocked: 'Chi ne risponde ha dichiarato che non può andare avanti, con la prova e il motivo.',
    unmeasured: 'Manca quello che serve per dirlo: di solito una data che la fonte non scrive.',
    phases: 'Le quattro fasi di un ecosistema',
    phasesText:
      'Envisioning, Design, Make or Buy e Growth seguono il modello del Piano. Una fase si avvia quando serve e può correre insieme alla precedente. Si conclude solo quando tutte le sue condizioni sono soddisfatte, oppure con una deroga di AGID, di cui si pubblica il motivo.',
    results: 'I risultati del Piano',
    resultsText:
      'Dove può, la piattaforma calcola da sola se un risultato è raggiunto, contando quello che ha registrato. Altrove lo dichiara una persona incaricata: la dichiarazione ha sempre un autore, un giorno e il collegamento a una prova.',
    lateness: 'Come si conta il ritardo',
    lateText:
      'In giorni di calendario, ora di Roma, dal giorno dopo il termine. «Entro dicembre 2019» vuol dire entro il 31 dicembre 2019. Una data che la fonte non dice con chiarezza non si indovina: si segna come non collocata.',
    picture: 'Vai al quadro nazionale',
    openData: 'Gli stessi dati, da scaricare',
  },
  en: {
    title: 'How to read the states',
    lead: 'Every state is a word, a shape and a colour, the same across the site. Nobody types them: they come from recorded evidence and from dates.',
    six: 'The six states',
    state: 'State',
    meaning: 'What it means',
    todo: 'It has not begun yet, and its term, if it has one, has not passed.',
    doing: 'It has begun, is not over and is not late.',
    done: 'It is over, and the evidence says so.',
    late: 'The term has passed without evidence that it was concluded. Beside it you read by how many days.',
    blocked: 'Whoever answers for it declared that it cannot go on, with evidence and a reason.',
    unmeasured: 'What is needed to tell is missing: usually a date that the source does not give.',
    phases: 'The four phases of an ecosystem',
    phasesText:
      'Envisioning, Design, Make or Buy and Growth follow the model of the plan. A phase starts when it is needed and may run beside the one before. It is concluded only when all its conditions are met, or by a derogation of AGID, whose reason is published.',
    results: 'The results of the plan',
    resultsText:
      'Where it can, the platform works out by itself whether a result is achieved, from what it has recorded. Elsewhere an authorised person declares it: a declaration always has an author, a day and a link to evidence.',
    lateness: 'How lateness is counted',
    lateText:
      'In calendar days, Rome time, from the day after the term. “By December 2019” means by 31 December 2019. A date that the source does not state clearly is never guessed: it is marked as not placed.',
    picture: 'Go to the national picture',
    openData: 'The same data, to download',
  },
})
