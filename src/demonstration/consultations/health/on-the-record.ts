import type { Subject } from './sample.ts'

/** What was written on the record and on prescriptions. */
export const onTheRecord: readonly Subject[] = [
  {
    topic: 'accredited',
    at: '3.1',
    said: [
      {
        words: 'strutture pubbliche',
        text: 'Faccio le analisi in un laboratorio privato accreditato, come quasi tutti nel mio quartiere: se il fascicolo prende solo il pubblico, il mio resterà vuoto.',
        who: 'Luca Ansaldi',
      },
      { text: 'Scrivete anche entro quanti giorni il referto deve comparire. A me è arrivato dopo sette settimane.' },
      { words: 'strutture pubbliche', text: 'Le strutture accreditate fanno metà delle prestazioni. Vanno nominate.' },
      { text: 'Mio padre è stato dimesso da una clinica convenzionata e la lettera esiste solo su carta.' },
      { words: 'raccoglie', text: 'Senza un termine, «raccoglie» non obbliga nessuno.' },
      {
        text: 'Riceviamo ogni giorno persone con tre cartelline di plastica sotto il braccio: referti di cliniche, di laboratori, di ospedali di fuori. Chiediamo che il testo comprenda chiunque lavori per il servizio sanitario e che fissi cinque giorni come limite massimo.',
        organisation: 'Medici di Famiglia Insieme',
      },
      {
        text: 'Mancano i documenti di chi è seguito in casa: il diario dell’assistenza resta in un quaderno sul comodino.',
        organisation: 'Infermieri del Territorio',
      },
    ],
  },
  {
    topic: 'who-read',
    at: '3.3',
    said: [
      { words: 'può sapere', text: '«Può sapere» come? Se devo fare una domanda scritta non lo saprò mai.' },
      { text: 'Vorrei un messaggio ogni volta che qualcuno apre un mio documento.' },
      {
        text: 'Abito in un paese piccolo e all’ospedale lavorano i vicini di casa. Mi importa sapere chi guarda, e perché.',
        comments: [{ who: 'Rachele Fumagalli', text: 'Anche da noi. Il motivo conta più del nome.' }],
      },
      { text: 'Bene la trasparenza. Aggiungete il motivo dell’accesso, non solo la data.' },
      {
        text: 'L’avviso deve essere facoltativo: per chi è in cura ogni giorno sarebbe una pioggia.',
        organisation: 'Voce dei Malati Cronici',
      },
      { at: '3', text: 'È il punto che decide se la gente si fiderà del fascicolo.' },
    ],
  },
  {
    topic: 'hiding',
    at: '3.4',
    said: [
      {
        text: 'Chi cura un paziente in pronto soccorso deve almeno sapere che manca qualcosa. Un documento nascosto può costare caro.',
        words: 'non vede che è stato nascosto',
        comments: [
          { who: 'Guido Tramonti', text: 'Se si vede che manca qualcosa, si capisce che cosa manca. Non è più nascosto.' },
          { who: 'Emanuela Ricciardi', text: 'Vero, ma per le allergie farei un’eccezione.' },
        ],
      },
      { text: 'Giusto così. Se si sa che ho nascosto qualcosa, tanto vale non nasconderlo.' },
      { text: 'Per i minori chi decide? A quindici anni mia figlia ha diritto a una visita di cui io non so nulla.' },
    ],
  },
  {
    topic: 'proxy',
    at: '3.5',
    said: [
      {
        words: 'si registra allo sportello dell’azienda sanitaria e vale un anno',
        text: 'Assisto mia madre da nove anni. Ogni anno dovrei prendere mezza giornata di permesso per dire che è ancora mia madre.',
      },
      {
        text: 'Chiediamo che la delega si faccia anche in linea e che non scada da sola: la revoca chi l’ha data, quando vuole. Chi assiste un malato grave non ha tempo per gli sportelli, ed è proprio chi ne avrebbe più bisogno.',
        organisation: 'Chi Cura in Casa',
      },
      { words: 'vale un anno', text: 'Un anno è poco per l’Alzheimer e troppo per una frattura.' },
      {
        lang: 'en',
        who: 'Greta Unterhofer',
        text: 'My mother lives in Bressanone and speaks German; I work in Trento. I can only help her with the record from my own computer, so a proxy that can be registered online matters more to us than anything else in this document.',
      },
    ],
  },
  {
    topic: 'language',
    at: '3',
    said: [
      {
        lang: 'en',
        who: 'Lukas Pichler',
        text: 'I write in English because this form offers no German. In South Tyrol discharge letters are issued in German or in both languages: the record has to show them as they were written, and say which language it is, or a doctor in Verona will not even know that a letter exists.',
      },
      {
        organisation: 'Comune di Brunico',
        text: 'Nel nostro territorio i documenti sanitari sono in tedesco, in italiano o nelle due lingue, e nelle valli anche in ladino. Chiediamo che il fascicolo conservi la lingua di ogni documento e che le sue pagine siano tradotte da persone.',
      },
    ],
  },
  {
    topic: 'pharmacy',
    at: '4.2',
    said: [
      {
        words: 'negli ultimi cinque anni',
        text: 'Cinque anni di farmaci raccontano tutta la mia vita. A chi mi vende uno sciroppo non servono.',
      },
      {
        text: 'Lavoro in farmacia: mi basta sapere che cosa prende oggi chi ho davanti, e me lo dice la ricetta.',
      },
      { text: 'Toglietelo. Nel mio paese la farmacia è anche il bar delle chiacchiere.' },
      {
        text: 'Comprendiamo lo spirito del paragrafo, ma chi lo ha scritto non ha pensato alla fila al banco. Proponiamo di ometterlo e di parlarne quando ci saranno regole chiare.',
        organisation: 'Farmacie delle Valli',
      },
    ],
  },
  {
    topic: 'paper-prescription',
    at: '4.1',
    said: [
      {
        words: 'senza promemoria di carta',
        text: 'A mio nonno il promemoria serve per ricordarsi che cosa deve prendere. Lasciate la carta a chi la vuole.',
      },
      { text: 'Ho comprato un antibiotico in un’altra Regione e l’ho pagato intero: la ricetta lì non la leggevano.' },
      { text: 'Funzionava già due anni fa, da noi. Che cosa cambia?' },
    ],
  },
]
