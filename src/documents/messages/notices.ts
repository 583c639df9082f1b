import { catalogue } from '../../kernel/words.ts'

/** What those who work on a document are told. No words name a person. */
export const noticeWords = catalogue({
  it: {
    commented: 'Nuovo commento alla bozza di «{title}»',
    answered: 'Risposta a un commento alla bozza di «{title}»',
    resolved: 'Chiuso un commento alla bozza di «{title}»',
    reopened: 'Riaperto un commento alla bozza di «{title}»',
    commentText: 'Leggilo accanto al paragrafo di cui parla.',
    frozen: 'Congelata la versione {number} di «{title}»',
    frozenText: 'Il testo di questa versione non cambia più: si può leggere e confrontare con le altre.',
    final: 'È definitiva la versione {number} di «{title}»',
    finalText: 'È il testo da portare all’adozione.',
    adopted: 'Adottata la versione {number} di «{title}»',
    adoptedText: 'La decisione del gruppo di lavoro è registrata. Il passo che segue è la pubblicazione.',
    published: 'Pubblicata la versione {number} di «{title}»',
    publishedText: 'Da oggi la leggono tutti, a un indirizzo che resta.',
  },
  en: {
    commented: 'New comment on the draft of “{title}”',
    answered: 'Answer to a comment on the draft of “{title}”',
    resolved: 'A comment on the draft of “{title}” was resolved',
    reopened: 'A comment on the draft of “{title}” was reopened',
    commentText: 'Read it beside the paragraph that it speaks of.',
    frozen: 'Version {number} of “{title}” is frozen',
    frozenText: 'The text of this version does not change any more: it can be read and compared with the others.',
    final: 'Version {number} of “{title}” is final',
    finalText: 'It is the text to bring to adoption.',
    adopted: 'Version {number} of “{title}” is adopted',
    adoptedText: 'The working group’s decision is recorded. The next step is publication.',
    published: 'Version {number} of “{title}” is published',
    publishedText: 'From today everybody reads it, at an address that stays.',
  },
})
