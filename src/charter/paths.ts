import type { Lang } from '../kernel/lang.ts'
import { consulting } from './addresses/consulting.ts'
import { seg } from './addresses/seg.ts'
import { working } from './addresses/working.ts'
import type { Phase } from './phases.ts'

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

  ...working,
  ...consulting,
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
