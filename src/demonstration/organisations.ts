import type { OrganisationKind } from '../organisations/index.ts'

/** Actors that the plan names as a kind and not as a body: they stay words. */
export const kindsOfActor: ReadonlySet<string> = new Set([
  'Regioni',
  'Province',
  'Comuni',
  'Aziende sanitarie',
  'Istituti zooprofilattici',
  'Istituti scolastici',
  'Sistema universitario e istituti superiori di ricerca',
  'ARPA',
  'EPT',
])

const kinds: Record<string, OrganisationKind> = {
  AGID: 'central',
  ISS: 'research',
  ENEA: 'research',
  CNR: 'research',
  AGENAS: 'health',
  ANCI: 'association',
  'Conferenza delle Regioni e delle Province autonome': 'association',
  'Musei in Rete (associazione di esempio)': 'association',
  UnionCamere: 'public-body',
  ENIT: 'public-body',
  ACI: 'public-body',
  INAIL: 'public-body',
  INPS: 'public-body',
  CSM: 'central',
}

/** Whatever is not listed is a body of the State. */
export function kindOf(name: string): OrganisationKind {
  return kinds[name] ?? 'central'
}

/** A firm invented for the demonstration: its delegate is one of the people one can enter as. */
export const sampleFirm = 'Museo Aperto S.r.l. (impresa di esempio)'
