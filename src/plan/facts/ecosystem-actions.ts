/** What the four actions of the ecosystems ask, told in our own words. */
export interface OwnWords {
  readonly description: readonly string[]
  readonly result: string
}

export const ecosystemActions: Readonly<Record<string, OwnWords>> = {
  LA51: {
    description: [
      'Fase di envisioning. Chi guida l’ecosistema ne istituisce il gruppo di lavoro, cerca chi vi opera e lo ascolta, anche in audizione.',
      'Dai bisogni raccolti nascono il perimetro, la visione e gli interventi che vengono prima. Il gruppo decide anche se servono tavoli tecnici.',
    ],
    result:
      'Almeno quattro ecosistemi, cioè Finanza pubblica, Sviluppo e sostenibilità, Beni culturali e turismo, Welfare, hanno un gruppo di lavoro costituito dal capofila con l’aiuto di AGID (entro dicembre 2019).',
  },
  LA52: {
    description: [
      'Fase di design. Gruppi e tavoli scelgono, con chi è interessato, i progetti e i servizi da cui partire per cittadini e imprese, i progetti in corso da accogliere e le basi dati e i sistemi da mettere in relazione.',
      'Ne esce un documento con visione, perimetro e strategia, che resta in consultazione pubblica per almeno 60 giorni.',
    ],
    result: 'Ogni ecosistema prioritario mette in consultazione il proprio documento di strategia (giugno 2020).',
  },
  LA53: {
    description: [
      'Fase di make or buy. I gruppi sostengono la realizzazione dei progetti, studiano come incoraggiare l’uso dei servizi digitali e aprono forum tematici per ascoltare mercato e cittadini.',
      'Stabiliscono insieme come si misura ciò che è stato avviato.',
    ],
    result:
      'Gli ecosistemi si misurano a partire dalla situazione di oggi, con una metodologia di monitoraggio condivisa, e hanno aperto i forum tematici (dicembre 2020).',
  },
  LA54: {
    description: [
      'Fase di growth. I gruppi accompagnano la crescita degli ecosistemi e dei progetti, ne seguono l’andamento e continuano ad ascoltare attraverso i forum.',
    ],
    result: 'Sono in corso le azioni di accompagnamento e il monitoraggio dello sviluppo degli ecosistemi (dicembre 2021).',
  },
}
