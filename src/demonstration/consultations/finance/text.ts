import { about, heading, listed, paragraph, type SampleBlock } from '../../texts/sample.ts'

/** A text of six sections, as it went to the public on 29 June 2020. */
export const financeStrategy: readonly SampleBlock[] = [
  heading(1, 'La visione'),
  paragraph(
    'Un acquisto pubblico si segue dall’inizio alla fine: che cosa serviva, chi lo ha fornito, quanto è costato, quando è stato pagato.',
  ),
  paragraph('Nessun ufficio riscrive un dato che un altro ufficio ha già.'),

  heading(1, 'Il perimetro'),
  paragraph('Sono dentro la programmazione degli acquisti, l’ordine, la fattura, il pagamento e i bilanci degli enti.'),
  paragraph('È al confine il patrimonio: se ne leggono i dati. Restano fuori i tributi.'),

  heading(1, 'La strategia: dall’ordine al pagamento'),
  about(paragraph('L’ordine elettronico riempie la fattura: numeri, righe e riferimenti non si riscrivono.'), 'nso', 'sdi'),
  about(paragraph('Chi manda una fattura sa entro un giorno se è accettata, e perché non lo è.'), 'sdi'),
  about(
    paragraph('Ogni ente pubblica ogni mese i giorni che passano dalla fattura al pagamento, ricavati dai sistemi.'),
    'pcc',
    'siope-plus',
  ),
  {
    kind: 'table',
    level: 0,
    source:
      '| Che cosa | Entro | Chi risponde |\n| --- | --- | --- |\n| Ordine che riempie la fattura | dicembre 2020 | Economia, Consip |\n| Esito della fattura in un giorno | marzo 2021 | Agenzia delle Entrate |\n| Tempi di pagamento mese per mese | settembre 2020 | Economia |',
  },

  heading(1, 'I bilanci degli enti'),
  about(
    paragraph('I bilanci si mandano una volta sola, in un formato comune; ogni amministrazione prende da lì ciò che le serve.'),
    'bdap',
  ),
  paragraph('Le rilevazioni che chiedono dati già presenti nei sistemi sono soppresse entro giugno 2021.'),

  heading(1, 'Gli enti piccoli'),
  paragraph('Un Comune con meno di cinquemila abitanti può affidare l’intero percorso alla propria Unione.'),
  ...listed('Un corso breve, in orario di lavoro.', 'Una persona che risponde al telefono.', 'Un programma pronto, in riuso.'),

  heading(1, 'Dati aperti e rendiconto'),
  about(paragraph('La spesa si pubblica per fornitore, per prodotto e per ente, entro trenta giorni dal pagamento.'), 'siope', 'bdap'),
  paragraph('Ogni trimestre il gruppo di lavoro dice che cosa è fatto e che cosa è in ritardo.'),
]
