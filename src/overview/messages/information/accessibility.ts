import { catalogue } from '../../../kernel/words.ts'

export const accessibilityWords = catalogue({
  it: {
    title: 'Dichiarazione di accessibilità',
    lead: '{owner} si impegna a rendere questo sito accessibile a tutti, come chiede la legge 9 gennaio 2004, n. 4.',
    state: 'Stato di conformità',
    stateText:
      'Il sito è parzialmente conforme alle WCAG 2.1, livello AA, che la legge richiede. È disegnato per rispettare anche le WCAG 2.2, livello AA.',
    checked: 'Che cosa controlliamo a ogni modifica',
    checkedPages: 'ogni genere di pagina, con uno strumento automatico e con il validatore dell’HTML;',
    checkedWays: 'l’uso con la sola tastiera, senza script e su uno schermo largo 320 pixel;',
    checkedStates: 'che nessuno stato sia detto solo con il colore, e che ogni disegno abbia una tabella o un testo che dice lo stesso.',
    gaps: 'Che cosa manca',
    gapReview:
      'Una valutazione fatta da esperti esterni e da persone che usano tecnologie assistive: finché manca, dichiariamo una conformità parziale.',
    gapTexts: 'I testi del Piano sono riprodotti come sono stati pubblicati: alcuni passi in inglese non sono segnati come tali.',
    gapLinks: 'I documenti di altri siti, a cui le pagine rimandano come prove, non dipendono da noi.',
    made: 'Redazione della dichiarazione',
    madeText: 'Redatta il {day} con un’autovalutazione di chi sviluppa il sito.',
    feedback: 'Se incontri un ostacolo',
    feedbackText: 'Scrivici che cosa non riesci a fare e in quale pagina: rispondiamo entro 30 giorni.',
    report: 'Segnala un ostacolo',
    enforcement: 'Se la risposta non arriva o non basta',
    enforcementText: 'Puoi rivolgerti al Difensore civico per il digitale, presso AGID.',
    ombudsman: 'Difensore civico per il digitale',
  },
  en: {
    title: 'Accessibility statement',
    lead: '{owner} is committed to making this site accessible to everybody, as Italian law no. 4 of 9 January 2004 requires.',
    state: 'Conformance status',
    stateText:
      'The site partially conforms to WCAG 2.1 level AA, which the law requires. It is designed to meet WCAG 2.2 level AA as well.',
    checked: 'What we check at every change',
    checkedPages: 'every kind of page, with an automatic tool and with the HTML validator;',
    checkedWays: 'use by keyboard alone, without scripts, and on a screen 320 pixels wide;',
    checkedStates: 'that no state is told by colour alone, and that every drawing has a table or a text that says the same.',
    gaps: 'What is missing',
    gapReview:
      'An evaluation by external experts and by people who use assistive technologies: until there is one, we declare partial conformance.',
    gapTexts: 'The texts of the plan are reproduced as published: some passages in English are not marked as such.',
    gapLinks: 'Documents of other sites, to which the pages lead as evidence, do not depend on us.',
    made: 'Preparation of this statement',
    madeText: 'Prepared on {day} by a self-assessment of those who develop the site.',
    feedback: 'If you meet an obstacle',
    feedbackText: 'Write to us what you cannot do and on which page: we answer within 30 days.',
    report: 'Report an obstacle',
    enforcement: 'If the answer does not come or does not help',
    enforcementText: 'You can turn to the Digital Ombudsman (Difensore civico per il digitale) at AGID.',
    ombudsman: 'Digital Ombudsman (in Italian)',
  },
})
