export { addOrganisation, type NewOrganisation } from './actions.ts'
export { type DatedName, type Organisation, type OrganisationId, type OrganisationKind, organisationKinds } from './rules.ts'
export { type Found, findByNames, findOrganisations, getOrganisation, namesOf, type OrganisationQuery } from './store.ts'
