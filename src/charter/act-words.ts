import { isDay } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { type Catalogue, catalogue, formatDay, say, type Values } from '../kernel/words.ts'
import { isPhase, type Phase } from './phases.ts'
import type { Act } from './policy.ts'

const phaseNames: Record<Phase, string> = { envisioning: 'Envisioning', design: 'Design', 'make-or-buy': 'Make or Buy', growth: 'Growth' }

/** One sentence for each act, over the facts of its event and the name of the organisation it concerns. Where it happened is told beside. */
const sentences: Catalogue<Act> = catalogue({
  it: {
    'organisations.add': 'Aggiunta all’elenco: {organisation, select, none {un’organizzazione} other {{organisation}}}',
    'organisations.correct': 'Corretti i dati di {organisation, select, none {un’organizzazione} other {{organisation}}}',
    'organisations.import':
      'Importato l’Indice delle pubbliche amministrazioni, {added, plural, =0 {senza nuove organizzazioni} one {con # nuova organizzazione} other {con # nuove organizzazioni}}',
    'identity.correct': 'Corretti i propri dati personali',
    'identity.download': 'Scaricati i propri dati personali',
    'identity.erase': 'Cancellati i propri dati personali',
    'identity.issue-token': 'Creato un token personale',
    'identity.revoke-token': 'Revocato un token personale',
    'identity.sign-out-everywhere': 'Chiuse tutte le proprie sessioni',
    'identity.grant':
      'Affidato un incarico: {role, select, administrator {amministrazione della piattaforma} officer {centro di competenza AGID} lead {amministrazione capofila} secretary {segreteria} rapporteur {relazione di un tavolo} analyst {analisi del monitoraggio} other {delega di un’organizzazione}}',
    'identity.end-grant':
      'Terminato un incarico: {role, select, administrator {amministrazione della piattaforma} officer {centro di competenza AGID} lead {amministrazione capofila} secretary {segreteria} rapporteur {relazione di un tavolo} analyst {analisi del monitoraggio} other {delega di un’organizzazione}}',
    'ecosystems.add': 'Aggiunto l’ecosistema',
    'ecosystems.describe': 'Aggiornata la descrizione dell’ecosistema',
    'ecosystems.appoint-lead': 'Nominata capofila: {organisation, select, none {un’amministrazione} other {{organisation}}}',
    'ecosystems.dismiss-lead': 'Non è più capofila: {organisation, select, none {un’amministrazione} other {{organisation}}}',
    'ecosystems.involve':
      '{toDay, select, none {Partecipa da ora} other {Non partecipa più}}: {organisation, select, none {uno degli attori} other {{organisation}}}',
    'ecosystems.begin-cycle': 'Cominciato il ciclo numero {number}',
    'ecosystems.set-term': 'Fissate le date della fase {phase}',
    'ecosystems.start-phase': 'Avviata la fase {phase}',
    'ecosystems.import': '{created, select, true {Aggiunto l’ecosistema} other {Aggiornato l’ecosistema}} dal testo del Piano',
    'groups.constitute':
      '{kind, select, group {Costituito il gruppo di lavoro} table {Istituito un tavolo tecnico} monitoring {Istituito il tavolo di monitoraggio} other {Istituito un gruppo}}',
    'groups.describe': 'Aggiornati mandato, atto o regole di un gruppo',
    'groups.set-term': '{ended, select, true {Sciolto un gruppo} other {Cambiata la durata di un gruppo}}',
    'groups.admit':
      'Entra in un gruppo: {membership, select, chair {chi lo presiede} secretary {chi ne tiene la segreteria} rapporteur {chi riferisce} member {chi ne fa parte} observer {chi vi assiste} other {una persona}}{organisation, select, none {} other {, per {organisation}}}',
    'groups.end-membership':
      'Esce da un gruppo: {membership, select, chair {chi lo presiede} secretary {chi ne tiene la segreteria} rapporteur {chi riferisce} member {chi ne fa parte} observer {chi vi assiste} other {una persona}}{organisation, select, none {} other {, per {organisation}}}',
    'groups.show-name': 'Scelto se mostrare il proprio nome tra i componenti',
    'groups.convene': 'Convocata una riunione',
    'groups.change-meeting': 'Cambiata la convocazione di una riunione',
    'groups.cancel-meeting': 'Annullata una riunione',
    'groups.answer': 'Risposto a una convocazione',
    'groups.record-attendance': 'Registrate le presenze di una riunione',
    'groups.write-minutes': 'Scritto un verbale in bozza',
    'groups.send-minutes': 'Mandato un verbale a chi era presente',
    'groups.remark': 'Risposto su un verbale in bozza',
    'groups.answer-remark': 'Dato esito a una correzione proposta',
    'groups.approve-minutes': 'Approvato il verbale di una riunione',
    'groups.correct-minutes': 'Rettificato un verbale approvato',
    'groups.decide': 'Presa la decisione numero {number}',
    'groups.annul-decision': 'Annullata la decisione numero {number}',
    'groups.assign-task': 'Affidato un compito',
    'groups.withdraw-task': 'Ritirato un compito',
    'groups.finish-task': 'Concluso un compito',
    'groups.issue-calendar': 'Creato il proprio calendario',
    'groups.revoke-calendar': 'Revocato il proprio calendario',
    'listening.add-stakeholder': 'Messo un portatore di interesse sulla mappa',
    'listening.change-stakeholder': 'Aggiornato un portatore di interesse',
    'listening.remove-stakeholder': 'Tolto un portatore di interesse dalla mappa',
    'listening.note-involvement': 'Annotato un coinvolgimento',
    'listening.show-stakeholder-name': 'Scelto se mostrare il proprio nome tra i portatori di interesse',
    'listening.call-hearing': 'Indetta l’audizione numero {number}',
    'listening.change-hearing': 'Cambiata l’audizione numero {number}',
    'listening.cancel-hearing': 'Annullata l’audizione numero {number}',
    'listening.link-recording': 'Collegata la registrazione di un’audizione',
    'listening.invite': 'Invitati portatori di interesse a un’audizione',
    'listening.decline': 'Declinato l’invito a un’audizione',
    'listening.register': 'Chiesto di essere ascoltato in un’audizione',
    'listening.withdraw': 'Ritirata l’iscrizione a un’audizione',
    'listening.write-minutes': 'Scritto il verbale di un’audizione',
    'listening.send-minutes': 'Mandato il verbale di un’audizione a chi è stato ascoltato',
    'listening.amend': 'Risposto sul verbale di un’audizione',
    'listening.answer-amendment': 'Dato esito a un emendamento',
    'listening.close-minutes': 'Reso definitivo il verbale dell’audizione numero {number}',
    'listening.correct-minutes': 'Rettificato il verbale dell’audizione numero {number}',
    'listening.record-need': 'Registrata l’esigenza E-{number}',
    'listening.correct-need': 'Corretta l’esigenza E-{number}',
    'listening.merge-needs': 'Unita l’esigenza E-{number} a un’altra uguale',
    'listening.separate-needs': 'Separata l’esigenza E-{number} da quella a cui era unita',
    'listening.tell-needs-apart': 'Riconosciute diverse due esigenze simili',
    'listening.open-call': 'Indetta la raccolta di esigenze numero {number}',
    'listening.change-call': 'Cambiata la raccolta di esigenze numero {number}',
    'listening.propose-need': 'Proposta un’esigenza',
    'listening.withdraw-proposal': 'Ritirata un’esigenza proposta',
    'listening.answer-proposal': 'Dato esito a un’esigenza proposta',
    'documents.begin':
      'Cominciato un documento: {about, select, perimeter {il perimetro} vision {la vision} strategy {la strategia} other {un testo}}',
    'documents.describe': 'Aggiornati il titolo o i gruppi di un documento',
    'documents.write': 'Scritto nella bozza di un documento',
    'documents.import': 'Importato un testo nella bozza di un documento',
    'documents.comment': 'Commentata la bozza di un documento',
    'documents.resolve-comment': '{open, select, true {Riaperto} other {Chiuso}} un commento alla bozza di un documento',
    'documents.freeze':
      'Congelata la versione {number} di {about, select, perimeter {perimetro} vision {vision} strategy {strategia} other {un documento}}',
    'documents.declare-final':
      'Dichiarata definitiva la versione {number} di {about, select, perimeter {perimetro} vision {vision} strategy {strategia} other {un documento}}',
    'documents.adopt':
      'Adottata la versione {number} di {about, select, perimeter {perimetro} vision {vision} strategy {strategia} other {un documento}}',
    'documents.publish':
      'Pubblicata la versione {number} di {about, select, perimeter {perimetro} vision {vision} strategy {strategia} other {un documento}}',
    'portfolio.add':
      'Aggiunto {kind, select, project {un progetto} service {un servizio prioritario} existing {un progetto esistente da integrare} other {un progetto}}{organisation, select, none {} other {, di {organisation}}}',
    'portfolio.correct':
      'Corretto {kind, select, project {un progetto} service {un servizio prioritario} existing {un progetto esistente} other {un progetto}}',
    'portfolio.stop':
      'Fermato {kind, select, project {un progetto} service {un servizio prioritario} existing {un progetto esistente} other {un progetto}}',
    'portfolio.resume':
      'Ripreso {kind, select, project {un progetto} service {un servizio prioritario} existing {un progetto esistente} other {un progetto}}',
    'portfolio.withdraw':
      'Ritirato {kind, select, project {un progetto} service {un servizio prioritario} existing {un progetto esistente} other {un progetto}}',
    'portfolio.answer-need':
      'Collegata un’esigenza a {kind, select, project {un progetto} service {un servizio prioritario} existing {un progetto esistente} other {un progetto}}',
    'portfolio.drop-need':
      'Scollegata un’esigenza da {kind, select, project {un progetto} service {un servizio prioritario} existing {un progetto esistente} other {un progetto}}',
    'portfolio.begin-ranking': 'Cominciata la classifica numero {number} degli interventi prioritari',
    'portfolio.set-ranking-method': 'Scritto il metodo della classifica numero {number}',
    'portfolio.freeze-ranking': 'Congelato il metodo della classifica numero {number}',
    'portfolio.give-scores': 'Dati i propri punteggi nella classifica numero {number}',
    'portfolio.withdraw-scores': 'Ritirati i propri punteggi dalla classifica numero {number}',
    'portfolio.close-ranking': 'Chiusa la classifica numero {number} degli interventi prioritari',
    'portfolio.abandon-ranking': 'Abbandonata la classifica numero {number}',
    'consultations.prepare': 'Preparato un passo di una consultazione',
    'consultations.open': 'Aperta la consultazione dal {opensOn} al {closesOn}',
    'consultations.discard': 'Scartata la preparazione di una consultazione',
    'consultations.take-up-again': 'Ripresa la preparazione di una consultazione',
    'consultations.accompany': 'Aggiornati i materiali o gli appuntamenti di una consultazione aperta',
    'consultations.extend': 'Prorogata la consultazione fino al {closesOn}',
    'consultations.suspend': 'Sospesa la consultazione',
    'consultations.resume': 'Ripresa la consultazione, che ora chiude il {closesOn}',
    'consultations.record-interruption': 'Registrata un’interruzione del servizio: la consultazione chiude il {closesOn}',
    'consultations.restart': 'Cambiato il testo in consultazione, che ora chiude il {closesOn}',
    'consultations.contribute': 'Inviata l’osservazione {number}',
    'consultations.change-contribution': 'Cambiata l’osservazione {number}',
    'consultations.withdraw-contribution': 'Ritirata l’osservazione {number}',
    'consultations.support': 'Sostenuta un’osservazione',
    'consultations.comment': 'Risposto a un’osservazione',
    'consultations.flag': 'Segnalata un’osservazione',
    'consultations.appeal': 'Chiesto di rivedere una moderazione',
    'consultations.enter': 'Registrata l’osservazione {number}, arrivata su un altro canale',
    'consultations.import': 'Registrate {added, plural, one {# osservazione arrivata} other {# osservazioni arrivate}} su un altro canale',
    'consultations.hide': 'Oscurata l’osservazione {number}, secondo le regole',
    'consultations.keep': 'Lasciata visibile l’osservazione {number}',
    'consultations.settle-appeal':
      '{restored, select, true {Ripristinata, dopo un riesame, l’osservazione {number}} other {Confermato, dopo un riesame, l’oscuramento dell’osservazione {number}}}',
    'consultations.place-annotation': 'Stabilito dove sta l’osservazione {number} in una nuova versione del testo',
    'answers.prepare': 'Preparata una risposta alle osservazioni',
    'answers.publish':
      'Pubblicate {contributions, plural, =0 {risposte} one {la risposta a # osservazione} other {le risposte a # osservazioni}}',
    'answers.correct': 'Rettificata una risposta pubblicata',
    'answers.write-report': 'Scritti gli esiti di una consultazione',
    'answers.conclude':
      'Pubblicati gli esiti della consultazione: {received, plural, one {# osservazione} other {# osservazioni}}, a ciascuna un riscontro',
    'answers.evaluate': 'Valutata una consultazione',
    'gates.conclude': 'Conclusa la fase {phase}, con tutte le prove',
    'gates.derogate': 'Conclusa la fase {phase}, con una deroga motivata',
    'plan.import':
      'Importato il Piano {edition}, {changed, plural, =0 {senza azioni nuove o cambiate} one {con # azione nuova o cambiata} other {con # azioni nuove o cambiate}}',
    'plan.declare': 'Dichiarato lo stato di un risultato dell’azione {code}',
    'plan.withdraw-declaration': 'Ritirata una dichiarazione sull’azione {code}',
    'plan.link-lineage': '{withdrawn, select, true {Ritirato} other {Registrato}} il legame di un’azione con un’altra edizione del Piano',
    'notifications.arrange': 'Scelti gli avvisi da ricevere',
    'notifications.follow': '{following, select, true {Cominciato} other {Smesso}} di seguire un ecosistema',
    'platform.move-clock': 'Portato avanti l’orologio della dimostrazione di {days, plural, one {# giorno} other {# giorni}}',
  },
  en: {
    'organisations.add': 'Added to the list: {organisation, select, none {an organisation} other {{organisation}}}',
    'organisations.correct': 'Corrected the data of {organisation, select, none {an organisation} other {{organisation}}}',
    'organisations.import':
      'Imported the Index of public administrations, {added, plural, =0 {without new organisations} one {with # new organisation} other {with # new organisations}}',
    'identity.correct': 'Corrected their own personal data',
    'identity.download': 'Downloaded their own personal data',
    'identity.erase': 'Erased their own personal data',
    'identity.issue-token': 'Made a personal token',
    'identity.revoke-token': 'Revoked a personal token',
    'identity.sign-out-everywhere': 'Closed all their own sessions',
    'identity.grant':
      'Gave a role: {role, select, administrator {administration of the platform} officer {AGID competence centre} lead {lead administration} secretary {secretariat} rapporteur {rapporteur of a table} analyst {monitoring analyst} other {delegate of an organisation}}',
    'identity.end-grant':
      'Ended a role: {role, select, administrator {administration of the platform} officer {AGID competence centre} lead {lead administration} secretary {secretariat} rapporteur {rapporteur of a table} analyst {monitoring analyst} other {delegate of an organisation}}',
    'ecosystems.add': 'Added the ecosystem',
    'ecosystems.describe': 'Updated the description of the ecosystem',
    'ecosystems.appoint-lead': 'Appointed as lead: {organisation, select, none {an administration} other {{organisation}}}',
    'ecosystems.dismiss-lead': 'No longer leads: {organisation, select, none {an administration} other {{organisation}}}',
    'ecosystems.involve':
      '{toDay, select, none {Now takes part} other {No longer takes part}}: {organisation, select, none {one of the actors} other {{organisation}}}',
    'ecosystems.begin-cycle': 'Began cycle number {number}',
    'ecosystems.set-term': 'Set the dates of the {phase} phase',
    'ecosystems.start-phase': 'Started the {phase} phase',
    'ecosystems.import': '{created, select, true {Added the ecosystem} other {Updated the ecosystem}} from the text of the plan',
    'groups.constitute':
      '{kind, select, group {Constituted the working group} table {Set up a technical table} monitoring {Set up the monitoring table} other {Set up a body}}',
    'groups.describe': 'Updated the mandate, the act or the rules of a body',
    'groups.set-term': '{ended, select, true {Dissolved a body} other {Changed the term of a body}}',
    'groups.admit':
      'Joins a body: {membership, select, chair {its chair} secretary {its secretary} rapporteur {its rapporteur} member {a member} observer {an observer} other {a person}}{organisation, select, none {} other {, for {organisation}}}',
    'groups.end-membership':
      'Leaves a body: {membership, select, chair {its chair} secretary {its secretary} rapporteur {its rapporteur} member {a member} observer {an observer} other {a person}}{organisation, select, none {} other {, for {organisation}}}',
    'groups.show-name': 'Chose whether to show their own name among the members',
    'groups.convene': 'Convened a meeting',
    'groups.change-meeting': 'Changed the convocation of a meeting',
    'groups.cancel-meeting': 'Cancelled a meeting',
    'groups.answer': 'Answered a convocation',
    'groups.record-attendance': 'Recorded who attended a meeting',
    'groups.write-minutes': 'Wrote draft minutes',
    'groups.send-minutes': 'Sent minutes to those who attended',
    'groups.remark': 'Answered on draft minutes',
    'groups.answer-remark': 'Gave an outcome to a proposed correction',
    'groups.approve-minutes': 'Approved the minutes of a meeting',
    'groups.correct-minutes': 'Corrected approved minutes',
    'groups.decide': 'Took decision number {number}',
    'groups.annul-decision': 'Annulled decision number {number}',
    'groups.assign-task': 'Assigned a task',
    'groups.withdraw-task': 'Withdrew a task',
    'groups.finish-task': 'Finished a task',
    'groups.issue-calendar': 'Made their own calendar',
    'groups.revoke-calendar': 'Revoked their own calendar',
    'listening.add-stakeholder': 'Put a stakeholder on the map',
    'listening.change-stakeholder': 'Updated a stakeholder',
    'listening.remove-stakeholder': 'Took a stakeholder off the map',
    'listening.note-involvement': 'Noted an involvement',
    'listening.show-stakeholder-name': 'Chose whether to show their own name among the stakeholders',
    'listening.call-hearing': 'Called hearing number {number}',
    'listening.change-hearing': 'Changed hearing number {number}',
    'listening.cancel-hearing': 'Cancelled hearing number {number}',
    'listening.link-recording': 'Linked the recording of a hearing',
    'listening.invite': 'Invited stakeholders to a hearing',
    'listening.decline': 'Declined the invitation to a hearing',
    'listening.register': 'Asked to be heard in a hearing',
    'listening.withdraw': 'Withdrew from a hearing',
    'listening.write-minutes': 'Wrote the minutes of a hearing',
    'listening.send-minutes': 'Sent the minutes of a hearing to those heard',
    'listening.amend': 'Answered on the minutes of a hearing',
    'listening.answer-amendment': 'Gave an outcome to an amendment',
    'listening.close-minutes': 'Made the minutes of hearing number {number} final',
    'listening.correct-minutes': 'Corrected the minutes of hearing number {number}',
    'listening.record-need': 'Recorded need E-{number}',
    'listening.correct-need': 'Corrected need E-{number}',
    'listening.merge-needs': 'Merged need E-{number} into another that is the same',
    'listening.separate-needs': 'Separated need E-{number} from the one it was merged into',
    'listening.tell-needs-apart': 'Told two similar needs apart',
    'listening.open-call': 'Opened call for needs number {number}',
    'listening.change-call': 'Changed call for needs number {number}',
    'listening.propose-need': 'Proposed a need',
    'listening.withdraw-proposal': 'Withdrew a proposed need',
    'listening.answer-proposal': 'Gave an outcome to a proposed need',
    'documents.begin':
      'Began a document: {about, select, perimeter {the perimeter} vision {the vision} strategy {the strategy} other {a text}}',
    'documents.describe': 'Updated the title or the bodies of a document',
    'documents.write': 'Wrote in the draft of a document',
    'documents.import': 'Imported a text into the draft of a document',
    'documents.comment': 'Commented on the draft of a document',
    'documents.resolve-comment': '{open, select, true {Reopened} other {Resolved}} a comment on the draft of a document',
    'documents.freeze':
      'Froze version {number} of {about, select, perimeter {the perimeter} vision {the vision} strategy {the strategy} other {a document}}',
    'documents.declare-final':
      'Declared final version {number} of {about, select, perimeter {the perimeter} vision {the vision} strategy {the strategy} other {a document}}',
    'documents.adopt':
      'Adopted version {number} of {about, select, perimeter {the perimeter} vision {the vision} strategy {the strategy} other {a document}}',
    'documents.publish':
      'Published version {number} of {about, select, perimeter {the perimeter} vision {the vision} strategy {the strategy} other {a document}}',
    'portfolio.add':
      'Added {kind, select, project {a project} service {a priority service} existing {an existing project to integrate} other {a project}}{organisation, select, none {} other {, of {organisation}}}',
    'portfolio.correct':
      'Corrected {kind, select, project {a project} service {a priority service} existing {an existing project} other {a project}}',
    'portfolio.stop':
      'Stopped {kind, select, project {a project} service {a priority service} existing {an existing project} other {a project}}',
    'portfolio.resume':
      'Resumed {kind, select, project {a project} service {a priority service} existing {an existing project} other {a project}}',
    'portfolio.withdraw':
      'Withdrew {kind, select, project {a project} service {a priority service} existing {an existing project} other {a project}}',
    'portfolio.answer-need':
      'Linked a need to {kind, select, project {a project} service {a priority service} existing {an existing project} other {a project}}',
    'portfolio.drop-need':
      'Unlinked a need from {kind, select, project {a project} service {a priority service} existing {an existing project} other {a project}}',
    'portfolio.begin-ranking': 'Began ranking number {number} of priority interventions',
    'portfolio.set-ranking-method': 'Wrote the method of ranking number {number}',
    'portfolio.freeze-ranking': 'Froze the method of ranking number {number}',
    'portfolio.give-scores': 'Gave their own scores in ranking number {number}',
    'portfolio.withdraw-scores': 'Withdrew their own scores from ranking number {number}',
    'portfolio.close-ranking': 'Closed ranking number {number} of priority interventions',
    'portfolio.abandon-ranking': 'Gave up ranking number {number}',
    'consultations.prepare': 'Prepared a step of a consultation',
    'consultations.open': 'Opened the consultation from {opensOn} to {closesOn}',
    'consultations.discard': 'Discarded the preparation of a consultation',
    'consultations.take-up-again': 'Took up again the preparation of a consultation',
    'consultations.accompany': 'Updated the materials or the dates of an opened consultation',
    'consultations.extend': 'Extended the consultation until {closesOn}',
    'consultations.suspend': 'Suspended the consultation',
    'consultations.resume': 'Resumed the consultation, which now closes on {closesOn}',
    'consultations.record-interruption': 'Recorded a service interruption: the consultation closes on {closesOn}',
    'consultations.restart': 'Changed the text consulted upon; the consultation now closes on {closesOn}',
    'consultations.contribute': 'Sent contribution {number}',
    'consultations.change-contribution': 'Changed contribution {number}',
    'consultations.withdraw-contribution': 'Withdrew contribution {number}',
    'consultations.support': 'Supported a contribution',
    'consultations.comment': 'Answered a contribution',
    'consultations.flag': 'Flagged a contribution',
    'consultations.appeal': 'Asked to look again at a moderation',
    'consultations.enter': 'Recorded contribution {number}, which came on another channel',
    'consultations.import': 'Recorded {added, plural, one {# contribution} other {# contributions}} that came on another channel',
    'consultations.hide': 'Hid contribution {number}, by the rules',
    'consultations.keep': 'Left contribution {number} visible',
    'consultations.settle-appeal':
      '{restored, select, true {Restored, on review, contribution {number}} other {Confirmed, on review, the hiding of contribution {number}}}',
    'consultations.place-annotation': 'Decided where contribution {number} stands in a new version of the text',
    'answers.prepare': 'Prepared a reply to contributions',
    'answers.publish':
      'Published {contributions, plural, =0 {replies} one {the reply to # contribution} other {the replies to # contributions}}',
    'answers.correct': 'Corrected a published reply',
    'answers.write-report': 'Wrote the outcomes of a consultation',
    'answers.conclude':
      'Published the outcomes of the consultation: {received, plural, one {# contribution} other {# contributions}}, each with its reply',
    'answers.evaluate': 'Evaluated a consultation',
    'gates.conclude': 'Concluded the {phase} phase, with all its evidence',
    'gates.derogate': 'Concluded the {phase} phase, by a reasoned derogation',
    'plan.import':
      'Imported the {edition} plan, {changed, plural, =0 {without new or changed actions} one {with # new or changed action} other {with # new or changed actions}}',
    'plan.declare': 'Declared the state of a result of action {code}',
    'plan.withdraw-declaration': 'Withdrew a declaration on action {code}',
    'plan.link-lineage': '{withdrawn, select, true {Withdrew} other {Recorded}} the link of an action with another edition of the plan',
    'notifications.arrange': 'Chose which notices to get',
    'notifications.follow': '{following, select, true {Began} other {Ceased}} to follow an ecosystem',
    'platform.move-clock': 'Moved the demonstration’s clock forward by {days, plural, one {# day} other {# days}}',
  },
})

const untold: Values = {
  organisation: 'none',
  role: 'none',
  kind: 'none',
  membership: 'none',
  ended: 'false',
  toDay: 'none',
  phase: '',
  number: '',
  edition: '',
  code: '',
  added: 0,
  changed: 0,
  days: 0,
  contributions: 0,
  received: 0,
  created: 'false',
  withdrawn: 'false',
  following: 'false',
  about: 'none',
  open: 'false',
  restored: 'false',
  opensOn: '',
  closesOn: '',
}

/** What an event tells: 'Avviata la fase Design'. An act of a newer version than this is told by its name. */
export function tellAct(lang: Lang, event: { readonly act: string; readonly facts: unknown }, organisation?: string | null): string {
  if (!isAct(event.act)) return event.act
  const values: Record<string, string | number> = {}
  for (const [name, fact] of Object.entries(event.facts as object))
    if (typeof fact === 'number') values[name] = fact
    else if (typeof fact === 'string' || typeof fact === 'boolean') values[name] = wordOf(lang, String(fact))
  return say(lang, sentences, event.act, { ...untold, ...values, ...(organisation ? { organisation } : {}) })
}

function wordOf(lang: Lang, fact: string): string {
  if (isPhase(fact)) return phaseNames[fact]
  return isDay(fact) ? formatDay(lang, fact) : fact
}

const isAct = (act: string): act is Act => Object.hasOwn(sentences.it, act)
