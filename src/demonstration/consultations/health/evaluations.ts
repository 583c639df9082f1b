/** What some of those who took part thought of how they were consulted: easy, clear, heard, again, and a few words. */
export interface SampleEvaluation {
  readonly easy: number
  readonly clear: number
  readonly heard: number
  readonly again: boolean
  readonly comment?: string
}

const told: readonly (readonly [number, number, number, boolean, string?])[] = [
  [5, 4, 5, true, 'La mia frase è finita nel testo. Non me l’aspettavo.'],
  [4, 4, 4, true],
  [4, 3, 2, true, 'Risposta gentile, ma è un no.'],
  [2, 4, 3, true, 'Dal telefono ho fatto fatica a scegliere le parole.'],
  [5, 5, 5, true],
  [3, 2, 1, false, 'Avevate già deciso tutto.'],
  [4, 4, 5, true, 'Si vede che cosa è cambiato e perché. Dovrebbero farlo tutti.'],
  [4, 5, 4, true],
  [3, 3, 3, true],
  [5, 4, 4, true, 'Bene poter allegare la delibera una volta sola.'],
  [1, 3, 2, false, 'Troppi passaggi per dire una cosa sola.'],
  [4, 4, 4, true],
  [5, 5, 4, true],
  [3, 4, 3, true, 'Sei settimane per una risposta sono tante, ma è arrivata.'],
  [4, 3, 4, true],
  [5, 4, 5, true, 'Avrei preferito scrivere in tedesco.'],
  [4, 4, 2, false],
  [2, 2, 3, true, 'Ho dovuto farmi aiutare da mio nipote.'],
  [4, 5, 5, true],
  [5, 4, 4, true],
  [3, 4, 4, true],
]

export const healthEvaluations: readonly SampleEvaluation[] = told.map(([easy, clear, heard, again, comment]) => ({
  ...{ easy, clear, heard, again },
  ...(comment ? { comment } : {}),
}))
