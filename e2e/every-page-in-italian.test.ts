import { testEveryPage } from './crawl/every-page.ts'

await testEveryPage('it')
