export const langs = ['it', 'en'] as const

/** The languages of the site. Italian comes first: the law is written in it. */
export type Lang = (typeof langs)[number]
