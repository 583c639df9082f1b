import { catalogue } from '../../kernel/words.ts'
import type { PersonaSubject } from '../demonstration/personas.ts'

export const signInWords = catalogue({
  it: {
    title: 'Entra in Simbiosi',
    lead: 'Per leggere non serve entrare. Serve per partecipare e per gli atti d’ufficio: chi sei lo dice il tuo gestore d’identità, qui non c’è una password.',
    already: 'Sei già dentro come {name}.',
    alreadyNext: 'Se entri come un’altra persona, questa sessione finisce.',
    providers: 'Con la tua identità digitale',
    providersLead: 'Ti portiamo dal gestore e poi di nuovo qui, alla pagina da cui vieni.',
    enterWith: 'Entra con {provider}',
    noProviders: 'Su questa piattaforma non è ancora configurato nessun gestore d’identità: per ora si può solo leggere.',
    demo: 'Persone della dimostrazione',
    demoLead:
      'Sono inventate, e chiunque può entrare come ciascuna di loro. L’ingresso è vero: stesso protocollo, stesse sessioni, stessi permessi.',
    enterAs: 'Entra come {name}',
    what: 'Che cosa succede quando entri',
    what1:
      'Il gestore ci dice come ti chiami, il tuo indirizzo di posta se lo conosce, e con quale livello di sicurezza ti ha riconosciuto.',
    what2: 'Questi dati stanno in una sola tabella: nel resto della piattaforma sei un numero senza significato.',
    what3: 'Nel browser resta un cookie, solo finché sei dentro. Dal tuo profilo puoi scaricare tutto, correggere, cancellare.',
    'outcome.annullato.title': 'Non sei entrato',
    'outcome.annullato':
      'Il gestore d’identità ci ha detto che l’ingresso è stato annullato. Nulla è stato registrato: puoi riprovare quando vuoi.',
    'outcome.fallito.title': 'L’ingresso non è riuscito',
    'outcome.fallito': 'È passato troppo tempo, o un passaggio si è perso per strada. Riprova da qui.',
    'outcome.uscito.title': 'Sei uscito',
    'outcome.uscito': 'La sessione è finita e il cookie è stato tolto. Puoi continuare a leggere tutto.',
    'outcome.ovunque.title': 'Sei uscito ovunque',
    'outcome.ovunque':
      'Tutte le tue sessioni sono finite, su ogni dispositivo. I token personali funzionano ancora: si revocano dal profilo.',
    'outcome.cancellato.title': 'Il tuo profilo è stato cancellato',
    'outcome.cancellato':
      'Nome, posta, codice fiscale, ingressi, sessioni e token non ci sono più; i tuoi incarichi sono terminati. Gli atti che hai compiuto restano, senza il tuo nome.',
  },
  en: {
    title: 'Sign in to Simbiosi',
    lead: 'Reading needs no account. Taking part and official acts do: your identity provider says who you are, there is no password here.',
    already: 'You are already signed in as {name}.',
    alreadyNext: 'If you sign in as somebody else, this session ends.',
    providers: 'With your digital identity',
    providersLead: 'We take you to the provider and then back here, to the page you come from.',
    enterWith: 'Sign in with {provider}',
    noProviders: 'No identity provider is configured on this platform yet: for now it can only be read.',
    demo: 'People of the demonstration',
    demoLead:
      'They are invented, and anybody may enter as each of them. The entrance is real: same protocol, same sessions, same permissions.',
    enterAs: 'Enter as {name}',
    what: 'What happens when you sign in',
    what1: 'The provider tells us your name, your e-mail address if it knows it, and how securely it recognised you.',
    what2: 'These data stand in one table only: everywhere else on the platform you are a number without meaning.',
    what3:
      'A cookie stays in your browser, only while you are signed in. From your account you can download everything, correct it, erase it.',
    'outcome.annullato.title': 'You did not sign in',
    'outcome.annullato': 'The identity provider told us that signing in was cancelled. Nothing was recorded: try again whenever you like.',
    'outcome.fallito.title': 'Signing in did not work',
    'outcome.fallito': 'Too much time has passed, or a step got lost on the way. Try again from here.',
    'outcome.uscito.title': 'You signed out',
    'outcome.uscito': 'The session is over and the cookie is gone. You can go on reading everything.',
    'outcome.ovunque.title': 'You signed out everywhere',
    'outcome.ovunque': 'All your sessions are over, on every device. Personal tokens still work: revoke them from your account.',
    'outcome.cancellato.title': 'Your account was erased',
    'outcome.cancellato':
      'Name, e-mail, tax code, sign-ins, sessions and tokens are gone; your roles have ended. The acts you did remain, without your name.',
  },
})

export const outcomes = ['annullato', 'fallito', 'uscito', 'ovunque', 'cancellato'] as const
export type Outcome = (typeof outcomes)[number]

/** Who each person of the demonstration is. */
export const personaWords = catalogue<Record<PersonaSubject, string>>({
  it: {
    'demo-officer': 'Funzionaria di AGID, centro di competenza',
    'demo-administrator': 'Amministratore della piattaforma',
    'demo-lead': 'Capofila di Beni culturali e turismo',
    'demo-secretary': 'Segretario del gruppo di lavoro Beni culturali e turismo',
    'demo-rapporteur': 'Relatrice di un tavolo tecnico di Beni culturali e turismo',
    'demo-analyst': 'Analista del monitoraggio',
    'demo-delegate': 'Delegata di un’impresa che lavora con i musei',
    'demo-citizen': 'Cittadino',
  },
  en: {
    'demo-officer': 'AGID officer, competence centre',
    'demo-administrator': 'Administrator of the platform',
    'demo-lead': 'Lead administration of Culture and tourism',
    'demo-secretary': 'Secretary of the working group on Culture and tourism',
    'demo-rapporteur': 'Rapporteur of a technical table on Culture and tourism',
    'demo-analyst': 'Monitoring analyst',
    'demo-delegate': 'Delegate of a firm that works with museums',
    'demo-citizen': 'Citizen',
  },
})
