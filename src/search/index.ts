export { addressOf } from './rules.ts'
export { countAddresses, listAddresses, type Titled, titlesOf } from './store.ts'
