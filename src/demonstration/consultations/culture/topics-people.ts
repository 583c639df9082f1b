import type { Topic } from '../sample.ts'

export const topicsOfPeople: readonly Topic[] = [
  {
    key: 'interfaces',
    at: '10.1',
    sees: [
      'Due anni di vita per ogni versione sono un impegno serio: è ciò che serve per investirci.',
      'Gratuite va bene, ma dite con quali limiti d’uso, altrimenti le intasano i grandi.',
      'L’ambiente di prova è citato di passaggio e invece è metà del lavoro.',
    ],
    lives: [
      'Siamo quattro sviluppatori: ogni museo nuovo ci costa tre settimane di integrazione.',
      'Un’interfaccia pubblica che usavamo è sparita in un fine settimana, senza un avviso.',
      'In Finlandia abbiamo collegato ottanta biblioteche in un mese con una specifica di dodici pagine.',
    ],
    asks: [
      'Pubblicate dati finti ma realistici per le prove.',
      'Avvisate almeno sei mesi prima di spegnere qualcosa.',
      'Mettete in chiaro limiti, tempi di risposta e a chi si scrive quando si rompe.',
    ],
  },
  {
    key: 'contract',
    at: '10.2',
    sees: [
      'Il contratto comune è una buona idea purché non sia scritto su misura per i fornitori di sempre.',
      'Vietare condizioni diverse toglie ai musei la possibilità di chiedere di più quando serve.',
      'Un’impresa giovane non ha le fideiussioni che di solito stanno in questi contratti.',
    ],
    lives: [
      'Per lavorare con cinque Comuni ho firmato cinque convenzioni, la più corta di trentotto pagine.',
      'La nostra cooperativa ha perso un bando per una certificazione che costa più del bando.',
      'Come museo abbiamo ereditato un fornitore che non ci restituisce i nostri dati.',
    ],
    asks: [
      'Mettete il contratto in consultazione prima di adottarlo.',
      'Scrivete che i dati restano del luogo e si portano via in qualsiasi momento.',
      'Prevedete una soglia sotto la quale non servono garanzie.',
    ],
  },
  {
    key: 'privacy',
    at: '11.1',
    sees: [
      '«Basta un nome, quando serve» è la frase più bella del documento.',
      'Se serve per rintracciare i contatti, il telefono va chiesto: non fate promesse che la sanità smentirà.',
      'Il profilo volontario può diventare obbligatorio di fatto, come è già successo altrove.',
    ],
    lives: [
      'Per una mostra gratuita mi hanno chiesto codice fiscale, professione e titolo di studio.',
      'Da un anno ricevo pubblicità da un museo in cui sono entrato una volta.',
      'Lavoro alla cassa e devo chiedere la data di nascita anche a chi ha evidentemente sessant’anni.',
    ],
    asks: [
      'Scrivete che senza profilo si può fare tutto.',
      'Chiarite chi è il titolare dei dati, luogo per luogo.',
      'Riducete i trenta giorni a sette.',
    ],
  },
  {
    key: 'help-desk',
    at: '12.1',
    sees: [
      'Uno sportello che risponde la domenica è la prova che chi scrive conosce i musei.',
      'Lo sportello va bene, ma con quante persone, e pagato da chi?',
      'Senza un tempo massimo di risposta lo sportello è un indirizzo di posta.',
    ],
    lives: [
      'A Ferragosto la cassa si è bloccata e abbiamo fatto entrare tutti gratis.',
      'L’ultima volta che ho chiamato un’assistenza pubblica mi hanno richiamato dopo nove giorni.',
      'Nel mio museo se si ferma la rete sono io, e io sono una storica dell’arte.',
    ],
    asks: [
      'Fissate un’ora per i guasti che impediscono di entrare.',
      'Pubblicate ogni mese quante richieste arrivano e quante si chiudono.',
      'Mettete insieme le richieste uguali: le risposte siano pubbliche.',
    ],
  },
  {
    key: 'training',
    at: '12.3',
    sees: [
      'Due persone per Regione non bastano per la Lombardia e avanzano per il Molise.',
      'Corsi brevi, in orario di lavoro e che restano in linea: è il modo giusto.',
      'Mancano gli studenti: chi esce oggi da beni culturali non sa che cosa sia un identificativo.',
    ],
    lives: [
      'Ho seguito sei corsi in tre anni, tutti il sabato.',
      'Insegno catalogazione: i miei studenti imparano su programmi che nessun museo usa più.',
      'Sono l’unico tecnico di un sistema di ventidue musei.',
    ],
    asks: [
      'Calcolate le persone in base ai luoghi, non alle Regioni.',
      'Fate un accordo con le università per i tirocini.',
      'Riconoscete le ore di formazione a chi lavora nelle cooperative.',
    ],
  },
  {
    key: 'money',
    at: '13.2',
    sees: [
      'Metà delle risorse ai luoghi piccoli è una scelta coraggiosa, se resta scritta anche nei bandi.',
      'Trentotto milioni in due anni per migliaia di luoghi fanno poche centinaia di euro l’uno.',
      'Non si dice chi paga il funzionamento dopo il 2021.',
    ],
    lives: [
      'Nel nostro Comune il bilancio della cultura è di novemila euro.',
      'Abbiamo avuto un sistema bellissimo con i fondi europei: finito il progetto, spento.',
      'Ho scritto bandi per vent’anni: un museo con un addetto non può partecipare a nessuno.',
    ],
    asks: [
      'Date il contributo senza bando, a chi aderisce.',
      'Scrivete la spesa annua di esercizio e chi la copre.',
      'Pubblicate chi ha ricevuto quanto, ogni sei mesi.',
    ],
  },
  {
    key: 'account',
    at: '13.4',
    sees: [
      'Tre misure sole, e tutte verificabili: per una volta si potrà dire se è andata bene.',
      'Contare i luoghi con orari aggiornati non dice se gli orari sono giusti.',
      'Un rendiconto ogni sei mesi è raro; aggiungete chi lo controlla.',
    ],
    lives: [
      'Ho letto otto piani digitali: nessuno diceva che cosa non era riuscito.',
      'Il sito di un programma che seguivo è sparito insieme ai suoi risultati.',
      'Da giornalista chiedo dati da due anni, e ricevo comunicati.',
    ],
    asks: [
      'Pubblicate anche i dati grezzi, non solo il rapporto.',
      'Aggiungete una misura della soddisfazione, chiesta a caso all’uscita.',
      'Fate controllare un campione di orari da qualcuno che ci va davvero.',
    ],
  },
]
