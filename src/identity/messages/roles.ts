import type { GrantedRole } from '../../charter/policy.ts'
import type { Lang } from '../../kernel/lang.ts'
import { catalogue, say } from '../../kernel/words.ts'

export const roleWords = catalogue({
  it: {
    'role.administrator': 'Amministrazione della piattaforma',
    'role.officer': 'AGID, centro di competenza',
    'role.lead': 'Amministrazione capofila',
    'role.chair': 'Presidenza di un gruppo',
    'role.secretary': 'Segreteria del gruppo di lavoro',
    'role.rapporteur': 'Relazione di un tavolo tecnico',
    'role.member': 'Componente di un gruppo',
    'role.observer': 'Chi assiste a un gruppo',
    'role.analyst': 'Analisi del monitoraggio',
    'role.delegate': 'Delega di un’organizzazione',
    'does.administrator': 'Concede e termina gli incarichi, tiene i registri delle organizzazioni e del piano.',
    'does.officer': 'Fa nascere gli ecosistemi, importa il piano, nomina le capofila e può concedere deroghe.',
    'does.lead': 'Descrive l’ecosistema, ne avvia e ne conclude le fasi, coinvolge gli attori.',
    'does.chair': 'Presiede un gruppo: lo convoca, ne approva i verbali.',
    'does.secretary': 'Aiuta la capofila: coinvolge gli attori e tiene in ordine i lavori.',
    'does.rapporteur': 'Riferisce per un tavolo tecnico.',
    'does.member': 'Fa parte di un gruppo: vi partecipa e vi decide.',
    'does.observer': 'Assiste a un gruppo, senza votare.',
    'does.analyst': 'Dichiara lo stato dei risultati che la piattaforma non misura da sé, con la prova.',
    'does.delegate': 'Parla a nome di un’organizzazione.',
    'does.none': 'Nessun incarico: legge, cerca e, dove è invitata, partecipa a proprio nome.',
    'role.none': 'Cittadina o cittadino',
  },
  en: {
    'role.administrator': 'Administration of the platform',
    'role.officer': 'AGID, competence centre',
    'role.lead': 'Lead administration',
    'role.chair': 'Chair of a body',
    'role.secretary': 'Secretariat of the working group',
    'role.rapporteur': 'Rapporteur of a technical table',
    'role.member': 'Member of a body',
    'role.observer': 'Observer of a body',
    'role.analyst': 'Monitoring analyst',
    'role.delegate': 'Delegate of an organisation',
    'does.administrator': 'Grants and ends roles, keeps the registers of organisations and of the plan.',
    'does.officer': 'Brings ecosystems to life, imports the plan, appoints lead administrations and may grant derogations.',
    'does.lead': 'Describes the ecosystem, starts and concludes its phases, involves its actors.',
    'does.chair': 'Chairs a body: convenes it, approves its minutes.',
    'does.secretary': 'Helps the lead administration: involves the actors and keeps the work in order.',
    'does.rapporteur': 'Reports for a technical table.',
    'does.member': 'Belongs to a body: takes part in it and decides.',
    'does.observer': 'Attends a body, without a vote.',
    'does.analyst': 'Declares the state of the results that the platform cannot measure, with the evidence.',
    'does.delegate': 'Speaks for an organisation.',
    'does.none': 'No role: reads, searches and, where invited, takes part in their own name.',
    'role.none': 'Citizen',
  },
})

export function roleName(lang: Lang, role: GrantedRole | null): string {
  return say(lang, roleWords, `role.${role ?? 'none'}`)
}
