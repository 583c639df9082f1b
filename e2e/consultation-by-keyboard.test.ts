import { tellConsultation } from './consultation-story.ts'
import { withKeyboard } from './hands.ts'
import { openSite } from './site.ts'

tellConsultation({ site: await openSite(), hold: withKeyboard, script: false })
