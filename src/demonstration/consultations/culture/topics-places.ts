import type { Topic } from '../sample.ts'

export const topicsOfPlaces: readonly Topic[] = [
  {
    key: 'why',
    at: '1',
    sees: [
      'L’analisi di partenza è onesta: i luoghi piccoli sono davvero la maggioranza e di solito nei piani non compaiono.',
      'La premessa parla bene dei musei e quasi per nulla di archivi e biblioteche, che pure sono nel perimetro.',
      'Mi convince che si parta da ciò che è successo in primavera, invece che da un elenco di tecnologie.',
    ],
    lives: [
      'Durante la chiusura ho provato a sapere quando avrebbe riaperto la raccolta del mio paese: nessun sito lo diceva.',
      'Nel mio istituto abbiamo gestito la riapertura con un quaderno e due telefoni.',
      'Ho visto colleghe copiare gli stessi numeri in quattro tabelle diverse, ogni lunedì.',
    ],
    asks: [
      'Aggiungete due righe su archivi e biblioteche, con qualche numero.',
      'Sarebbe utile citare le fonti delle cifre, anche in nota.',
      'Dite subito, già nella premessa, chi decide e chi paga.',
    ],
  },
  {
    key: 'vision',
    at: '2.1',
    sees: [
      '«Un posto solo» si può capire come un altro portale nazionale, e di portali ne abbiamo già visti morire.',
      'La visione è concreta: si capisce che cosa cambia per chi parte la mattina con due bambini.',
      'Il 2022 è vicino e il testo non distingue ciò che è certo da ciò che si spera.',
    ],
    lives: [
      'Per una gita di un giorno la settimana scorsa ho aperto sette pagine diverse.',
      'Abito in una regione di confine e metà delle informazioni che mi servono stanno in un altro Stato.',
      'Lavoro in un ufficio turistico: ogni mattina ricomponiamo a mano quello che qui si promette.',
    ],
    asks: [
      'Scrivete che il posto solo è il dato, non il sito: ognuno poi lo mostra dove vuole.',
      'Indicate tre traguardi intermedi, uno per anno.',
      'Prevedete da subito le lingue delle minoranze e quelle di chi sta oltre confine.',
    ],
  },
  {
    key: 'perimeter-private',
    at: '3.1',
    sees: [
      'L’adesione dei musei privati ed ecclesiastici è detta in mezza riga, ma in molte città sono i luoghi più visitati.',
      'Non è chiaro se una casa museo gestita da una fondazione stia dentro o al confine.',
      'Bene aver incluso gli uffici turistici: sono quelli che rispondono davvero alle persone.',
    ],
    lives: [
      'Curo una piccola raccolta parrocchiale aperta due pomeriggi la settimana: vorremmo esserci, ma non sappiamo a chi chiedere.',
      'Nella mia città il duomo e il suo museo non compaiono in nessun elenco comunale.',
      'La fondazione per cui lavoro ha già risposto a tre censimenti diversi.',
    ],
    asks: [
      'Serve una pagina che dica come si aderisce, con quali obblighi e quali vantaggi.',
      'Proponete un accordo tipo con le diocesi, da firmare una volta sola.',
      'Considerate aderenti fin d’ora i musei già riconosciuti dalle Regioni.',
    ],
  },
  {
    key: 'perimeter-shows',
    at: '3.3',
    sees: [
      'Lasciare fuori lo spettacolo dal vivo è un errore: d’estate i concerti sono dentro i siti archeologici.',
      'Capisco la scelta di restringere il perimetro, ma i festival e le rassegne portano più visite delle mostre.',
      'Il confine tra evento e spettacolo, così com’è scritto, non regge alla prima rassegna estiva.',
    ],
    lives: [
      'Organizzo una rassegna in un anfiteatro: il biglietto della visita e quello del concerto non si parlano.',
      'A luglio sono arrivata al parco e l’ho trovato chiuso per le prove di uno spettacolo.',
      'Nel nostro teatro antico metà degli ingressi dell’anno si fa in venti sere.',
    ],
    asks: [
      'Fate entrare almeno le date degli spettacoli che cambiano l’apertura di un luogo.',
      'Basterebbe spostarlo tra le cose al confine.',
      'Chiarite che gli eventi dentro i luoghi della cultura fanno parte dell’ecosistema.',
    ],
  },
  {
    key: 'identifiers',
    at: '4.1',
    sees: [
      'L’identificativo come indirizzo sul web è la scelta giusta, purché qualcuno garantisca che resti in piedi tra vent’anni.',
      'Manca il rapporto con gli identificativi già usati fuori dall’Italia.',
      'Il paragrafo non dice che cosa succede quando un luogo si divide in due o due opere risultano la stessa.',
    ],
    lives: [
      'Nella mia tesi ho incrociato due elenchi di chiese: un terzo dei nomi non coincideva.',
      'Gestiamo un catalogo di quarantamila schede e ogni fusione ci costa mesi.',
      'Collaboro a un progetto di dati liberi: ogni volta che un ente cambia sito perdiamo migliaia di collegamenti.',
    ],
    asks: [
      'Scrivete una regola di permanenza, con l’impegno dell’ente che la firma.',
      'Pubblicate le corrispondenze con i sistemi internazionali di autorità.',
      'Prevedete lo stato «sostituito da», senza cancellare mai un identificativo.',
    ],
  },
  {
    key: 'table-updates',
    at: '4.2',
    sees: [
      'Tre mesi sono troppi per una tabella che altri sistemi leggono ogni notte.',
      'Bene la tabella aperta, ma non è detto con quale licenza.',
      'Affidare la cura a una persona per Regione è fragile: basta un trasferimento.',
    ],
    lives: [
      'Nella nostra Regione la persona che teneva il registro è andata in pensione e per un anno nessuno lo ha toccato.',
      'Usiamo già la prima tabella pubblicata dal tavolo: è utile, e piena di doppioni.',
      'Ho segnalato un museo con le coordinate nel mare: non so se qualcuno ha letto.',
    ],
    asks: [
      'Aggiornatela ogni mese, e subito quando un luogo chiude.',
      'Mettete una licenza che permetta qualsiasi riuso e dite come citare la fonte.',
      'Nominate un ufficio, non una persona, e pubblicate a chi si scrive.',
    ],
  },
  {
    key: 'hours',
    at: '5.1',
    sees: [
      'Il quarto d’ora è ambizioso e giusto: quando si chiude per un temporale, dopo due ore è inutile.',
      'Il calendario unico funziona solo se anche i grandi servizi di mappe lo leggono, e il testo non lo dice.',
      'Orari e capienza insieme sono due cose diverse: la prima cambia ogni mese, la seconda ogni minuto.',
    ],
    lives: [
      'Domenica ho fatto sessanta chilometri per un museo dato per aperto ovunque: era chiuso da marzo.',
      'Il nostro museo apre su richiesta, e nessun modulo che ho visto finora lo prevede.',
      'Tengo aperta una biblioteca di paese: cambio orario quattro volte l’anno e non lo so dire a nessuno in una volta sola.',
    ],
    asks: [
      'Prevedete il caso «aperto su richiesta», con un numero da chiamare.',
      'Prendete accordi con chi fa mappe, e scrivetelo nel documento.',
      'Tenete separati gli orari dalla capienza.',
    ],
  },
  {
    key: 'simple-page',
    at: '5.2',
    sees: [
      'La pagina semplice per chi non ha un sistema è la parte più utile di tutto il documento.',
      'Una pagina in più da compilare non è una semplificazione, se le altre restano.',
      'Dal telefono va bene, ma in molte sale con i muri spessi non c’è campo.',
    ],
    lives: [
      'Siamo in due volontari: se entro in un sito con la mia identità digitale, chi mi sostituisce quando manco?',
      'Il Comune ci ha dato un sistema tre anni fa e nessuno ricorda più la parola d’ordine.',
      'Apro io la torre civica e l’unico computer è in municipio.',
    ],
    asks: [
      'Permettete di delegare più persone per lo stesso luogo.',
      'Fate una prova con trenta musei piccoli prima di partire.',
      'Deve funzionare anche con una telefonata allo sportello di aiuto.',
    ],
  },
  {
    key: 'no-again',
    at: '5.3',
    sees: [
      'Finalmente una frase con un divieto e una data: nessuno ci chieda di nuovo gli stessi orari.',
      'Il divieto vale per le amministrazioni dell’ecosistema, ma a chiederci dati sono anche altri enti.',
      'Senza una sanzione, o almeno un posto dove segnalarlo, il divieto resterà sulla carta.',
    ],
    lives: [
      'Solo nel 2019 ho compilato undici questionari con gli stessi campi.',
      'L’ufficio statistico, la Regione e l’associazione dei Comuni ci scrivono nella stessa settimana.',
      'Ho una collega che al questionario annuale dedica tre giorni interi.',
    ],
    asks: [
      'Aggiungete un indirizzo a cui mandare le richieste ripetute, e pubblicate quante sono.',
      'Anticipate la data all’autunno.',
      'Estendete la regola a visite, personale e collezioni.',
    ],
  },
  {
    key: 'records',
    at: '6.1',
    sees: [
      'L’interfaccia pubblica sulle schede è attesa da anni: bene la data e il nome di chi risponde.',
      'Non tutte le schede si possono aprire: alcune dicono dove sta un’opera in una chiesa isolata.',
      'Il testo non dice in quale formato si leggono le schede, e senza quello è una promessa vuota.',
    ],
    lives: [
      'Per un articolo ho copiato a mano duecento schede dallo schermo.',
      'Un anno fa nella nostra pieve è stato rubato un dipinto che una scheda pubblica descriveva troppo bene.',
      'Sviluppo un’applicazione per sentieri d’arte: oggi leggo le pagine come farebbe un visitatore, e si rompe ogni mese.',
    ],
    asks: [
      'Definite quali campi restano riservati per ragioni di sicurezza.',
      'Adottate un formato internazionale, e pubblicate la corrispondenza.',
      'Permettete di scaricare tutto in blocco, non solo scheda per scheda.',
    ],
  },
  {
    key: 'images',
    at: '6.2',
    sees: [
      'Il riuso anche commerciale delle immagini di pubblico dominio è una svolta: difendetela.',
      'Il riuso libero toglie ai musei piccoli una delle poche entrate proprie.',
      '«Alta definizione» non significa nulla se non si scrive un numero.',
    ],
    lives: [
      'Il nostro archivio incassa ottomila euro l’anno di riproduzioni, e ne spende di più per riscuoterli.',
      'Ho rinunciato a pubblicare un libro di storia locale per il costo delle fotografie.',
      'Stampo cartoline: tre permessi diversi per tre quadri della stessa sala.',
    ],
    asks: [
      'Scrivete una soglia in punti, uguale per tutti.',
      'Prevedete un fondo che compensi per due anni chi perde entrate.',
      'Il tariffario unico va pubblicato insieme alla strategia, non dopo.',
    ],
  },
  {
    key: 'search',
    at: '6.3',
    sees: [
      'La ricerca comune tra archivi, biblioteche e musei è la parte meno spiegata e la più difficile.',
      'Rispettare i cataloghi di ciascuno è saggio: le fusioni imposte non funzionano.',
      'Non si capisce se gli archivi privati e quelli ecclesiastici siano compresi.',
    ],
    lives: [
      'Cerco notizie su un antenato minatore: la stessa famiglia è in quattro archivi, con quattro grafie.',
      'Insegno in una scuola media e vorrei che la ricerca fosse usabile anche da ragazzi di dodici anni.',
      'Nella nostra biblioteca la metà delle domande finisce con «provi anche in archivio».',
    ],
    asks: [
      'Cominciate da un territorio solo e pubblicate i risultati.',
      'Fate vedere perché un risultato compare prima di un altro.',
      'Prevedete varianti dei nomi e dei luoghi.',
    ],
  },
]
