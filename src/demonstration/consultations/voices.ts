/** How people begin when they say who they are. No word of them tells whether a woman or a man writes. */
export const voices: readonly string[] = [
  'Gestisco una casa di ospitalità con cinque camere in collina.',
  'Faccio la guida in una città d’arte da diciannove anni.',
  'Lavoro alla cassa di un museo statale.',
  'Insegno storia in un istituto tecnico.',
  'Visito un museo al mese, quasi sempre con i nipoti.',
  'Mi occupo di cultura in un Comune di quattromila abitanti.',
  'Scrivo programmi per una piccola società che lavora con i musei.',
  'Studio beni culturali, terzo anno.',
  'Dirigo una biblioteca di quartiere.',
  'Faccio volontariato nella pro loco del mio paese.',
  'Accompagno scolaresche da un piccolo parco archeologico.',
  'Lavoro da sette anni in un archivio di Stato.',
  'Sono in pensione e tengo aperto un museo contadino con altri tre.',
  'Ho un’agenzia di viaggi lenti, a piedi e in treno.',
  'Restauro carta e pergamene.',
  'Mi muovo in carrozzina e viaggio molto.',
  'Abito sopra un museo, e ne vedo le file dalla finestra.',
  'Mi occupo di dati in un ufficio regionale.',
  'Curo le collezioni di un museo universitario.',
  'Ho due figli piccoli e poco tempo.',
  'Guido un pullman turistico.',
  'Fotografo monumenti, per passione e un po’ per mestiere.',
  'Lavoro nell’ufficio di informazione turistica di un lago.',
  'Catalogo opere per una cooperativa, un progetto dopo l’altro.',
  'Faccio ricerca sulla storia dell’arte medievale.',
]

/** How organisations begin. */
export const openings: readonly string[] = [
  'Scriviamo dopo averne discusso con i soci.',
  'Il nostro consiglio direttivo ha letto il documento e ne condivide l’impianto.',
  'Riportiamo quanto emerso in una riunione con chi lavora ogni giorno in sala.',
  'Abbiamo messo a confronto il testo con la nostra esperienza degli ultimi cinque anni.',
  'La nostra osservazione riguarda un punto solo.',
]

export const closings: readonly string[] = [
  'Grazie a chi leggerà fino in fondo.',
  'Buon lavoro.',
  'Se serve, posso raccontare meglio il caso.',
  'Per il resto il documento mi pare un passo avanti.',
  'Spero che questa volta si arrivi in fondo.',
]

const given =
  'Adele Agnese Alba Aldo Alessio Alice Amedeo Angela Arturo Bianca Bruno Camilla Carla Cesare Cinzia Claudio Corrado Cristina Damiano Daria Debora Diego Donata Edoardo Elisa Elsa Emanuele Enza Ettore Eugenia Fabrizio Fausta Flavia Franco Gaia Gemma Gino Giorgia Giulio Greta Guido Ilenia Ines Ivan Katia Lara Lea Leonardo Lidia Loris Lucio Maddalena Manlio Marica Matteo Mirella Nico Noemi Oreste Ottavia Patrizia Piero Raffaele Rita Rocco Romina Sabina Sergio Silvio Stella Tea Tullio Ugo Vera Vito Viola Walter Zeno'.split(
    ' ',
  )

const family =
  'Abbiati Accorsi Agostini Alfonsi Amorosi Balducci Baratto Bertolini Bevilacqua Bocchi Bonfiglio Bordin Brambati Calvani Camozzi Canali Caprioli Carboni Casadei Cavalli Ceccarini Cinelli Colasanti Coppini Cordero Cossu Danesi Delfini Donini Falcone Farina Fenoglio Ferretti Fioravanti Foresti Galimberti Gandolfi Garau Gasparri Gherardi Giacomelli Giordani Govoni Grandi Iacobelli Landini Leonardi Locatelli Lupi Maffei Mancuso Marchesi Masini Melis Merlo Mirabelli Montalto Morandi Nardini Negroni Olivieri Orlandi Pagnini Palmieri Pavesi Pellegrini Piras Poggi Quartieri Raimondi Ravenna Ricci Rinaldi Rossini Sabatini Salerno Santini Scarpa Serafini Spadoni Taddei Tonelli Tosi Urbani Vaccari Valenti Vigano Zanetti Zucchi'.split(
    ' ',
  )

/** The name of the nth invented person: seventy-eight times ninety-one names before any comes again. */
export function nameOf(n: number): string {
  return `${given[n % given.length]} ${family[(n * 37 + Math.floor(n / given.length)) % family.length]}`
}
