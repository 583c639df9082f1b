export { type LatestActs, latestActs } from './latest.ts'
export { countActs } from './store.ts'
