import type { GrantedRole } from '../../charter/policy.ts'
import type { Lang } from '../../kernel/lang.ts'
import { catalogue, say } from '../../kernel/words.ts'

export const roleWords = catalogue({
  it: {
    'role.administrator': 'Amministrazione della piattaforma',
    'role.officer': 'AGID, centro di competenza',
    'role.lead': 'Amministrazione capofila',
    'role.secretary': 'Segreteria del gruppo di lavoro',
    'role.rapporteur': 'Relazione di un tavolo tecnico',
    'role.analyst': 'Analisi del monitoraggio',
    'role.delegate': 'Delega di un’organizzazione',
    'does.administrator': 'Concede e termina gli incarichi, tiene i registri delle organizzazioni e del piano.',
    'does.officer': 'Fa nascere gli ecosistemi, importa il piano, nomina le capofila e può concedere deroghe.',
    'does.lead': 'Descrive l’ecosistema, ne avvia e ne conclude le fasi, coinvolge gli attori.',
    'does.secretary': 'Aiuta la capofila: coinvolge gli attori e tiene in ordine i lavori.',
    'does.rapporteur': 'Riferisce per un tavolo tecnico.',
    'does.analyst': 'Dichiara lo stato dei risultati che la piattaforma non misura da sé, con la prova.',
    'does.delegate': 'Parla a nome di un’organizzazione.',
    'does.none': 'Nessun incarico: legge, cerca e, dove è invitata, partecipa a proprio nome.',
    'role.none': 'Cittadina o cittadino',
  },
  en: {
    'role.administrator': 'Administration of the platform',
    'role.officer': 'AGID, competence centre',
    'role.lead': 'Lead administration',
    'role.secretary': 'Secretariat of the working group',
    'role.rapporteur': 'Rapporteur of a technical table',
    'role.analyst': 'Monitoring analyst',
    'role.delegate': 'Delegate of an organisation',
    'does.administrator': 'Grants and ends roles, keeps the registers of organisations and of the plan.',
    'does.officer': 'Brings ecosystems to life, imports the plan, appoints lead administrations and may grant derogations.',
    'does.lead': 'Describes the ecosystem, starts and concludes its phases, involves its actors.',
    'does.secretary': 'Helps the lead administration: involves the actors and keeps the work in order.',
    'does.rapporteur': 'Reports for a technical table.',
    'does.analyst': 'Declares the state of the results that the platform cannot measure, with the evidence.',
    'does.delegate': 'Speaks for an organisation.',
    'does.none': 'No role: reads, searches and, where invited, takes part in their own name.',
    'role.none': 'Citizen',
  },
})

export function roleName(lang: Lang, role: GrantedRole | null): string {
  return say(lang, roleWords, `role.${role ?? 'none'}`)
}
