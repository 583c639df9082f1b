import type { Topic } from '../sample.ts'

export const topicsOfServices: readonly Topic[] = [
  {
    key: 'booking',
    at: '7.1',
    sees: [
      'Poter spostare o disdire fino al giorno prima è la cosa che mi è mancata di più quest’estate.',
      'Prenotare per forza toglie il piacere di entrare in un museo passando per caso.',
      'Il termine del giorno prima è troppo rigido per chi viaggia con bambini piccoli o con una persona malata.',
    ],
    lives: [
      'Ho perso quaranta euro di biglietti perché mia figlia aveva la febbre.',
      'Accompagno gruppi di anziani: tra prenotare e arrivare passano due mesi, e i nomi cambiano sempre.',
      'Al museo civico mi hanno mandato via con tre sale vuote: la fascia oraria risultava piena.',
    ],
    asks: [
      'Portate il termine a due ore prima.',
      'Lasciate sempre una quota di posti senza prenotazione.',
      'Prevedete la lista d’attesa: chi disdice libera il posto per un altro.',
    ],
  },
  {
    key: 'phone',
    at: '7.2',
    sees: [
      'Il diritto a prenotare per telefono e allo sportello va scritto così, senza eccezioni.',
      'Bene il principio, ma un museo con due addetti non può rispondere al telefono mentre apre le sale.',
      'Il testo dovrebbe dire anche in quali orari si risponde.',
    ],
    lives: [
      'Mia madre ha ottantuno anni, visita più musei di me e non ha una carta di credito.',
      'Ho chiamato sei volte in tre giorni: la segreteria rimandava al sito.',
      'Nel nostro circolo su cinquanta soci dodici non usano Internet.',
    ],
    asks: [
      'Un solo numero nazionale, con persone e non con un albero di tasti.',
      'Fate rispondere lo sportello di aiuto al posto dei luoghi piccoli.',
      'Permettete di pagare all’ingresso, anche in contanti.',
    ],
  },
  {
    key: 'tickets',
    at: '7.3',
    sees: [
      'Lo scambio dei titoli tra biglietterie è il cuore della strategia, e ha una riga sola sui conti.',
      'Chi possiede già una carta cittadina vuole sapere se varrà ancora.',
      'Se i conti si chiudono ogni mese i piccoli anticipano denaro che non hanno.',
    ],
    lives: [
      'In un fine settimana ho comprato cinque biglietti in cinque siti e mi sono registrato cinque volte.',
      'Amministriamo un museo comunale: l’ultimo accordo con il museo statale accanto ha richiesto due anni.',
      'Vendiamo la carta della città: il venti per cento delle proteste riguarda luoghi che non la riconoscono.',
    ],
    asks: [
      'Chiudete i conti ogni settimana, almeno per chi incassa poco.',
      'Dite che le carte cittadine restano valide e diventano un titolo come gli altri.',
      'Pubblicate le regole con cui l’incasso si divide.',
    ],
  },
  {
    key: 'counter',
    at: '7.4',
    sees: [
      'Il contatore pubblico dei posti liberi serve anche a chi decide se spostarsi.',
      'Un contatore sbagliato è peggio di nessun contatore: chi controlla che torni?',
      'Per un parco con tre ingressi e nessun tornello il conteggio in tempo reale non esiste.',
    ],
    lives: [
      'Ad agosto siamo tornati indietro dal sentiero: dentro c’erano duecento persone e il sito ne mostrava quaranta.',
      'Guido pullman turistici: sapere un’ora prima che non si entra mi risparmia una giornata.',
      'Facciamo il conto con i gettoni di legno, e non scherzo.',
    ],
    asks: [
      'Mostrate quando il numero è stato aggiornato.',
      'Per i luoghi aperti basterebbero tre gradi: libero, affollato, pieno.',
      'Aiutate chi deve comprare contapersone.',
    ],
  },
  {
    key: 'fee',
    at: '7.5',
    sees: [
      'Il tetto del cinque per cento alla commissione è benvenuto: oggi su un biglietto da sei euro ne pago due.',
      'Un tetto in percentuale sui biglietti da due euro non copre nemmeno il costo del pagamento.',
      'La commissione dovrebbe gravare su chi vende, non su chi compra.',
    ],
    lives: [
      'Per quattro ingressi gratuiti mi hanno chiesto otto euro di prevendita.',
      'Gestiamo una biglietteria: il solo incasso con carta ci costa quasi il due per cento.',
      'Con la scuola abbiamo pagato più di prevendita che di laboratorio.',
    ],
    asks: [
      'Vietate ogni commissione sugli ingressi gratuiti.',
      'Fissate un massimo anche in centesimi.',
      'Obbligate a pubblicare quanto incassa chi gestisce la prevendita.',
    ],
  },
  {
    key: 'accessibility',
    at: '8.1',
    sees: [
      'Misure e fotografie invece di un simbolo: è quello che chiediamo da anni.',
      'L’elenco dimentica chi ha disturbi dello spettro autistico e chi si stanca presto.',
      'La scheda parla di luoghi, ma spesso l’ostacolo è il tratto dalla fermata alla porta.',
    ],
    lives: [
      'Uso una carrozzina elettrica: «accessibile» per me ha voluto dire tre gradini e molta gentilezza.',
      'Mio figlio ha bisogno di sapere prima dove c’è una stanza tranquilla.',
      'Sono sorda dalla nascita: il video senza sottotitoli nella prima sala mi esclude da tutta la visita.',
    ],
    asks: [
      'Aggiungete luci, rumori, sedute e una stanza di calma.',
      'Includete il percorso dalla fermata o dal parcheggio.',
      'Fate scegliere a chi legge che cosa vedere per primo nella scheda.',
    ],
  },
  {
    key: 'access-check',
    at: '8.2',
    sees: [
      'La verifica affidata alle associazioni è giusta, ma va pagata: il nostro tempo vale.',
      'Sei mesi dall’adesione per la scheda sono lunghi, per un’informazione di una pagina.',
      'Due anni tra una verifica e l’altra non bastano nei luoghi con cantieri aperti.',
    ],
    lives: [
      'La nostra associazione ha provato sessanta luoghi in un anno, tutti a spese dei soci.',
      'Il nostro museo ha compilato la scheda in due ore, con un metro e un telefono.',
      'Ho trovato l’ascensore fermo da otto mesi, e la pagina diceva «accessibile».',
    ],
    asks: [
      'Prevedete un compenso per chi verifica.',
      'Portate il termine a tre mesi.',
      'Permettete a chi visita di segnalare che qualcosa non è più vero, con una data.',
    ],
  },
  {
    key: 'guests',
    at: '9.1',
    sees: [
      'Un solo invio per gli ospiti: aspettiamo di vederlo, lo promettono dal 2012.',
      'L’invio unico funziona se vale anche per l’imposta di soggiorno, che però è dei Comuni.',
      'Il testo tace sugli affitti brevi, che ormai sono metà dei letti.',
    ],
    lives: [
      'Ho una pensione con undici camere: la sera passo quaranta minuti a scrivere gli stessi nomi in tre siti.',
      'La Regione mi ha multato per un invio in ritardo di dati che la questura aveva già.',
      'Affitto due stanze nella casa di mia nonna e non ho mai capito a chi devo dire che cosa.',
    ],
    asks: [
      'Fate entrare l’imposta di soggiorno nello stesso invio.',
      'Scrivete che i gestionali degli alberghi possono mandare i dati da soli.',
      'Fissate la data prima dell’estate del 2021.',
    ],
  },
  {
    key: 'presence',
    at: '9.2',
    sees: [
      'Dati per zona e per settimana entro trenta giorni: per chi programma è la differenza tra decidere e indovinare.',
      'Trenta giorni sono già tardi per chi deve decidere gli orari del fine settimana.',
      'Nei Comuni con tre alberghi il dato aggregato rivela gli affari di ciascuno.',
    ],
    lives: [
      'Da assessore scopro a ottobre com’è andata l’estate dell’anno prima.',
      'Noleggiamo biciclette: compriamo i numeri da una società di telefoni.',
      'Nel nostro borgo la zona più piccola possibile siamo noi.',
    ],
    asks: [
      'Pubblicate una stima dopo sette giorni e il dato definitivo dopo.',
      'Stabilite un numero minimo di strutture sotto il quale la zona si allarga.',
      'Date gli stessi numeri a tutti, nello stesso giorno.',
    ],
  },
]
