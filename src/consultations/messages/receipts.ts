import { catalogue } from '../../kernel/words.ts'

export const receiptWords = catalogue({
  it: {
    receiptDone: 'Osservazione ricevuta',
    receiptText: 'Il suo numero è {number}. È arrivata il {instant}.',
    receiptAgain: 'Era già arrivata: questa è la stessa ricevuta.',
    hashHelp: 'Prova che il testo non è stato cambiato: chi ha il testo può ricalcolarla.',
    followLink: 'Indirizzo per seguirla senza entrare',
    nextRead: 'La leggono tutti, tra le osservazioni della consultazione.',
    nextAnswer: 'Quando l’amministrazione risponde, ricevi un avviso.',
    nextChange: 'La puoi cambiare o ritirare fino al {day}.',
    openOne: 'Apri l’osservazione',
    followNote: 'Chi ha questo indirizzo vede l’osservazione come la vedi tu: tienilo per te.',
    toConsultation: 'Torna alla consultazione',
    backToText: 'Torna al paragrafo nel testo',
  },
  en: {
    receiptDone: 'Contribution received',
    receiptText: 'Its number is {number}. It arrived on {instant}.',
    receiptAgain: 'It had arrived already: this is the same receipt.',
    hashHelp: 'It proves that the text was not changed: whoever has the text can compute it again.',
    followLink: 'Address to follow it without signing in',
    nextRead: 'Everybody reads it, among the contributions of the consultation.',
    nextAnswer: 'When the administration answers, you are told.',
    nextChange: 'You can change or withdraw it until {day}.',
    openOne: 'Open the contribution',
    followNote: 'Whoever has this address sees the contribution as you do: keep it to yourself.',
    toConsultation: 'Back to the consultation',
    backToText: 'Back to the paragraph in the text',
  },
})
