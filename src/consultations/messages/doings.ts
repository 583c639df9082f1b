import { catalogue } from '../../kernel/words.ts'

export const doingWords = catalogue({
  it: {
    withdrawLead: 'Il testo esce da ogni pagina; nel registro resta il numero, con scritto che è stata ritirata. Non si può annullare.',
    withdrawButton: 'Ritira per sempre',
    save: 'Salva il cambiamento',
    changeLead: 'Il testo di prima resta nella storia dell’osservazione.',
    flagLead: 'Chi modera la leggerà. Nulla viene oscurato in automatico.',
    flagRule: 'Quale regola non rispetta',
    flagNote: 'Che cosa vuoi aggiungere',
    flagButton: 'Manda la segnalazione',
    appealLead: 'Lo guarda una persona diversa da chi ha oscurato l’osservazione. Si chiede una volta.',
    appealReason: 'Perché va ripristinata',
    appealButton: 'Chiedi il riesame',
  },
  en: {
    withdrawLead: 'The text leaves every page; its number stays in the ledger, marked as withdrawn. This cannot be undone.',
    withdrawButton: 'Withdraw for ever',
    save: 'Save the change',
    changeLead: 'The former text stays in the history of the contribution.',
    flagLead: 'Whoever moderates will read it. Nothing is hidden automatically.',
    flagRule: 'Which rule it breaks',
    flagNote: 'What you want to add',
    flagButton: 'Send the report',
    appealLead: 'Somebody other than whoever hid the contribution looks at it. It is asked for once.',
    appealReason: 'Why it should be restored',
    appealButton: 'Ask for the review',
  },
})
