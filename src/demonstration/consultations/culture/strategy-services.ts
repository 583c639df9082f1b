import { about, heading, listed, paragraph, type SampleBlock } from '../../texts/sample.ts'

/** The second half: services, people, money, time. */
export const cultureServices: readonly SampleBlock[] = [
  heading(1, 'Prenotazioni e biglietti'),
  paragraph(
    'La prenotazione funziona allo stesso modo in ogni luogo che aderisce: si sceglie il giorno e l’ora, si può spostare o disdire fino al giorno prima, si riceve una conferma che vale all’ingresso.',
  ),
  paragraph('Prenotare resta possibile per telefono e allo sportello. Nessun luogo aderente accetta soltanto la prenotazione in linea.'),
  paragraph(
    'Le biglietterie si scambiano i titoli: chi vende un biglietto può venderne uno valido anche altrove. I conti tra gli enti si chiudono ogni mese, con i pagamenti elettronici della pubblica amministrazione.',
  ),
  paragraph('I posti liberi di un luogo sono la somma di quelli venduti da tutti i canali. Il contatore è pubblico.'),
  paragraph('La commissione a carico di chi compra non supera il cinque per cento del prezzo e si vede prima di pagare.'),

  heading(1, 'Accessibilità'),
  paragraph(
    'Ogni luogo ha una scheda di accessibilità con misure e fotografie: gradini, larghezza dei passaggi, pendenze, servizi igienici, percorsi tattili, lingua dei segni, testi facili da leggere.',
  ),
  paragraph(
    'La scheda si compila entro sei mesi dall’adesione ed è verificata, almeno una volta ogni due anni, da un’associazione di persone con disabilità.',
  ),
  paragraph('I servizi digitali dell’ecosistema rispettano le linee guida sull’accessibilità e pubblicano la propria dichiarazione.'),

  heading(1, 'L’accoglienza di chi viaggia'),
  about(
    paragraph(
      'Gli arrivi nelle strutture ricettive si comunicano una volta sola. Da quell’invio ogni amministrazione prende ciò che la norma le riconosce.',
    ),
    'alloggiati',
  ),
  paragraph('Presenze e visite, in forma aggregata, tornano a Comuni e imprese entro trenta giorni, per zona e per settimana.'),
  paragraph('Gli uffici di informazione turistica usano gli stessi dati dei siti: orari, posti liberi, eventi, mezzi pubblici.'),
  paragraph('Le informazioni essenziali sono almeno in italiano e in inglese, con testi riletti da una persona.'),

  heading(1, 'Le interfacce e le imprese'),
  paragraph(
    'Le interfacce dell’ecosistema sono documentate, gratuite e provate in un ambiente aperto a tutti. Una versione resta in funzione almeno due anni dopo l’uscita della successiva.',
  ),
  paragraph(
    'Un’impresa si registra una volta per tutti i luoghi. Gli enti non chiedono condizioni diverse da quelle del contratto comune.',
  ),
  paragraph('Il codice sviluppato con denaro pubblico è pubblicato con una licenza aperta.'),
  ...listed('Luoghi e orari: da ottobre 2020.', 'Schede e immagini: da marzo 2021.', 'Posti liberi e biglietti: da giugno 2021.'),

  heading(1, 'I dati personali'),
  paragraph(
    'Per visitare basta un nome, quando serve. Nessun luogo chiede il documento, la data di nascita o il telefono, se la legge non lo impone.',
  ),
  paragraph('I dati delle prenotazioni si cancellano trenta giorni dopo la visita. Le statistiche si fanno su numeri, non su persone.'),
  paragraph('Chi vuole ritrovare le proprie visite può tenere un profilo, che resta suo: lo scarica e lo cancella da sé.'),

  heading(1, 'Persone e competenze'),
  paragraph('Uno sportello di aiuto risponde anche il sabato e la domenica, quando i musei sono aperti.'),
  paragraph(
    'I musei con meno di cinque addetti ricevono un pacchetto pronto: calendario, prenotazione, scheda di accessibilità, una giornata di affiancamento.',
  ),
  paragraph(
    'Ogni Regione forma almeno due persone che accompagnano i luoghi del proprio territorio. I corsi sono brevi, in orario di lavoro, e restano in linea.',
  ),
  paragraph(
    'Nei bandi dell’ecosistema la catalogazione è un lavoro pagato: non si chiede a volontari e tirocinanti di sostituire i catalogatori.',
  ),

  heading(1, 'Governo, risorse e tempi della strategia'),
  paragraph('Il gruppo di lavoro decide, il tavolo tecnico propone, il tavolo di monitoraggio controlla. I verbali sono pubblici.'),
  paragraph('Le risorse per il 2020 e il 2021 sono di 38 milioni di euro: la metà va ai luoghi con meno di cinque addetti.'),
  {
    kind: 'table',
    level: 0,
    source:
      '| Che cosa | Quando | Chi risponde |\n| --- | --- | --- |\n| Identificativi dei luoghi | dicembre 2020 | Istituto per il catalogo |\n| Calendario unico | ottobre 2020 – giugno 2021 | Ministero, Regioni |\n| Prenotazione comune | marzo 2021 | Ministero |\n| Biglietterie che si parlano | giugno 2021 | Ministero, Comuni |\n| Arrivi comunicati una volta | settembre 2021 | Turismo, Interno |',
  },
  paragraph(
    'Ogni sei mesi il gruppo pubblica che cosa è fatto, che cosa è in ritardo e perché. Tre misure valgono per tutte: luoghi con orari aggiornati, biglietti validi in più enti, schede di accessibilità verificate.',
  ),
  paragraph(
    'Chi usa i servizi può segnalare un dato sbagliato da ogni pagina. Le segnalazioni e le correzioni si contano e si pubblicano.',
  ),
  paragraph('La strategia si rivede ogni anno, con una consultazione sulle parti che cambiano.'),
]
