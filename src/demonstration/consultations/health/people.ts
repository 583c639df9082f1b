/** Organisations that wrote on health's strategy, and who speaks for each. */
export const writingOrganisations: readonly {
  readonly name: string
  readonly as: 'association' | 'company' | 'territorial' | 'university'
  readonly delegate: string
}[] = [
  { name: 'Voce dei Malati Cronici', as: 'association', delegate: 'Bruna Spadaccini' },
  { name: 'Medici di Famiglia Insieme', as: 'association', delegate: 'Corrado Bellomo' },
  { name: 'Infermieri del Territorio', as: 'association', delegate: 'Dalila Morganti' },
  { name: 'Farmacie delle Valli', as: 'association', delegate: 'Edmondo Prandini' },
  { name: 'Cartella Facile S.r.l.', as: 'company', delegate: 'Fulvia Carnevali' },
  { name: 'Comune di Brunico', as: 'territorial', delegate: 'Martin Oberhauser' },
  { name: 'Università degli Studi di Padova', as: 'university', delegate: 'Giacoma Zorzetto' },
  { name: 'Chi Cura in Casa', as: 'association', delegate: 'Ornella Battaglini' },
]
