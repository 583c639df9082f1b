import { catalogue } from '../../kernel/words.ts'

export const timelineMessages = catalogue({
  it: {
    lead: 'Ogni segno è una scadenza dei risultati di un capitolo: la forma dice lo stato peggiore tra i risultati che scadono quel giorno, il numero quanti sono, la linea dove siamo.',
    chart: 'Scadenze dei risultati per capitolo e stato. La tabella sotto dice anche gli altri stati.',
    table: 'Le stesse scadenze, in tabella',
    chapter: 'Capitolo',
    day: 'Scadenza',
    results: 'Risultati',
    states: 'Stato',
    actions: 'Azioni',
    undated:
      '{count, plural, =0 {Tutti i risultati hanno una data nel testo.} one {1 risultato non ha una data nel testo e non sta nel disegno.} other {# risultati non hanno una data nel testo e non stanno nel disegno.}}',
    nothing: 'Nessun risultato di questa edizione ha una scadenza nel testo.',
    noChapter: 'Senza capitolo',
  },
  en: {
    lead: 'Each mark is a due date of a chapter’s results: its shape tells the worst state among the results due that day, its number how many they are, the line where we are.',
    chart: 'Due dates of the results by chapter and state. The table below tells the other states too.',
    table: 'The same due dates, as a table',
    chapter: 'Chapter',
    day: 'Due',
    results: 'Results',
    states: 'State',
    actions: 'Actions',
    undated:
      '{count, plural, =0 {Every result has a date in the text.} one {1 result has no date in the text and is not in the drawing.} other {# results have no date in the text and are not in the drawing.}}',
    nothing: 'No result of this edition has a due date in the text.',
    noChapter: 'No chapter',
  },
})
