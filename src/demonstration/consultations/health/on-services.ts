import type { Subject } from './sample.ts'

/** What was written on bookings, telemedicine and those who give care. */
export const onServices: readonly Subject[] = [
  {
    topic: 'booking',
    at: '5.1',
    said: [
      { words: 'in linea', text: 'Mia zia non ha Internet e prenota in farmacia: lasciate questa possibilità.' },
      { text: 'Chi non va alla visita toglie il posto a un altro. Serve un modo semplice per disdire.' },
      { text: 'Ho telefonato al numero unico per quaranta minuti. In linea non c’era posto, allo sportello sì.' },
      { text: 'Un messaggio il giorno prima dimezza le visite saltate: nel nostro poliambulatorio è andata così.' },
      { words: 'in linea', text: 'Il testo dimentica il telefono.' },
      { text: 'Chiediamo che la farmacia resti un punto di prenotazione.', organisation: 'Farmacie delle Valli' },
      {
        words: 'in tutta la Regione',
        text: 'E chi vive sul confine? Il mio ospedale più vicino è nell’altra Regione.',
        later:
          'E chi vive sul confine? Abito a Castel San Giovanni: il mio ospedale più vicino è a quindici minuti, in un’altra Regione, e lì non posso prenotare.',
      },
    ],
  },
  {
    topic: 'calendars',
    at: '5.3',
    said: [
      { words: 'degli ospedali', text: 'Anche gli accreditati? Se le loro agende restano fuori, il calendario sarà pieno di buchi.' },
      { text: 'Le agende «chiuse» sono il vero problema: esistono, ma non si vedono.' },
      { text: 'Dicembre 2019 è domani. Chi scrive sa quante agende ci sono in un solo ospedale? Nel nostro centoquaranta.' },
    ],
  },
  {
    topic: 'costs',
    at: '5.2',
    said: [
      { text: 'Il ticket andrebbe abolito, non pagato in un altro modo.' },
      { text: 'Chi ha l’esenzione non dovrebbe nemmeno vedere la pagina del pagamento.' },
      { text: 'Abbassate i prezzi delle visite invece di digitalizzarle.', withdrawn: true },
      { at: null, text: 'I pronto soccorso cadono a pezzi e voi pensate ai computer.' },
    ],
  },
  {
    topic: 'telemedicine',
    at: '6.1',
    said: [
      {
        at: '6',
        text: 'Vivo in montagna, a un’ora e mezza dal primo ospedale: la telemedicina per me è la differenza tra curarmi e lasciar perdere. Ma da noi la rete cade quando nevica.',
      },
      { words: 'si valuta ogni anno', text: 'Una valutazione all’anno è poca: servono dati ogni tre mesi.' },
      { at: '6.4', text: 'Il telemonitoraggio funziona se qualcuno guarda i numeri anche di notte. Chi?' },
      { at: '6.2', text: 'Una televisita di sette minuti non è una visita. Scrivete quando non si può fare.' },
      {
        at: '6',
        lang: 'en',
        who: 'Magdalena Kofler',
        text: 'In our valley the pharmacy is the only place with a decent connection and somebody who can explain how to use it. Let people have their remote visit there.',
      },
    ],
  },
  {
    topic: 'nurses',
    at: '7.3',
    said: [
      { text: 'Finalmente qualcuno ci nomina. Ma siamo nel capitolo sbagliato: lavoriamo nelle case, non negli uffici.' },
      {
        text: 'Proponiamo di spostare il paragrafo nella sezione sulla telemedicina, dove si parla di cure a casa.',
        organisation: 'Infermieri del Territorio',
      },
      {
        words: 'anche dove la rete manca',
        text: 'In cantina, in ascensore, a mille metri: la rete manca quasi sempre. Questa frase è la più concreta del documento.',
      },
    ],
  },
  {
    topic: 'doctors',
    at: '7.2',
    said: [
      { text: 'Ho cambiato programma tre volte in otto anni, sempre a mie spese. Chi paga questa volta?' },
      { text: 'I medici di famiglia non possono essere i collaudatori di ogni novità.' },
      { text: 'Date un termine ai fornitori, non ai medici.', organisation: 'Medici di Famiglia Insieme' },
      { text: 'Il mio programma funziona: lasciatemelo, e chiedete a chi lo vende di collegarsi.' },
      { at: '7.1', text: 'Ogni ora passata davanti allo schermo è tolta a una visita.' },
      {
        words: 'interfacce comuni',
        text: 'Condividiamo le interfacce comuni, purché siano gratuite, documentate e provate in un ambiente aperto. Dodici mesi dalla pubblicazione delle specifiche sono un tempo ragionevole per chi fornisce programmi.',
        organisation: 'Cartella Facile S.r.l.',
      },
      {
        text: 'Offriamo a tutti i medici il collegamento gratuito per sei mesi, chiamate il numero verde entro Natale!',
        who: 'Dario Salvetti',
        hidden: { rule: 'advertising', reason: 'È l’offerta di un prodotto e non parla del testo in consultazione.' },
      },
    ],
  },
]
