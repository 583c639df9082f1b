import type { SampleStakeholder } from './sample.ts'

export const developmentStakeholders: readonly SampleStakeholder[] = [
  {
    organisation: 'UnionCamere',
    person: 'Stefano Barbagli',
    kind: 'administration',
    ...{ interest: 5, influence: 5, involvement: 'co-design', on: '2020-03-02' },
    involved: [['involve', '2020-04-16', 'Ha proposto le imprese da ascoltare e spiegato il registro.']],
  },
  {
    organisation: 'ENEA',
    person: 'Valentina Orrù',
    kind: 'administration',
    ...{ interest: 4, influence: 3, involvement: 'involve', on: '2020-03-02' },
  },
  {
    organisation: 'Sportello unico del Comune di Prato',
    as: 'territorial',
    person: 'Barbara Lenzi',
    kind: 'administration',
    ...{ interest: 5, influence: 3, involvement: 'consult', on: '2020-04-20' },
  },
  {
    organisation: 'Regione Emilia-Romagna',
    as: 'territorial',
    kind: 'administration',
    ...{ interest: 4, influence: 5, involvement: 'inform', on: '2020-04-20' },
    notes: 'Ha la piattaforma regionale degli sportelli: va coinvolta presto.',
  },
  {
    organisation: 'Artigiani dell’Appennino',
    as: 'association',
    person: 'Bruno Cavicchi',
    kind: 'firm',
    ...{ interest: 5, influence: 3, involvement: 'consult', on: '2020-04-20' },
  },
  {
    organisation: 'Ricicleria del Delta S.r.l.',
    as: 'company',
    person: 'Ines Tumiatti',
    kind: 'firm',
    ...{ interest: 5, influence: 2, involvement: 'consult', on: '2020-04-20' },
  },
  {
    organisation: 'Studio Associato Pratiche Facili',
    as: 'company',
    person: 'Corrado Zuliani',
    kind: 'consultancy',
    ...{ interest: 4, influence: 2, involvement: 'consult', on: '2020-04-20' },
  },
  {
    organisation: 'Politecnico di Bari',
    as: 'university',
    person: 'Mario Lorusso',
    kind: 'university',
    ...{ interest: 3, influence: 3, involvement: 'consult', on: '2020-05-12' },
  },
  {
    organisation: 'Comitato Aria del Mattino',
    as: 'association',
    person: 'Silvana Bertelli',
    kind: 'citizens',
    ...{ interest: 5, influence: 2, involvement: 'consult', on: '2020-05-12' },
  },
  {
    organisation: 'Dati per il Clima',
    as: 'association',
    person: 'Omar Belluzzi',
    kind: 'open-data',
    ...{ interest: 4, influence: 2, involvement: 'inform', on: '2020-06-08' },
  },
]
