import { catalogue } from '../../kernel/words.ts'

/** The words around every mail. */
export const messages = catalogue({
  it: {
    site: 'Simbiosi',
    tagline: 'Gli ecosistemi digitali della PA',
    greeting: 'Buongiorno {name},',
    greetingPlain: 'Buongiorno,',
    demo: 'Messaggio di una dimostrazione: persone e fatti sono inventati.',
    preferences: 'Scegli quali avvisi ricevere',
    stop: 'Non mandarmi più avvisi di questo tipo',
    sentBy: '{owner}: messaggio automatico. Per scriverci: {contact}.',
  },
  en: {
    site: 'Simbiosi',
    tagline: 'The digital ecosystems of public administration',
    greeting: 'Good morning {name},',
    greetingPlain: 'Good morning,',
    demo: 'A message of a demonstration: people and facts are invented.',
    preferences: 'Choose which notices you get',
    stop: 'Send me no more notices of this kind',
    sentBy: '{owner}: an automatic message. To write to us: {contact}.',
  },
})
