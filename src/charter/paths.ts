import type { Lang } from '../kernel/lang.ts'
import type { Phase } from './phases.ts'

const seg = encodeURIComponent

/**
 * Every address of the site, in its Italian form. Pages link through here, so a link never makes one room import
 * another. The English site has the same addresses under `/en`: see `inLang`.
 */
export const paths = {
  home: '/',
  search: '/cerca',
  desk: '/scrivania',
  signIn: '/entra',
  signInWith: (provider: string) => `/entra/${seg(provider)}`,
  signInReturn: (provider: string) => `/entra/${seg(provider)}/ritorno`,
  signOut: '/esci',
  signOutEverywhere: '/esci/ovunque',
  account: '/profilo',
  accountData: '/profilo/dati',
  accountErase: '/profilo/cancellazione',
  tokens: '/profilo/token',
  token: (id: string) => `/profilo/token/${seg(id)}`,
  tokenEnd: (id: string) => `/profilo/token/${seg(id)}/revoca`,
  grants: '/incarichi',
  grant: (id: string) => `/incarichi/${seg(id)}`,
  grantEnd: (id: string) => `/incarichi/${seg(id)}/fine`,
  newGrant: '/incarichi/nuovo',

  organisations: '/organizzazioni',
  organisation: (id: string) => `/organizzazioni/${seg(id)}`,
  organisationEdit: (id: string) => `/organizzazioni/${seg(id)}/modifica`,
  newOrganisation: '/organizzazioni/nuova',
  organisationsImport: '/organizzazioni/importa',
  organisationsUpload: (id: string) => `/organizzazioni/importa/${seg(id)}`,
  organisationsRefused: (id: string) => `/organizzazioni/importa/${seg(id)}/righe-rifiutate.csv`,
  organisationOptions: '/organizzazioni/suggerimenti',

  ecosystems: '/ecosistemi',
  newEcosystem: '/ecosistemi/nuovo',
  ecosystem: (slug: string) => `/ecosistemi/${seg(slug)}`,
  ecosystemEdit: (slug: string) => `/ecosistemi/${seg(slug)}/modifica`,
  ecosystemLeads: (slug: string) => `/ecosistemi/${seg(slug)}/capofila`,
  leadEnd: (slug: string, id: string) => `/ecosistemi/${seg(slug)}/capofila/${seg(id)}/fine`,
  ecosystemActors: (slug: string) => `/ecosistemi/${seg(slug)}/attori`,
  actorEnd: (slug: string, id: string) => `/ecosistemi/${seg(slug)}/attori/${seg(id)}/fine`,
  cycles: (slug: string) => `/ecosistemi/${seg(slug)}/cicli`,
  gate: (slug: string, phase: Phase) => `/ecosistemi/${seg(slug)}/fasi/${phase}`,
  phaseStart: (slug: string, phase: Phase) => `/ecosistemi/${seg(slug)}/fasi/${phase}/avvio`,
  phaseTerm: (slug: string, phase: Phase) => `/ecosistemi/${seg(slug)}/fasi/${phase}/termine`,
  phaseConclusion: (slug: string, phase: Phase) => `/ecosistemi/${seg(slug)}/fasi/${phase}/conclusione`,
  derogation: (slug: string, phase: Phase) => `/ecosistemi/${seg(slug)}/fasi/${phase}/deroga`,

  bodies: (slug: string) => `/ecosistemi/${seg(slug)}/gruppi`,
  newBody: (slug: string) => `/ecosistemi/${seg(slug)}/gruppi/nuovo`,
  ecosystemCalendar: (slug: string) => `/ecosistemi/${seg(slug)}/calendario.ics`,
  body: (id: string) => `/gruppi/${seg(id)}`,
  bodyEdit: (id: string) => `/gruppi/${seg(id)}/modifica`,
  bodyTerm: (id: string) => `/gruppi/${seg(id)}/durata`,
  bodyEnd: (id: string) => `/gruppi/${seg(id)}/scioglimento`,
  bodyCalendar: (id: string) => `/gruppi/${seg(id)}/calendario.ics`,
  bodyMembers: (id: string) => `/gruppi/${seg(id)}/componenti`,
  newMember: (id: string) => `/gruppi/${seg(id)}/componenti/nuovo`,
  memberEnd: (id: string, member: string) => `/gruppi/${seg(id)}/componenti/${seg(member)}/fine`,
  memberName: (id: string, member: string) => `/gruppi/${seg(id)}/componenti/${seg(member)}/nome`,
  newMeeting: (id: string) => `/gruppi/${seg(id)}/riunioni/nuova`,
  newTask: (id: string) => `/gruppi/${seg(id)}/compiti/nuovo`,
  meeting: (id: string) => `/riunioni/${seg(id)}`,
  meetingEdit: (id: string) => `/riunioni/${seg(id)}/modifica`,
  meetingCancel: (id: string) => `/riunioni/${seg(id)}/annullamento`,
  meetingCalendar: (id: string) => `/riunioni/${seg(id)}/calendario.ics`,
  meetingAnswer: (id: string) => `/riunioni/${seg(id)}/risposta`,
  attendance: (id: string) => `/riunioni/${seg(id)}/presenze`,
  minutes: (id: string) => `/riunioni/${seg(id)}/verbale`,
  minutesEdit: (id: string) => `/riunioni/${seg(id)}/verbale/modifica`,
  minutesSend: (id: string) => `/riunioni/${seg(id)}/verbale/invio`,
  minutesRemarks: (id: string) => `/riunioni/${seg(id)}/verbale/correzioni`,
  minutesRemark: (id: string, remark: string) => `/riunioni/${seg(id)}/verbale/correzioni/${seg(remark)}`,
  minutesApproval: (id: string) => `/riunioni/${seg(id)}/verbale/approvazione`,
  minutesCorrection: (id: string) => `/riunioni/${seg(id)}/verbale/rettifica`,
  newDecision: (id: string) => `/riunioni/${seg(id)}/decisioni/nuova`,
  decision: (id: string) => `/decisioni/${seg(id)}`,
  decisionEnd: (id: string) => `/decisioni/${seg(id)}/annullamento`,
  tasks: '/compiti',
  taskDone: (id: string) => `/compiti/${seg(id)}/fatto`,
  taskEnd: (id: string) => `/compiti/${seg(id)}/ritiro`,
  invitation: (token: string) => `/inviti/${seg(token)}`,
  calendars: '/calendario',
  calendarEnd: '/calendario/revoca',
  personalCalendar: (token: string) => `/calendario/${seg(token)}.ics`,

  listening: (slug: string) => `/ecosistemi/${seg(slug)}/ascolto`,
  stakeholders: (slug: string) => `/ecosistemi/${seg(slug)}/portatori`,
  newStakeholder: (slug: string) => `/ecosistemi/${seg(slug)}/portatori/nuovo`,
  stakeholder: (id: string) => `/portatori/${seg(id)}`,
  stakeholderEdit: (id: string) => `/portatori/${seg(id)}/modifica`,
  stakeholderEnd: (id: string) => `/portatori/${seg(id)}/rimozione`,
  stakeholderName: (id: string) => `/portatori/${seg(id)}/nome`,
  involvements: (id: string) => `/portatori/${seg(id)}/coinvolgimenti`,
  hearings: (slug: string) => `/ecosistemi/${seg(slug)}/audizioni`,
  newHearing: (slug: string) => `/ecosistemi/${seg(slug)}/audizioni/nuova`,
  hearing: (id: string) => `/audizioni/${seg(id)}`,
  hearingEdit: (id: string) => `/audizioni/${seg(id)}/modifica`,
  hearingCancel: (id: string) => `/audizioni/${seg(id)}/annullamento`,
  hearingCalendar: (id: string) => `/audizioni/${seg(id)}/calendario.ics`,
  hearingSlots: (id: string) => `/audizioni/${seg(id)}/turni`,
  hearingSlot: (id: string, slot: string) => `/audizioni/${seg(id)}/turni/${seg(slot)}`,
  hearingSlotEnd: (id: string, slot: string) => `/audizioni/${seg(id)}/turni/${seg(slot)}/rimozione`,
  hearingInvitations: (id: string) => `/audizioni/${seg(id)}/inviti`,
  hearingDecline: (id: string) => `/audizioni/${seg(id)}/inviti/rifiuto`,
  hearingInvitation: (token: string) => `/inviti/audizioni/${seg(token)}`,
  hearingRegistration: (id: string) => `/audizioni/${seg(id)}/iscrizione`,
  hearingWithdrawal: (id: string) => `/audizioni/${seg(id)}/iscrizione/ritiro`,
  hearingRecording: (id: string) => `/audizioni/${seg(id)}/registrazione`,
  hearingMinutes: (id: string) => `/audizioni/${seg(id)}/verbale`,
  newStatement: (id: string) => `/audizioni/${seg(id)}/verbale/interventi/nuovo`,
  statement: (id: string, statement: string) => `/audizioni/${seg(id)}/verbale/interventi/${seg(statement)}`,
  statementEnd: (id: string, statement: string) => `/audizioni/${seg(id)}/verbale/interventi/${seg(statement)}/rimozione`,
  statementNeed: (id: string, statement: string) => `/audizioni/${seg(id)}/verbale/interventi/${seg(statement)}/esigenza`,
  statementAmendment: (id: string, statement: string) => `/audizioni/${seg(id)}/verbale/interventi/${seg(statement)}/emendamento`,
  hearingMinutesSend: (id: string) => `/audizioni/${seg(id)}/verbale/invio`,
  hearingAgreement: (id: string) => `/audizioni/${seg(id)}/verbale/consenso`,
  amendment: (id: string, amendment: string) => `/audizioni/${seg(id)}/verbale/emendamenti/${seg(amendment)}`,
  hearingMinutesFinal: (id: string) => `/audizioni/${seg(id)}/verbale/chiusura`,
  hearingCorrection: (id: string) => `/audizioni/${seg(id)}/verbale/rettifica`,

  plan: '/piano',
  planImport: '/piano/importa',
  planUpload: (id: string) => `/piano/importa/${seg(id)}`,
  planImported: (id: string) => `/piano/importazioni/${seg(id)}`,
  planCompare: '/piano/confronto',
  edition: (edition: string) => `/piano/${seg(edition)}`,
  actionsCsv: (edition: string) => `/piano/${seg(edition)}/azioni.csv`,
  chapters: (edition: string) => `/piano/${seg(edition)}/capitoli`,
  chapter: (edition: string, slug: string) => `/piano/${seg(edition)}/capitoli/${seg(slug)}`,
  timeline: (edition: string) => `/piano/${seg(edition)}/tempi`,
  action: (edition: string, number: string | number) => `/piano/${seg(edition)}/azioni/${seg(String(number))}`,
  declaration: (edition: string, number: string | number, position: number) =>
    `/piano/${seg(edition)}/azioni/${seg(String(number))}/risultati/${position}/dichiarazione`,
  declarationEnd: (edition: string, number: string | number, position: number | string, id: string) =>
    `/piano/${seg(edition)}/azioni/${seg(String(number))}/risultati/${position}/dichiarazione/${seg(id)}/ritiro`,
  lineage: (edition: string, number: string | number) => `/piano/${seg(edition)}/azioni/${seg(String(number))}/discendenza`,
  lineageEnd: (edition: string, number: string | number, id: string) =>
    `/piano/${seg(edition)}/azioni/${seg(String(number))}/discendenza/${seg(id)}/ritiro`,

  acts: '/atti',
  act: (id: string) => `/atti/${seg(id)}`,
  actsFeed: '/atti.atom',
  actContent: (id: string) => `/api/v1/events/${seg(id)}/content`,

  notices: '/avvisi',
  notice: (id: string) => `/avvisi/${seg(id)}`,
  noticesRead: '/avvisi/letti',
  noticePreferences: '/avvisi/preferenze',
  unsubscribe: (token: string) => `/avvisi/disiscrizione/${seg(token)}`,
  ecosystemFollow: (slug: string) => `/ecosistemi/${seg(slug)}/segui`,
  demoMails: '/dimostrazione/posta',
  demoMail: (id: string) => `/dimostrazione/posta/${seg(id)}`,
  demoMailPage: (id: string) => `/dimostrazione/posta/${seg(id)}/pagina`,

  file: (id: string) => `/file/${seg(id)}`,

  openData: '/dati-aperti',
  howToReadStates: '/stati',
  accessibility: '/accessibilita',
  report: '/segnala',
  contact: '/contatti',
  privacy: '/riservatezza',
  demoClock: '/dimostrazione/orologio',
  openApi: '/api/v1/openapi.json',
} as const

/** The address of a page in a reader's language. */
export function inLang(lang: Lang, path: string): string {
  if (lang === 'it' || !path.startsWith('/') || path.startsWith('/api/')) return path
  return path === '/' ? '/en' : `/en${path}`
}

/** An address with a query; absent and empty values are left out, so that filters make short links. */
export function withQuery(path: string, query: Record<string, string | readonly string[] | number | null | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null && one !== undefined && one !== '') search.append(name, String(one))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
