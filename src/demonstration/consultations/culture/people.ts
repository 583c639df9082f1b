/** Organisations that wrote on culture's strategy, and who speaks for each. */
export const writingOrganisations: readonly {
  readonly name: string
  readonly as: 'association' | 'company' | 'territorial' | 'university' | 'public-service'
  readonly delegate: string
}[] = [
  { name: 'Museo Aperto S.r.l. (impresa di esempio)', as: 'company', delegate: 'Chiara Benedetti' },
  { name: 'Lega dei Visitatori Curiosi', as: 'association', delegate: 'Emilio Tassinari' },
  { name: 'Insieme Senza Barriere', as: 'association', delegate: 'Graziella Monteforte' },
  { name: 'Cooperativa Guide Senza Fretta', as: 'company', delegate: 'Irene Castaldi' },
  { name: 'Albergatori della Costa d’Arancio', as: 'association', delegate: 'Renato Filippini' },
  { name: 'Comunità Dati Aperti della Cultura', as: 'association', delegate: 'Nadia Ferrucci' },
  { name: 'Rete delle Biblioteche di Valle', as: 'association', delegate: 'Loredana Pasqualini' },
  { name: 'Università degli Studi di Perugia', as: 'university', delegate: 'Alberto Sensi' },
  { name: 'Comune di Matera', as: 'territorial', delegate: 'Rocco Andrisani' },
  { name: 'Archivisti della Laguna', as: 'association', delegate: 'Marta Zorzi' },
  { name: 'Borghi con le Chiavi', as: 'association', delegate: 'Teodoro Manfredi' },
  { name: 'Fondazione Casa Museo Olindo Ferri', as: 'public-service', delegate: 'Luisa Ferri' },
  { name: 'Pietra Viva Società Cooperativa', as: 'company', delegate: 'Samuele Cocco' },
  { name: 'Comune di Bagnacavallo', as: 'territorial', delegate: 'Rosella Fabbri' },
]
