export const narrative = `Hanno partecipato persone e organizzazioni che hanno scelto di scrivere: ciò che dicono non rappresenta tutti i cittadini, ma ha cambiato il documento in nove punti.

Il fascicolo comprende ora le strutture accreditate, con un termine di cinque giorni. Chi legge i documenti si vede, con il motivo. La delega di chi assiste un familiare si registra in linea e non scade da sola. La prenotazione resta possibile per telefono e in farmacia, e il calendario comprende le agende degli accreditati. Chi fornisce i programmi dei medici di famiglia si adegua a proprie spese. A chi fa ricerca si risponde entro sessanta giorni. È tolto il paragrafo sull’elenco dei farmaci, che quasi tutti hanno chiesto di togliere.

Non abbiamo potuto accogliere ciò che dipende dalla legge, come il ticket e i documenti nascosti, o dal riparto del fondo sanitario.

La consultazione doveva chiudersi l’11 gennaio 2019. È durata fino al 31 per un’interruzione del sito e per le feste.`

export const narrativeEn = `Those who took part chose to write: what they say does not represent all citizens, but it changed the document in nine places.

The record now takes in accredited facilities, within five days. People see who read their documents, and why. A proxy is registered online and does not expire. Visits are still booked by telephone and at the pharmacy, and the calendar takes in accredited facilities. Whoever supplies the programs of general practitioners adapts them at their own expense. Researchers get an answer within sixty days. The paragraph on the list of medicines is gone, as nearly everybody asked.

We could not accept what depends on the law, such as charges and hidden documents, or on how the health fund is shared out.

The consultation was to close on 11 January 2019. It lasted until the 31st, because of an interruption of the site and of the holidays.`
