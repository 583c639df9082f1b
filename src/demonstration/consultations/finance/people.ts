/** Organisations that wrote on public finance's strategy, and who speaks for each. */
export const writingOrganisations: readonly {
  readonly name: string
  readonly as: 'association' | 'company' | 'territorial'
  readonly delegate: string
}[] = [
  { name: 'Fornitori della Pubblica Amministrazione Associati', as: 'association', delegate: 'Ugo Bernardelli' },
  { name: 'Contabilità Chiara S.r.l.', as: 'company', delegate: 'Paola Sartirana' },
  { name: 'Unione Montana dei Tre Passi', as: 'territorial', delegate: 'Nives Tabacchi' },
]
