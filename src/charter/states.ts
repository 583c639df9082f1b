/**
 * The six states the site shows, each with one word, one shape and one colour everywhere.
 * They are always derived, from dates or from evidence; nobody types one.
 */
export const states = ['todo', 'doing', 'done', 'late', 'blocked', 'unmeasured'] as const

export type State = (typeof states)[number]
