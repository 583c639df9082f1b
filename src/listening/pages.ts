import { router } from '../platform/http.ts'

/** One line for each part of the room: the map, the hearings, the needs. */
const parts: readonly ReturnType<typeof router>[] = []

export const listeningPages = parts.reduce((all, pages) => all.route('/', pages), router())

export { needPages } from './need-pages.ts'
