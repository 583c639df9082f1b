import type { SampleHearing } from './sample.ts'

const room = 'Roma, via del Collegio Romano 27, sala al secondo piano'

export const openingHearings: readonly SampleHearing[] = [
  {
    key: 'museums',
    calledOn: '2019-05-22',
    title: 'I musei statali e i sistemi museali locali',
    reason:
      'Prima di tracciare il perimetro ascoltiamo chi apre ogni giorno le porte: quali dati servono, quali mancano, quali si scrivono due volte.',
    questions: ['Quali dati scrivete più volte?', 'Quali servizi vi chiede chi visita?', 'Che cosa impedisce di condividere le schede?'],
    openTo: 'invited',
    opensOn: '2019-05-27',
    closesOn: '2019-06-14',
    ...{ on: '2019-06-18', starts: '10:00', ends: '13:00', place: room, capacity: 15 },
    invited: [
      'Istituto centrale per il catalogo e la documentazione',
      'Museo Civico delle Acque Basse',
      'Musei in Rete (associazione di esempio)',
      'Regione Umbria',
    ],
    registered: [
      ['Istituto centrale per il catalogo e la documentazione', 'Codici di catalogo e schede riusabili.'],
      ['Museo Civico delle Acque Basse', 'Un museo piccolo davanti a molti moduli.'],
      ['Musei in Rete (associazione di esempio)', 'Che cosa chiedono i direttori.'],
      ['Regione Umbria', 'Il sistema museale regionale.'],
    ],
    statements: [
      {
        by: 'Istituto centrale per il catalogo e la documentazione',
        text: 'Le schede di catalogo sono centinaia di migliaia, ma chi le vuole usare in un’altra banca dati deve riscriverle. Manca un identificativo che resti lo stesso quando un’opera cambia sala, museo o proprietario. Con quello, il resto si costruisce.',
        needs: [
          {
            key: 'identificativi',
            says: 'Riconoscere un’opera o un luogo con lo stesso identificativo in ogni catalogo',
            why: 'Gli stessi luoghi hanno fino a quattro codici: chi unisce due elenchi deve controllare a mano.',
            voice: 'administration',
            ...{ often: 5, badly: 5 },
          },
          {
            key: 'schede-riusabili',
            says: 'Riusare una scheda di catalogo in un’altra banca dati senza riscriverla',
            voice: 'administration',
            ...{ often: 4, badly: 4 },
          },
        ],
      },
      {
        by: 'Museo Civico delle Acque Basse',
        text: 'Siamo in due. Gli orari li scriviamo sul sito del Comune, su quello della Provincia, sul portale regionale e su due servizi di mappe. Quando chiudiamo per una piena, aggiornarli tutti richiede una mattina: intanto la gente arriva e trova chiuso.',
        needs: [
          {
            key: 'orari',
            says: 'Scrivere orari e chiusure una volta sola e vederli aggiornati ovunque',
            why: 'Un museo con due addetti li scrive in cinque posti diversi.',
            voice: 'administration',
            ...{ often: 5, badly: 4 },
            evidence: 'Questionario del maggio 2019 ai direttori: 97 musei su 118 scrivono gli orari in tre o più siti.',
          },
        ],
      },
      {
        by: 'Musei in Rete (associazione di esempio)',
        text: 'Dal questionario escono tre richieste: una biglietteria che parli con quella degli altri, un conto delle visite che non si debba compilare a mano, e qualcuno che risponda quando uno strumento si ferma di domenica.',
        needs: [
          {
            key: 'visite-automatiche',
            says: 'Mandare il conto delle visite senza compilarlo a mano',
            voice: 'administration',
            ...{ often: 4, badly: 3 },
          },
          {
            key: 'assistenza-domenica',
            says: 'Avere assistenza sugli strumenti comuni anche nei giorni in cui i musei sono aperti',
            voice: 'administration',
            ...{ often: 2, badly: 3 },
          },
        ],
      },
      {
        by: 'Regione Umbria',
        text: 'Il sistema regionale ha già un registro dei musei con i responsabili e i requisiti. Chiediamo che l’ecosistema lo legga, invece di far compilare un altro questionario agli stessi uffici.',
        needs: [
          {
            key: 'registri-regionali',
            says: 'Leggere i registri che le Regioni già tengono invece di chiedere di nuovo gli stessi dati',
            voice: 'administration',
            ...{ often: 3, badly: 4 },
          },
        ],
      },
    ],
    minutes: {
      sentOn: '2019-06-25',
      until: '2019-07-09',
      agreed: ['Musei in Rete (associazione di esempio)', 'Regione Umbria'],
      amended: {
        by: 'Museo Civico delle Acque Basse',
        on: '2019-07-02',
        text: 'Siamo in due. Gli orari li scriviamo sul sito del Comune, su quello della Provincia, sul portale regionale e su due servizi di mappe. Quando chiudiamo per una piena, aggiornarli tutti richiede una mattina: intanto la gente arriva e trova chiuso. Lo stesso vale per gli archivi e le biblioteche civiche che stanno nel nostro edificio.',
        outcome: 'accepted',
      },
      finalOn: '2019-07-10',
    },
  },
  {
    key: 'visitors',
    calledOn: '2019-06-26',
    title: 'Chi visita: associazioni di cittadini e persone con disabilità',
    reason: 'Un ecosistema si disegna anche da chi lo attraversa. Ascoltiamo chi visita, e chi vorrebbe e non può.',
    questions: [
      'Che cosa vi impedisce di visitare?',
      'Che cosa dovreste sapere prima di partire?',
      'Quali dati siete disposti a lasciare?',
    ],
    openTo: 'anybody',
    opensOn: '2019-07-01',
    closesOn: '2019-09-06',
    ...{ on: '2019-09-10', starts: '14:30', ends: '17:00', place: room, capacity: 20 },
    invited: ['Lega dei Visitatori Curiosi', 'Insieme Senza Barriere', 'Comunità Dati Aperti della Cultura'],
    registered: [
      ['Lega dei Visitatori Curiosi', 'Un biglietto per più luoghi.'],
      ['Insieme Senza Barriere', 'Sapere prima se si può entrare.'],
      ['Comunità Dati Aperti della Cultura', 'Immagini e dati che si possano riusare.'],
    ],
    recording: 'https://video.example.org/audizione-visitatori',
    statements: [
      {
        by: 'Lega dei Visitatori Curiosi',
        text: 'Chi passa un fine settimana in una città fa una fila per ogni museo. Le carte cittadine esistono, ma ciascuna vale in una città sola. Chiediamo un biglietto che si compri una volta, per i luoghi che si scelgono.',
        needs: [
          {
            key: 'biglietto-unico',
            says: 'Comprare in una volta l’ingresso a più luoghi, anche di enti diversi',
            why: 'Chi visita tre musei in due giorni compra tre biglietti in tre siti, con tre registrazioni.',
            voice: 'citizens',
            ...{ often: 5, badly: 4 },
          },
        ],
      },
      {
        by: 'Insieme Senza Barriere',
        text: 'La frase «museo accessibile» non dice nulla a chi usa una carrozzina o non vede. Serve sapere prima: quanti gradini, quanto è larga la porta, se c’è un percorso tattile, se il bagno è raggiungibile. Oggi bisogna telefonare, e spesso chi risponde non lo sa.',
        needs: [
          {
            key: 'accessibilita',
            says: 'Sapere prima di partire, luogo per luogo, che cosa è accessibile e a chi',
            why: 'Le informazioni sono sparse, generiche o sbagliate: chi ha una disabilità rinuncia.',
            voice: 'citizens',
            ...{ often: 4, badly: 5 },
            evidence: 'Su 60 luoghi provati dall’associazione nel 2018, 41 indicazioni erano incomplete.',
          },
        ],
      },
      {
        by: 'Comunità Dati Aperti della Cultura',
        text: 'Le immagini delle opere di pubblico dominio si vedono, ma non si possono riusare: ogni istituto chiede un modulo diverso. Pubblicate anche i dati degli eventi: oggi si copiano a mano dai manifesti.',
        needs: [
          {
            key: 'immagini-aperte',
            says: 'Riusare le immagini delle opere di pubblico dominio con regole uguali per tutti',
            voice: 'other',
            ...{ often: 3, badly: 3 },
          },
          { key: 'eventi', says: 'Trovare mostre ed eventi come dati aperti, con luogo e date', voice: 'other', ...{ often: 4, badly: 2 } },
        ],
      },
    ],
    minutes: {
      sentOn: '2019-09-16',
      until: '2019-09-23',
      agreed: ['Lega dei Visitatori Curiosi', 'Insieme Senza Barriere', 'Comunità Dati Aperti della Cultura'],
      finalOn: '2019-09-19',
    },
  },
  {
    key: 'welcome',
    calledOn: '2019-10-01',
    title: 'Chi accoglie: alberghi, guide, imprese dei servizi',
    reason:
      'Il turismo entra nel perimetro. Ascoltiamo le imprese che accompagnano chi viaggia: quali dati cercano, quali comunicano, quante volte.',
    questions: ['Quali dati comunicate alle amministrazioni?', 'Quali vorreste ricevere?', 'Che cosa vi serve per proporre servizi nuovi?'],
    openTo: 'stakeholders',
    opensOn: '2019-10-02',
    closesOn: '2019-10-18',
    ...{ on: '2019-10-22', starts: '10:00', ends: '12:30', place: room, capacity: 15 },
    invited: ['Albergatori della Costa d’Arancio', 'Cooperativa Guide Senza Fretta', 'Museo Aperto S.r.l. (impresa di esempio)'],
    registered: [
      ['Albergatori della Costa d’Arancio', 'Le comunicazioni sugli ospiti.'],
      ['Museo Aperto S.r.l. (impresa di esempio)', 'Come un’impresa si collega a un museo.'],
    ],
    statements: [
      {
        by: 'Albergatori della Costa d’Arancio',
        text: 'Gli ospiti si comunicano tre volte: alla questura, alla Regione per le statistiche, al Comune per l’imposta. Sono gli stessi dati, in tre formati. In cambio non riceviamo nulla: le presenze del nostro territorio le conosciamo dopo un anno.',
        needs: [
          {
            key: 'ospiti-una-volta',
            says: 'Comunicare una volta sola gli ospiti che arrivano, per tutti gli usi previsti dalle norme',
            voice: 'firms',
            ...{ often: 5, badly: 4 },
          },
          {
            key: 'presenze',
            says: 'Conoscere in tempi utili quante persone visitano un territorio',
            voice: 'firms',
            ...{ often: 3, badly: 3 },
          },
        ],
      },
      {
        by: 'Museo Aperto S.r.l. (impresa di esempio)',
        text: 'Facciamo audioguide e percorsi. Per ogni museo riscriviamo il collegamento alla biglietteria e alle schede: costa più quello del servizio. Con interfacce uguali e documentate, un museo piccolo avrebbe gli stessi servizi di uno grande.',
        needs: [
          {
            key: 'interfacce',
            says: 'Collegare un servizio a qualsiasi museo con le stesse interfacce, documentate e gratuite',
            voice: 'firms',
            ...{ often: 4, badly: 4 },
          },
        ],
      },
    ],
    minutes: {
      sentOn: '2019-10-28',
      until: '2019-11-08',
      agreed: ['Museo Aperto S.r.l. (impresa di esempio)'],
      finalOn: '2019-11-11',
    },
  },
]
