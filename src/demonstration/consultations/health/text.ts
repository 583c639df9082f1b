import { about, heading, listed, paragraph, type SampleBlock } from '../../texts/sample.ts'

const halfYearly = 'I numeri si pubblicano ogni sei mesi, Regione per Regione.'

/** A text of nine sections, as it went to the public on 5 November 2018. */
export const healthStrategy: readonly SampleBlock[] = [
  heading(1, 'La visione'),
  paragraph('Le cure seguono la persona: da un ospedale all’altro, da una Regione all’altra, senza cartelle sotto il braccio.'),
  about(
    paragraph('I dati servono prima a curare, poi a governare la spesa e a fare ricerca, con garanzie uguali per tutti.'),
    'fse',
    'nsis',
  ),
  paragraph('Ogni Regione arriva con il proprio passo; le regole, invece, sono le stesse ovunque.'),

  heading(1, 'Il perimetro'),
  paragraph('Sono dentro il fascicolo sanitario elettronico, le ricette, le prenotazioni, i pagamenti e la telemedicina.'),
  paragraph('Sono al confine l’assistenza sociale e gli infortuni sul lavoro: se ne leggono i dati, non se ne decidono le regole.'),
  paragraph('Restano fuori la contabilità delle aziende sanitarie, gli acquisti e le carriere di chi ci lavora.'),

  heading(1, 'Il fascicolo sanitario'),
  about(paragraph('Il fascicolo raccoglie referti, ricette e lettere di dimissione delle strutture pubbliche.'), 'fse'),
  paragraph('Chi si sposta in un’altra Regione porta con sé il proprio fascicolo, senza chiederlo.'),
  paragraph('La persona può sapere chi ha letto i suoi documenti.'),
  paragraph('Un documento si può nascondere con un gesto, e chi cura non vede che è stato nascosto.'),
  paragraph(
    'Chi assiste un familiare legge il suo fascicolo con una delega, che si registra allo sportello dell’azienda sanitaria e vale un anno.',
  ),
  paragraph(halfYearly),

  heading(1, 'Ricette e farmaci'),
  about(paragraph('La ricetta elettronica vale in ogni farmacia d’Italia, senza promemoria di carta.'), 'ts'),
  paragraph('In farmacia si può consultare l’elenco dei farmaci presi da una persona negli ultimi cinque anni.'),
  paragraph(halfYearly),

  heading(1, 'Prenotare e pagare'),
  paragraph('Una visita si prenota in linea allo stesso modo in tutta la Regione.'),
  paragraph('Il ticket si paga con i pagamenti elettronici della pubblica amministrazione, da casa o in farmacia.'),
  paragraph('Le agende degli ospedali confluiscono in un solo calendario entro dicembre 2019.'),
  paragraph(halfYearly),

  heading(1, 'La telemedicina'),
  paragraph('La telemedicina segue linee guida nazionali e si valuta ogni anno.'),
  ...listed(
    'Televisita per chi ha già una diagnosi.',
    'Teleconsulto tra chi cura in ospedale e chi cura sul territorio.',
    'Telemonitoraggio a casa per le malattie croniche.',
  ),

  heading(1, 'Chi cura'),
  paragraph('Un medico non scrive due volte lo stesso dato: il programma con cui lavora lo prende dal fascicolo.'),
  paragraph('I programmi dei medici di famiglia si collegano attraverso interfacce comuni.'),
  paragraph('Gli infermieri di territorio leggono e scrivono nel fascicolo da un dispositivo mobile, anche dove la rete manca.'),

  heading(1, 'I dati per governare e per la ricerca'),
  about(paragraph('Chi fa ricerca accede a dati senza nomi con una domanda motivata.'), 'nsis'),
  paragraph('I dati non si cedono a chi vende assicurazioni o farmaci.'),

  heading(1, 'Tempi e rendiconto della strategia'),
  paragraph('Le Regioni completano il collegamento entro il 2020.'),
  {
    kind: 'table',
    level: 0,
    source:
      '| Che cosa | Entro | Chi risponde |\n| --- | --- | --- |\n| Fascicolo leggibile tra Regioni | giugno 2019 | Economia, Regioni |\n| Ricetta senza carta | dicembre 2019 | Salute, Economia |\n| Calendario unico delle visite | dicembre 2019 | Regioni |\n| Programmi dei medici collegati | giugno 2020 | Salute, Regioni |',
  },
  paragraph('Ogni sei mesi il gruppo di lavoro dice quanti documenti entrano nel fascicolo e quante persone lo aprono.'),
]

const changed: Readonly<Record<string, string>> = {
  'Il fascicolo raccoglie referti, ricette e lettere di dimissione delle strutture pubbliche.':
    'Il fascicolo raccoglie referti, ricette e lettere di dimissione delle strutture pubbliche e di quelle accreditate. Ogni documento vi arriva entro cinque giorni.',
  'La persona può sapere chi ha letto i suoi documenti.':
    'La persona vede nel fascicolo chi ha letto i suoi documenti, quando e per quale motivo; se lo desidera, riceve un avviso a ogni lettura.',
  'Chi assiste un familiare legge il suo fascicolo con una delega, che si registra allo sportello dell’azienda sanitaria e vale un anno.':
    'Chi assiste un familiare legge il suo fascicolo con una delega, che si registra in linea o allo sportello dell’azienda sanitaria e vale finché non è revocata.',
  'Una visita si prenota in linea allo stesso modo in tutta la Regione.':
    'Una visita si prenota allo stesso modo in tutta la Regione: in linea, per telefono, in farmacia. Il giorno prima arriva un promemoria, e chi rinuncia libera il posto con un messaggio.',
  'Le agende degli ospedali confluiscono in un solo calendario entro dicembre 2019.':
    'Le agende degli ospedali, pubblici e accreditati, confluiscono in un solo calendario entro dicembre 2019.',
  'Televisita per chi ha già una diagnosi.':
    'Televisita per chi ha già una diagnosi: da casa o, dove la rete non basta, in farmacia e nell’ambulatorio del paese.',
  'I programmi dei medici di famiglia si collegano attraverso interfacce comuni.':
    'I programmi dei medici di famiglia si collegano attraverso interfacce comuni, gratuite e documentate. Chi li fornisce si adegua entro dodici mesi, a proprie spese.',
  'Chi fa ricerca accede a dati senza nomi con una domanda motivata.':
    'Chi fa ricerca accede a dati senza nomi con una domanda motivata, a cui si risponde entro sessanta giorni, e pubblica ciò che ne ricava.',
}

/** Taken out: whoever dispenses does not need the whole history. */
const dropped = 'In farmacia si può consultare l’elenco dei farmaci presi da una persona negli ultimi cinque anni.'
/** Read better among the services at home than among the trades. */
const moved = 'Gli infermieri di territorio leggono e scrivono nel fascicolo da un dispositivo mobile, anche dove la rete manca.'
const added = paragraph('Chi fa fatica con lo schermo trova, in farmacia e in ambulatorio, qualcuno che aiuta.')

/** What the final version says, because of what people wrote. */
export const healthFinal: readonly SampleBlock[] = healthStrategy.flatMap((block): SampleBlock[] => {
  if (block.source === dropped || block.source === moved) return []
  if (block.source.startsWith('Telemonitoraggio')) return [block, paragraph(moved), added]
  return [{ ...block, source: changed[block.source] ?? block.source }]
})
