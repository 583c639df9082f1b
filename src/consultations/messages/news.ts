import { catalogue } from '../../kernel/words.ts'

/** What those who take part, or follow, are told of what is added beside a consultation. */
export const newsWords = catalogue({
  it: {
    'date.added': 'Nuovo appuntamento: {title}',
    'date.changed': 'È cambiato un appuntamento: {title}',
    'date.ended': 'Appuntamento annullato: {title}',
    material: 'Nuovo materiale da leggere: {title}',
    about: 'Consultazione: {consultation}.',
  },
  en: {
    'date.added': 'New date: {title}',
    'date.changed': 'A date has changed: {title}',
    'date.ended': 'Date called off: {title}',
    material: 'New material to read: {title}',
    about: 'Consultation: {consultation}.',
  },
})
