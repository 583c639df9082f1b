import type { OrganisationKind } from '../../organisations/index.ts'

/** Of what kind the organisations are that wrote. */
export const organisationKindsOf = (
  those: readonly { readonly name: string; readonly as: OrganisationKind }[],
): [string, OrganisationKind][] => those.map(({ name, as }) => [name, as])
