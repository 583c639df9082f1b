import { catalogue } from '../../kernel/words.ts'

export const noticeWords = catalogue({
  it: {
    answered: 'C’è una risposta a ciò che hai scritto',
    answeredText: 'Riguarda «{title}». Trovi l’esito e il motivo accanto alla tua osservazione.',
    corrected: 'Una risposta che hai ricevuto è stata rettificata',
    correctedText: 'Riguarda «{title}». Quello che diceva prima resta leggibile, con il motivo.',
    concluded: 'Gli esiti di una consultazione a cui hai partecipato sono pubblicati',
    concludedText: 'Riguarda «{title}». Se vuoi, valuta come sei stato consultato.',
  },
  en: {
    answered: 'There is an answer to what you wrote',
    answeredText: 'It is about “{title}”. You find the outcome and the reason beside your contribution.',
    corrected: 'A reply that you got was corrected',
    correctedText: 'It is about “{title}”. What it said before stays to be read, with the reason.',
    concluded: 'The outcomes of a consultation you took part in are published',
    concludedText: 'It is about “{title}”. If you wish, evaluate how you were consulted.',
  },
})
