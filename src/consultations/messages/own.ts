import { catalogue } from '../../kernel/words.ts'

export const ownWords = catalogue({
  it: {
    draftSaved: 'Bozza salvata',
    draftSavedText: 'La ritrovi nelle tue osservazioni, da qualunque dispositivo. Non l’ha letta nessuno.',
    ownLead: 'Quelle mandate, con lo stato di ognuna, e quelle che hai lasciato in bozza.',
    ownNone: 'Non hai ancora mandato osservazioni.',
    ownNoneHint: 'Scegli una consultazione aperta.',
    drafts: 'Bozze',
    draftOf: 'Bozza del {day}',
    goOn: 'Continua',
    discard: 'Elimina',
  },
  en: {
    draftSaved: 'Draft saved',
    draftSavedText: 'You find it among your contributions, from any device. Nobody has read it.',
    ownLead: 'Those you sent, with the state of each, and those you left as drafts.',
    ownNone: 'You have not sent any contribution yet.',
    ownNoneHint: 'Choose an open consultation.',
    drafts: 'Drafts',
    draftOf: 'Draft of {day}',
    goOn: 'Go on',
    discard: 'Delete',
  },
})
